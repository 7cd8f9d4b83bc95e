import type { CheckOutcome } from "../check-outcome.ts";
import type { Paper, Prefix } from "../papers/paper.ts";
import type { LogEvent } from "../papers/paper-event.ts";
import type { SettingName, SettingValue } from "../settings.ts";
import type { WatchKind } from "../watch/watch.ts";

/** Rows of the table `matches`. */
export type { Match, MatchReason } from "../watch/match.ts";

/**
 * One record of the packed index: the entries of a range of numbers of one prefix, a line of JSON each, [id, entry] as it
 * was served, so that better rules for reading them apply to what is here too. Written by a refresh only. Key: "P23".
 */
export interface Shelf {
  key: string;
  text: string;
}

/** A paper that stood in the index and does so no longer, so that its return is no news. Written by a refresh only. */
export interface VanishedPaper {
  id: string;
  at: number;
  paper: Paper;
}

/** Matches were written, for whoever tells of them. */
export interface MatchesFound {
  kind: "matches-found";
  ids: string[];
}

/** One fact of the log, append-only, written with the change that it tells of. `seq` orders, it identifies nothing. */
export type LogRow = (LogEvent | MatchesFound) & { seq?: number; at: number };

/** What a host has sent and nobody has read yet: it is fetched by one job and read by another. Written with the job that is to read it, removed with its results. */
export interface Download {
  name: "index";
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  etag?: string;
  lastModified?: string;
}

export type ListMode = "notify" | "badge" | "off";

export interface Watchlist {
  id: number;
  name: string;
  mode: ListMode;
}

/** One watch of a list. [list+kind+text] is unique: the same watch cannot stand in a list twice. */
export interface WatchRow {
  id: number;
  list: number;
  kind: WatchKind;
  text: string;
  addedAt: number;
}

export interface SettingRow {
  name: SettingName;
  value: SettingValue;
}

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

export type StateRow = IndexState | CheckState | CheckProgress;
