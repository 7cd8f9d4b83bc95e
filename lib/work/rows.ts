import type { Dexie, EntityTable, Table } from "dexie";
import type { Hastener } from "./work.ts";

/** Where a job may run: in the background itself, or where heavy work belongs (an offscreen document, if the browser has them). */
export type Place = "background" | "heavy";

/** It waits: asked for or to be tried again, put off by what is nobody's fault, or come back from a worker that was stopped. */
export const WAITING_STATES = ["todo", "put-off", "interrupted"] as const;
export type WaitingState = (typeof WAITING_STATES)[number];
/** All of them, in the order of a life. */
export const JOB_STATES = [...WAITING_STATES, "leased", "done", "failed", "cancelled", "aborted"] as const;
export type JobState = (typeof JOB_STATES)[number];
export type EndState = Exclude<JobState, WaitingState | "leased">;

/** What went wrong, as it was said where it happened. `kind` chooses the retry. */
export interface JobError {
  kind: string;
  message: string;
}

/**
 * One job. Properties that belong to a state are absent in all others, and with them the row from their index: `runAt`,
 * `rank` and `waitingKey` while it waits (`hastenedBy` where it is put off), `token`, `owner`, `until` and `heldLock` while it is leased, `endedAt` after.
 */
export interface JobRow {
  id: number;
  kind: string;
  args: unknown;
  place: Place;
  /** The host it asks; "" for none. */
  lane: string;
  priority: number;
  state: JobState;
  /** Counted when it is claimed, so a job that kills its worker runs out of them like any other. One that is put off has made none. */
  attempts: number;
  /** All claims so far: they name its leases. */
  claims: number;
  /** How often in a row it was put off for what its error says. */
  putOffs?: number;
  /** Who lets it run at once where it was put off. */
  hastenedBy?: readonly Hastener[];
  maxAttempts: number;
  createdAt: number;
  /** At most one job of a key waits. */
  key?: string;
  /** At most one job of a lock is leased. */
  lock?: string;
  /** The schedule whose run it is a part of. */
  schedule?: string;
  /** The schedule's slot: no two jobs have the same. */
  slot?: string;
  runAt?: number;
  rank?: number;
  waitingKey?: string;
  token?: string;
  owner?: string;
  until?: number;
  heldLock?: string;
  /** Somebody wants it to stop. */
  abort?: true;
  startedAt?: number;
  endedAt?: number;
  error?: JobError;
}

/** One host: how it may be asked, how it answers. One slice of work holds it at a time. */
export interface LaneRow {
  host: string;
  /** Requests that may be under way at once. */
  cap: number;
  /** Between the starts of two requests, ms. */
  gapMs: number;
  /** By which part of the gap, left to chance, a pause may be longer, so that clients do not march in step. */
  jitter?: number;
  /** No request before this time. */
  nextAt: number;
  /** The part of that which the host asked for itself: nobody may shorten it. 0 for none. */
  askedUntil: number;
  paused: boolean;
  /** It is not to be asked at all, as the settings say; its jobs wait. */
  isOff?: boolean;
  /** Bad answers since the last good one; from BREAKS_AT on the breaker is open until nextAt. */
  strikes: number;
  /** When it last answered anything. */
  heardAt?: number;
  /** It has not answered so many requests, the first and the last at these times, while nobody can say whether that is its fault or that of our own network. */
  silence?: { since: number; at: number; times: number } | undefined;
  lastOkAt?: number;
  lastError?: JobError & { at: number };
}

/** Work that comes back. Its job is inserted in the transaction that moves `nextAt`, so a slot is used at most once; of slots that nobody was awake for the latest counts. */
export interface ScheduleRow {
  id: string;
  everyMs: number;
  /** It may run so much sooner where something else is done anyway. */
  earlyMs?: number;
  nextAt: number;
  /** After a run that took until beyond its next slot, ms. */
  cooldownMs: number;
  job: JobRequest;
  slots: number;
  lastSlotAt: number;
  /** The job that was asked for last. */
  run?: number;
  /** A person asked for it, and its slot has not come yet. */
  wanted?: true | undefined;
  /** When it was set up. */
  since: number;
  /** When a run last ended well. */
  lastDoneAt?: number | undefined;
}

/** What is asked for; what is left out comes from the job's kind. */
export interface JobRequest {
  kind: string;
  args?: unknown;
  /** Who runs it, where that is not what its kind says. */
  place?: Place;
  /** The host it asks, where its kind asks several. */
  lane?: string;
  runAt?: number;
  priority?: number;
  key?: string;
  lock?: string;
  /** The schedule whose run it is, or goes on with: the run ends with the last of its jobs. */
  schedule?: string;
}

/**
 * How far a listener has come in the log. Without `forward` it hears nothing new, without `backward` it does not look
 * back; with neither it has nothing left to do and is removed. Moves in the transaction of its effect.
 */
export interface CursorRow {
  name: string;
  /** Everything up to here is done, 0 is the beginning. */
  forward?: number;
  /** Everything from here on is done. */
  backward?: number;
  /** Counts the resets. */
  generation: number;
  priority: number;
  paused: boolean;
  /** Events applied in this generation, and the time that took, ms. */
  done: number;
  spentMs: number;
  steppedAt: number;
}

/** An event that a listener could not apply. Without `nextAt` it is not tried again unless somebody asks. */
export interface FaultRow {
  cursor: string;
  seq: number;
  attempts: number;
  nextAt?: number;
  error: JobError;
  at: number;
}

/** What was shown, named by its content, so that it is never shown again. Never removed with the jobs. */
export interface EffectRow {
  key: string;
  at: number;
}

/** Single facts of the engine. */
export type EngineRow =
  | { name: "permits"; permits: number }
  /** Outcomes that came for a lease which was no longer held, and were not taken. */
  | { name: "fenced"; count: number; at: number; job: number };

/** The engine's tables. `log` is the application's: the engine reads nothing of a row but its `seq`. */
export type WorkDatabase = Dexie & {
  jobs: EntityTable<JobRow, "id">;
  lanes: EntityTable<LaneRow, "host">;
  schedules: EntityTable<ScheduleRow, "id">;
  cursors: EntityTable<CursorRow, "name">;
  faults: Table<FaultRow, [string, number]>;
  effects: EntityTable<EffectRow, "key">;
  engine: Table<EngineRow, EngineRow["name"]>;
  // biome-ignore lint/suspicious/noExplicitAny: rows of the log are the application's own
  log: Table<any, number>;
};

/** The schema of these tables, for Dexie's `stores`. */
export const WORK_STORES = {
  jobs: "++id, [lane+rank], [lane+runAt], runAt, &waitingKey, &heldLock, &slot, until, state, endedAt",
  lanes: "host",
  schedules: "id",
  cursors: "name",
  faults: "[cursor+seq], cursor, nextAt",
  effects: "key",
  engine: "name",
} as const;

export const WORK_TABLES = [...Object.keys(WORK_STORES), "log"];
