import type { Summary } from "../../compare/comparison.ts";
import type { NoText } from "../../document/document.ts";
import type { FeedHead } from "../../feed/head.ts";
import type { Refusal } from "../../feed/refusal.ts";
import type { ListedPaper } from "../../papers/listing.ts";
import type { Paper } from "../../papers/paper.ts";
import type { LogEvent } from "../../papers/paper-event.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import type { SettingName, SettingValue } from "../../terms/settings.ts";
import type { WatchKind } from "../../watch/watch.ts";

/** Rows of the table `drafts`. */
export type { Draft } from "../../papers/draft.ts";
/** Rows of the table `matches`. */
export type { Match, MatchReason } from "../../watch/matching/match.ts";

/** The words of a draft's first page, apart from the draft since they are seldom read. Removed with the draft's file. */
export interface DraftText {
  id: string;
  text: string;
  /** Its paragraphs, a line each. Absent where the page has none, and where it was read before PaperScout looked for one. */
  abstract?: string;
}

/** Why the text of a document is not there. "elsewhere": it lies at a host that is not asked; "unlisted": nothing that is known says where it lies. */
export type TextTrouble = { kind: "elsewhere"; link: string } | { kind: "unlisted" } | { kind: NoText } | CheckFailure;

/**
 * What is known of the text of a document that somebody wanted to read. Key: its id, "P2300R10"; with "@before" the text
 * that a draft had before it was overwritten (`textIdBefore`). The text itself is a row of `packedTexts` with the same key.
 */
export interface TextRow {
  id: string;
  /** Of the file that was read, or was to be. */
  url: string;
  /** Packed; 0 where there is no text. */
  bytes: number;
  etag?: string;
  lastModified?: string;
  /** Which content of a draft it is; absent where what was published was read. */
  version?: string;
  /** When what was published was last asked for in vain, and this is what is at isocpp.org instead, epoch ms. */
  soughtAt?: number;
  /** How it was read (document/reading.ts); absent where that was the first way. */
  reading?: number;
  /** When it was read, and last wanted, epoch ms. */
  readAt: number;
  usedAt: number;
  /** Why the last attempt gave none; a text of before stays. */
  trouble?: TextTrouble;
  /** What it says that it is about, a paragraph a line; absent where it does not. */
  abstract?: string;
  /** Of a paper that is watched by its number: it goes after others where there is no room. */
  isWatched?: true;
  /** What it differs in from the one before, where both were read. */
  since?: { id: string; summary: Summary };
}

/** A text, compressed: apart from what is known of it, which is read more often. */
export interface PackedText {
  id: string;
  packed: Uint8Array<ArrayBuffer>;
}

/** When the files of a hundred numbers were last asked for at isocpp.org: name to epoch seconds. */
export interface AskedShelf {
  /** 23 for the numbers from 2300 to 2399. */
  key: number;
  at: Record<string, number>;
}

/** What a yearly listing says of one paper, and the year of the listing. */
export interface ListedRow extends ListedPaper {
  year: number;
}

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
interface MatchesFound {
  kind: "matches-found";
  ids: string[];
}

/** One fact of the log, append-only, written with the change that it tells of. `seq` orders, it identifies nothing. */
export type LogRow = (LogEvent | MatchesFound) & { seq?: number; at: number };

/** What a head said when it was last accepted. */
type HeadSaid = Pick<FeedHead, "at" | "expires" | "waitMinutes" | "share" | "publisher" | "mirrors">;

/** Why the last look at a feed gave nothing; "elsewhere": it is redirected to another origin. */
export type FeedTrouble = { kind: Refusal | "elsewhere" } | { kind: "host"; failure: CheckFailure };

/**
 * How one feed is read, by its folder ("https://scout.example/paperscout/"). Which are subscribed is a setting; the row
 * comes with the first look, and stays a while after, so that taking the removal back loses nothing. Times are epoch ms.
 */
export interface FeedRow {
  folder: string;
  since: number;
  /** The payload of the latest head that was accepted, and the key that has signed it. */
  latest?: string;
  key?: string;
  said?: HeadSaid;
  /** When it last gave a head that was accepted; 0 for never. */
  heardAt: number;
  /** The `at` of the head whose facts were last taken in, and the hash of the part that had them. */
  readAt?: number;
  readPart?: string;
  /** Looks without success since. */
  failures: number;
  /** After those it is left alone for so long. */
  waitMs?: number;
  trouble?: FeedTrouble;
  /** News that came from it; facts that were none, and those that were more than there can be, each the most in one part. */
  brought: number;
  odd: number;
  excess?: number;
  /** Of its claims, how many isocpp.org confirmed and denied. */
  confirmed: number;
  denied: number;
}

/** What a host has sent and nobody has read yet: it is fetched by one job and read by another. Written with the job that is to read it, removed with its results. */
export interface Download {
  /** "room": nothing but bytes, to see whether there is room for them. */
  name: "index" | "room";
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
  etag?: string;
  lastModified?: string;
}

/** How loudly a list's matches are told. */
export const LIST_MODES = ["notify", "badge", "off"] as const;
export type ListMode = (typeof LIST_MODES)[number];

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

/** A paper series ("P2300") that the person wants to hear nothing of. What was unread when it was muted, at that time (epoch ms), has that `readAt`. */
export interface MuteRow {
  series: string;
  at: number;
}

export interface SettingRow {
  name: SettingName;
  value: SettingValue;
}
