import type { Settings } from "../../terms/settings.ts";
import { CHECK_INDEX, DRAFT_HOST, INDEX_HOST, MATCHER, PROBE_DRAFTS } from "../../terms/work-names.ts";
import type { LaneRow } from "../../work/rows.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { FeedRow } from "../database/schema.ts";
import type { CheckProgress, CheckState, IndexState, ListingState, ProbeProgress, ProbingState } from "../database/state-rows.ts";
import { isSpeaking, type Sharing, sharingAs, subscribedFeeds } from "../feeds/read-feeds.ts";
import { readSettings } from "../lists/settings-store.ts";

/** A check that has given no sign for this long was killed. */
const SILENT_MS = 60_000;

/** Fewer changes are sorted before anybody could read of it. */
const MANY_CHANGES = 500;

/** What the status line is drawn from. */
export interface Health {
  check?: CheckState;
  index?: IndexState;
  /** Absent unless a check is running. */
  progress?: CheckProgress;
  /** When the next check begins, epoch ms; absent where none is planned. */
  nextAt?: number;
  lane?: LaneRow;
  /** How asking for drafts goes; absent until it has begun, and where the person has switched it off. */
  probing?: ProbingState;
  /** Absent unless drafts are being asked for at this moment. */
  probeProgress?: ProbeProgress;
  /** Of isocpp.org. */
  draftLane?: LaneRow;
  /** When drafts are asked for next, epoch ms. */
  probeAt?: number;
  listing?: ListingState;
  /** What tells of drafts in place of asking for them; absent where nothing is subscribed, or drafts are off. */
  shared?: SharedHealth;
  /** Changes that are still to be held against the watches, out of how many; absent where they are few. */
  sorting?: { left: number; of: number };
}

/** How the feeds stand. */
export interface SharedHealth {
  sharing: Sharing;
  /** Of those that speak, and when one last did, epoch ms. */
  publishers: string[];
  heardAt: number;
}

function sharedHealth(settings: Settings, rows: readonly FeedRow[], now: number): SharedHealth | undefined {
  const feeds = subscribedFeeds(settings, rows);
  if (feeds.length === 0) return undefined;
  const speaking = feeds.flatMap(({ row }) => (row && isSpeaking(row, now) ? row : []));
  return {
    sharing: sharingAs(settings, rows, now),
    publishers: speaking.flatMap(({ said }) => said?.publisher || []),
    heardAt: Math.max(0, ...speaking.map(({ heardAt }) => heardAt)),
  };
}

export async function readHealth(db: ReadableDatabase, now: number): Promise<Health> {
  return db.transaction("r", [db.state, db.schedules, db.jobs, db.lanes, db.settings, db.log, db.cursors, db.feeds], async () => {
    const health: Health = {};
    for (const row of await db.state.toArray()) {
      if (row.name === "check") health.check = row;
      else if (row.name === "index") health.index = row;
      else if (row.name === "probing") health.probing = row;
      else if (row.name === "listing") health.listing = row;
      else if (row.name !== "progress" && row.name !== "probe-progress") continue;
      else if (Math.abs(now - row.beatAt) >= SILENT_MS) continue;
      else if (row.name === "progress") health.progress = row;
      else health.probeProgress = row;
    }
    const lane = await db.lanes.get(INDEX_HOST);
    const schedule = await db.schedules.get(CHECK_INDEX);
    const retry = await db.jobs.where({ waitingKey: CHECK_INDEX }).first();
    if (lane) health.lane = lane;
    const due = Math.min(schedule?.nextAt ?? Number.POSITIVE_INFINITY, retry?.runAt ?? Number.POSITIVE_INFINITY);
    if (Number.isFinite(due) && !lane?.paused) health.nextAt = Math.max(due, lane?.nextAt ?? 0);
    const draftLane = await db.lanes.get(DRAFT_HOST);
    if (draftLane) health.draftLane = draftLane;
    const round = await db.schedules.get(PROBE_DRAFTS);
    const again = await db.jobs.where({ waitingKey: PROBE_DRAFTS }).first();
    if (round) health.probeAt = Math.min(round.nextAt, again?.runAt ?? Number.POSITIVE_INFINITY);
    const settings = await readSettings(db);
    const { drafts, openStd } = settings;
    if (!drafts) delete health.probing;
    // Put together without waiting: with what waits nested deeper a browser has ended the transaction.
    const shared = drafts && sharedHealth(settings, await db.feeds.toArray(), now);
    if (shared) health.shared = shared;
    if (!openStd) delete health.listing;
    const sorting = await readSorting(db, health.check);
    if (sorting) health.sorting = sorting;
    return health;
  });
}

/** What is logged and not matched yet, of what the last check brought. */
async function readSorting(db: ReadableDatabase, check: CheckState | undefined): Promise<Health["sorting"]> {
  const head = (await db.log.orderBy("seq").last())?.seq ?? 0;
  const cursor = await db.cursors.get(MATCHER);
  const left = cursor?.paused ? 0 : head - (cursor?.forward ?? 0);
  const outcome = check?.outcome;
  const of = Math.max(left, outcome?.kind === "changed" ? outcome.added + outcome.changed : 0);
  return left > 0 && of >= MANY_CHANGES ? { left, of } : undefined;
}
