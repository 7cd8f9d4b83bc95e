import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { nameOfFile } from "../../probe/draft-file.ts";
import { replaceIndex } from "../index/replace-index.ts";
import { readSettings, writeSetting } from "../lists/settings-store.ts";
import { planDrafts } from "./plan-drafts.ts";
import { newProbing } from "./probing-cycle.ts";
import { readAgenda, readAgendaOf } from "./read-agenda.ts";
import { noteAsked, readKnowledge } from "./read-knowledge.ts";

const NOW = Date.UTC(2026, 1, 1);

async function lived(policy: "quiet" | "sweep") {
  const db = await freshDatabase();
  await replaceIndex(db, indexOf({ P2300R10: {}, P2301R0: {}, P2310R1: {} }), {}, NOW);
  await watchList(db, "notify", "P2300");
  await writeSetting(db, "draftPolicy", policy);
  return db;
}

describe("what would be asked for", () => {
  it("by the quiet rule is tier by tier, with its times", async () => {
    const { policy, frontier, tiers } = await readAgenda(await lived("quiet"), NOW);
    expect({ policy, frontier }).toEqual({ policy: "quiet", frontier: 2310 });
    expect(tiers.every(({ files, shortestMs, longestMs }) => files > 0 && 0 < shortestMs && shortestMs <= longestMs)).toBe(true);
  });

  it("by the sweep is what its plan asks for, tier by tier, without times and without empty tiers", async () => {
    const db = await lived("sweep");
    const { policy, frontier, tiers } = await readAgenda(db, NOW);
    const knowledge = await readKnowledge(db, newProbing(NOW, 0));
    const planned = planDrafts(knowledge, NOW, await readSettings(db)).probes.filter(({ decision }) => decision === "probe");
    expect({ policy, frontier }).toEqual({ policy: "sweep", frontier: 2310 });
    const counts = Map.groupBy(planned, ({ tier }) => tier);
    expect(new Map(tiers.map(({ tier, files }) => [tier, files]))).toEqual(new Map([...counts].map(([tier, { length }]) => [tier, length])));
    expect(tiers.every(({ files, due, shortestMs, longestMs }) => files === due && shortestMs === 0 && longestMs === 0)).toBe(true);
  });

  it.each(["quiet", "sweep"] as const)("of one number is its files alone, with when they were asked for last (%s)", async (policy) => {
    const db = await lived(policy);
    const before = await readAgendaOf(db, 2300, NOW);
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ probe, lastAskedAt }) => probe.number === 2300 && probe.decision === "probe" && lastAskedAt === undefined)).toBe(true);
    const name = nameOfFile((before[0] as (typeof before)[number]).probe);
    await noteAsked(db, new Map([[name, NOW]]));
    const after = await readAgendaOf(db, 2300, NOW);
    expect(after.filter(({ lastAskedAt }) => lastAskedAt === NOW).map(({ probe }) => probe.name)).toEqual([name]);
    expect(await readAgendaOf(db, 9_998, NOW)).toEqual([]);
  });
});
