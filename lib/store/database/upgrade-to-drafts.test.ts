import "fake-indexeddb/auto";
import { describe, expect, it, onTestFinished } from "vitest";
import { hearLog } from "../../../test/store/hear-log.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { leaveBehind } from "../../../test/store/leave-behind.ts";
import { sinceVersion5 } from "../../../test/store/since-version-5.ts";
import fixture from "../../../test/store/version-2.json" with { type: "json" };
import { replaceIndex } from "../index/replace-index.ts";
import { createDatabase, type Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

let count = 0;

/** What version 2 left behind, as it is opened today. */
async function upgraded(): Promise<Database> {
  count++;
  const name = `version-2-${count}`;
  await leaveBehind(name, fixture);
  const db = await openDatabase(createDatabase(name));
  onTestFinished(() => db.delete());
  return db;
}

describe("what version 2 left behind", () => {
  it("keeps all its rows, its matches without a star", async () => {
    const db = await upgraded();
    const { matches, ...others } = fixture.rows;
    for (const [table, rows] of Object.entries(others)) expect(await db.table(table).toArray(), table).toEqual(sinceVersion5(table, rows));
    expect(await db.matches.toArray()).toEqual(matches.map((match) => ({ ...match, starredAt: 0 })));
  });

  it("has room for drafts, listings, mutes and texts, and nothing in it", async () => {
    const db = await upgraded();
    const added = db.tables.map(({ name }) => name).filter((name) => !(name in fixture.stores));
    expect(added.sort()).toEqual(["asked", "draftTexts", "drafts", "listed", "mutes", "packedTexts", "texts"]);
    for (const table of added) expect(await db.table(table).count(), table).toBe(0);
  });

  it("goes on from there: what was told stays told, and new papers are matched", async () => {
    const db = await upgraded();
    const index = { P2300R9: {}, P2302R0: {}, P2300R10: {}, P2301R0: { title: "Senders" }, P2300R11: {} };
    await replaceIndex(db, indexOf(index), {}, 10_000);
    expect(await hearLog(db, 10_000)).toBe(1);
    const told = (await db.matches.toArray()).map(({ id, notifiedAt }) => [id, notifiedAt]);
    expect(told).toEqual([...fixture.rows.matches.map(({ id, notifiedAt }) => [id, notifiedAt]), ["P2300R11", 0]].sort());
  });
});
