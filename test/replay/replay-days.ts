import { type Diff, diffEntries } from "../../lib/papers/index/diff.ts";
import { type Census, judgeDiff } from "../../lib/papers/index/judge-diff.ts";
import { readIndex } from "../../lib/papers/index/read-index.ts";
import { isPaper, type Paper } from "../../lib/papers/paper.ts";
import type { LogEvent } from "../../lib/papers/paper-event.ts";
import { parsePaperId } from "../../lib/papers/paper-id.ts";
import type { Timeline } from "./read-timeline.ts";

const LOSS_IS_REAL_AFTER_MS = 24 * 60 * 60 * 1000;

/** What PaperScout made of one day. */
export interface Step {
  date: string;
  outcome: "changed" | "unchanged" | "sudden-loss";
  /** Papers that were missing, where that was taken for an outage. */
  missing: number;
  events: LogEvent[];
  /** The index as PaperScout then knows it; the same map on every day. */
  known: ReadonlyMap<string, Paper>;
}

/**
 * Lets PaperScout's pure core look at the index once on each day, as lib/store/index/replace-index.ts does it in the database.
 * Only what changed is read, so that years take seconds.
 */
export function* replayDays({ base, days }: Timeline): Generator<Step> {
  const served = new Map(Object.entries(base));
  const known = readIndex(served).entries;
  const vanished = new Map<string, Paper>();
  /** Keys under which the served index may differ from the known one: today's, and those of outages before. */
  const behind = new Set<string>();
  let lossSince: string | undefined;

  for (const { date, entries, upsert, removed } of days) {
    for (const [key, value] of Object.entries(upsert)) served.set(key, value);
    for (const key of removed) served.delete(key);
    if (served.size !== entries) throw new Error(`on ${date} the timeline has ${served.size} entries where it says ${entries}`);
    for (const key of [...Object.keys(upsert), ...removed]) behind.add(key);

    const ids = [...behind].map(idOf);
    const after = readIndex([...behind].flatMap((key) => (served.has(key) ? [[key, served.get(key)] as [string, unknown]] : []))).entries;
    const diff = diffEntries(pick(known, ids), after, vanished);
    const lossConfirmed = lossSince !== undefined && Date.parse(date) - Date.parse(lossSince) >= LOSS_IS_REAL_AFTER_MS;
    const judgement = judgeDiff(diff, takeCensus(known), lossConfirmed);
    if (judgement.verdict === "sudden-loss") {
      lossSince ??= date;
      yield { date, outcome: "sudden-loss", missing: judgement.missing, events: [], known };
      continue;
    }
    for (const id of ids) known.delete(id);
    for (const [id, entry] of after) known.set(id, entry);
    for (const paper of diff.vanished) vanished.set(paper.id, paper);
    for (const { paper } of diff.returned) vanished.delete(paper.id);
    behind.clear();
    lossSince = undefined;
    yield { date, outcome: differences(diff) === 0 ? "unchanged" : "changed", missing: 0, events: judgement.events, known };
  }
}

/** The id under which readIndex keeps a key. */
function idOf(key: string): string {
  return parsePaperId(key) ? key.toUpperCase() : key;
}

function pick(entries: Map<string, Paper>, ids: string[]): Map<string, Paper> {
  return new Map(ids.flatMap((id) => entries.get(id) ?? []).map((entry) => [entry.id, entry]));
}

function takeCensus(known: Map<string, Paper>): Census {
  const byPrefix: Census["byPrefix"] = {};
  let papers = 0;
  for (const entry of known.values()) {
    if (!isPaper(entry) || !entry.prefix) continue;
    papers++;
    byPrefix[entry.prefix] = (byPrefix[entry.prefix] ?? 0) + 1;
  }
  return { papers, byPrefix };
}

function differences(diff: Diff): number {
  return Object.values(diff).reduce((sum, papers) => sum + papers.length, 0);
}
