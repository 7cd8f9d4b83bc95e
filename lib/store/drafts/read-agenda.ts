import { type PlannedProbe, TIERS } from "../../probe/policy.ts";
import { agenda, outlook, type TierOutlook } from "../../probe/quiet.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import { readSettings } from "../lists/settings-store.ts";
import { planDrafts, quietSettings } from "./plan-drafts.ts";
import { newProbing, readProbing } from "./probing-cycle.ts";
import { readKnowledge } from "./read-knowledge.ts";

/** What is asked for, how much of it is due, and how often. `sweep` knows no intervals: its times are 0. */
export interface Agenda {
  policy: "quiet" | "sweep";
  frontier: number;
  tiers: TierOutlook[];
}

/** A file that is worth asking for, with when and why. */
export interface AgendaEntry {
  probe: PlannedProbe;
  lastAskedAt?: number;
}

/** What would be asked for by now and later, tier by tier; tiers without a file are left out. */
export async function readAgenda(db: ReadableDatabase, now: number): Promise<Agenda> {
  const settings = await readSettings(db);
  const knowledge = await readAll(db, now);
  if (settings.draftPolicy === "quiet") return { policy: "quiet", ...outlook(knowledge, now, quietSettings(settings)) };
  const { frontier, probes } = planDrafts(knowledge, now, settings);
  const tiers = TIERS.flatMap((tier) => {
    const files = probes.filter((probe) => probe.tier === tier && probe.decision === "probe").length;
    return files > 0 ? { tier, files, due: files, shortestMs: 0, longestMs: 0 } : [];
  });
  return { policy: "sweep", frontier, tiers };
}

/** Every file of one number that is worth asking for, the next due first; [] where there is none. */
export async function readAgendaOf(db: ReadableDatabase, number: number, now: number): Promise<AgendaEntry[]> {
  const settings = await readSettings(db);
  const knowledge = await readAll(db, now);
  const probes =
    settings.draftPolicy === "quiet"
      ? agenda(knowledge, now, quietSettings(settings), number)
      : planDrafts(knowledge, now, settings).probes.filter((probe) => probe.number === number && probe.decision === "probe");
  return probes.map((probe) => {
    const lastAskedAt = knowledge.asked.get(probe.name);
    return { probe, ...(lastAskedAt !== undefined && { lastAskedAt }) };
  });
}

async function readAll(db: ReadableDatabase, now: number) {
  return readKnowledge(db, (await readProbing(db)) ?? newProbing(now, 0));
}
