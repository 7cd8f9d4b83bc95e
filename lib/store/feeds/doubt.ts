import type { Draft } from "../../papers/draft.ts";
import type { Tables } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { FeedRow } from "../database/schema.ts";
import { isDistrusted } from "./read-feeds.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A host that has lost its files for a moment has them again by then. */
const SECOND_LOOK_MS = 2 * MINUTE;
const SECOND_LOOK_SPREAD_MS = 3 * MINUTE;
/** What was said so long ago is no first look any more. */
const FORGOTTEN_MS = 24 * HOUR;
/** A doubt that nobody has settled by then holds nothing else up. */
const HOLDS_UP_MS = HOUR;

/** When what isocpp.org has spoken against once is asked for again. */
export function secondLookAt(now: number, random: () => number): number {
  return now + SECOND_LOOK_MS + Math.floor(random() * SECOND_LOOK_SPREAD_MS);
}

/** Whether isocpp.org has spoken against what that feed says before, and some minutes have passed since. */
export function isSecondLook({ doubt }: Draft, feed: string, now: number): boolean {
  const since = doubt?.feed === feed ? Math.abs(now - doubt.at) : 0;
  return since >= SECOND_LOOK_MS && since < FORGOTTEN_MS;
}

/** Until when what isocpp.org has spoken against is left alone; undefined where it may be asked for. */
export function restsUntil({ doubt }: Draft, feed: string, now: number): number | undefined {
  return doubt?.feed === feed && now >= doubt.at && now - doubt.at < SECOND_LOOK_MS ? doubt.at + SECOND_LOOK_MS : undefined;
}

/** Whether as much of what a feed says is in doubt as would end its being believed: until that is settled it makes nobody ask for more. */
export async function hasManyDoubts(db: Pick<ReadableDatabase, "drafts">, { folder, confirmed, denied }: FeedRow, now: number): Promise<boolean> {
  const open = await db.drafts.filter(({ doubt, gone }) => !gone && doubt?.feed === folder && Math.abs(now - doubt.at) < HOLDS_UP_MS).count();
  return open > 0 && isDistrusted({ confirmed, denied: denied + open });
}

/** Counts what isocpp.org made of a claim, where the feed is still known. */
export async function countVerdict(db: Tables<"feeds">, feed: string, verdict: "confirmed" | "denied"): Promise<void> {
  const row = await db.feeds.get(feed);
  if (row) await db.feeds.put({ ...row, [verdict]: row[verdict] + 1 });
}

/** The latest drafts of which isocpp.org itself has said that they are there: where it has not even those, it speaks of nothing at the moment. */
export async function readWitnesses(db: Pick<ReadableDatabase, "drafts">, most: number): Promise<Draft[]> {
  const there = await db.drafts
    .filter(({ claimedBy, gone, doubt, files }) => claimedBy === undefined && !gone && !doubt && files.every(({ missingSince }) => missingSince === undefined))
    .toArray();
  return there.sort((a, b) => b.foundAt - a.foundAt).slice(0, most);
}
