import type { StatusFact } from "../../feed/fact.ts";
import type { RenamedAuthor } from "../../papers/index/renamed-authors.ts";
import type { Prefix } from "../../papers/paper.ts";
import type { SyncMemory } from "../../sync/own-data.ts";
import type { SyncTrouble } from "../../sync/sync-trouble.ts";
import type { CheckFailure, CheckOutcome } from "../../terms/check-outcome.ts";

/** What a shelf held when it was last written. */
export interface ShelfLabel {
  digest: string;
  entries: number;
  skipped: number;
}

/** The state of the index. Absent until the first download has succeeded: a failed one is no baseline. */
export interface IndexState {
  name: "index";
  shelves: Record<string, ShelfLabel>;
  papersByPrefix: Partial<Record<Prefix, number>>;
  papers: number;
  skipped: number;
  etag?: string;
  lastModified?: string;
  baselineAt: number;
  changedAt: number;
  /** Since when an index that lacks many papers is served. */
  lossSince?: number;
}

/** How checking went. While a check is under way its outcome is "interrupted", so that a killed one has told the truth. */
export interface CheckState {
  name: "check";
  /** Checks begun since the last success. */
  attempts: number;
  lastTriedAt: number;
  lastSuccessAt: number;
  outcome?: CheckOutcome;
  /** A person wants the next attempt at once, whatever it costs. */
  isWanted?: boolean;
}

export type CheckPhase = "asking" | "receiving" | "comparing";

/** Where a running check stands. Only a courtesy: an entry older than its `beatAt` plus a minute is a killed check's. */
export interface CheckProgress {
  name: "progress";
  phase: CheckPhase;
  /** Bytes. */
  received?: number;
  beatAt: number;
}

/** How asking for drafts goes. Absent until it has begun. */
export interface ProbingState {
  name: "probing";
  /** When this profile began to ask, epoch ms: what it finds in its first cycle is the baseline. */
  since: number;
  /** A number of this profile's own in [0, 1). */
  phase: number;
  /** Counts cycles, from 1. */
  cycle: number;
  /** Requests of the UTC day that is named. */
  today: { day: string; asked: number };
  /** As the last plan saw it; 0 before the first. */
  frontier: number;
  /** When that was looked up without a plan, since feeds tell of drafts. */
  frontierAt?: number;
  /** The cycle under way. */
  running?: CycleCounts & { startedAt: number };
  last?: CycleCounts & { startedAt: number; endedAt: number; outcome: CycleOutcome };
  /** Cycles without success since the last good one. */
  failures: number;
  lastSuccessAt: number;
  /** True once a cycle has ended well: what is found from then on is news. */
  hasBaseline: boolean;
}

/** How the answers of a cycle were, and how many are still to come. */
export interface CycleCounts {
  planned: number;
  asked: number;
  present: number;
  absent: number;
  /** 200, but not the file that was asked for. */
  notTheFile: number;
  troubles: number;
  found: number;
}

export type CycleOutcome = { kind: "good" } | { kind: "answers-everything" } | { kind: "budget-spent" } | CheckFailure;

/** How the yearly listing of open-std.org stands. */
export interface ListingState {
  name: "listing";
  years: Record<number, { etag?: string; lastModified?: string; papers: number; readAt: number; lossSince?: number }>;
  outcome?: CheckOutcome;
  attempts: number;
  lastTriedAt: number;
  lastSuccessAt: number;
}

/** Where a running slice of a cycle stands. Only a courtesy, as CheckProgress is. */
export interface ProbeProgress {
  name: "probe-progress";
  asked: number;
  planned: number;
  beatAt: number;
}

/** What ended on one day. */
export interface DayTally {
  /** Checks of the index, rounds for drafts and yearly listings that ended, however they did. */
  checks: number;
  /** Those of them that failed. */
  failures: number;
  /** Drafts that were news when they were found. */
  drafts: number;
}

/** What ended day by day, for who wants to see whether all goes well. Written with the end of each check. */
export interface TallyState {
  name: "tally";
  /** By the day of this computer's calendar: "2026-11-24". At most 60, the latest. */
  days: Record<string, DayTally>;
}

/** Whether the last notification was kept from the screen, where the browser tells (Firefox). Only a courtesy. */
export interface NotifyingState {
  name: "notifying";
  blocked: boolean;
  at: number;
}

/** What this machine shares with the person's others. Written in the transaction that takes in what they have changed. */
export interface SyncState {
  name: "sync";
  /** Absent where the browser's store could not be read yet. */
  memory?: SyncMemory;
  /** When the browser's store last held what is here, epoch ms; 0 for never. */
  syncedAt: number;
  /** How large all of it is there, or would be. */
  bytes: number;
  trouble?: SyncTrouble;
}

/** That it is decided with what lists this database began; `restored` until the person has read that they come from their copy. `titleForms` says whether they know that title words find other forms; absent in databases from before. */
export interface ListsState {
  name: "lists";
  since: number;
  restored?: { at: number; watchlists: number; watches: number };
  titleForms?: "told" | "untold";
}

/** When what is old was last forgotten. */
export interface TidiedState {
  name: "tidied";
  at: number;
}

/** Which authors the index renamed in old papers, for who watches one of their names. At most 50. Written with the event. */
export interface RenamingsState {
  name: "renamings";
  authors: RenamedAuthor[];
}

/**
 * New revisions and drafts of watched papers whose texts are still to be asked for, the latest matches first. Written in the transaction
 * that hears of the matches; an id is taken out in the one that asks for its text.
 */
export interface ToReadState {
  name: "to-read";
  ids: string[];
}

/** Where papers stand by github.com/cplusplus/papers: read by a scout alone, and published by it. */
export interface StatusesState {
  name: "statuses";
  /** One a series. `learntAt`: when what it says came to be known here, epoch ms; 0 where it was known from the beginning. */
  known: { fact: StatusFact; learntAt: number }[];
  /** The next question: what changed since that time (as that host writes it), which page of it, and what was answered before. */
  next: { since?: string; page: number; etag?: string };
  /** All was read once. */
  hasBaseline: boolean;
  outcome?: CheckOutcome;
  attempts: number;
  lastSuccessAt: number;
}

export type StateRow =
  | ListsState
  | TidiedState
  | IndexState
  | CheckState
  | CheckProgress
  | ProbingState
  | ProbeProgress
  | ListingState
  | TallyState
  | NotifyingState
  | SyncState
  | RenamingsState
  | ToReadState
  | StatusesState;
