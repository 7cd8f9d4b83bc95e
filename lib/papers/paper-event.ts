import type { Change, ComparedField } from "./index/diff.ts";
import type { Renaming } from "./index/renamings.ts";
import type { Paper, Prefix } from "./paper.ts";

/** A fact about one paper, as the log keeps it. */
export type PaperEvent =
  | { kind: "paper-added"; paper: Paper }
  | ({ kind: "paper-filled" | "paper-changed" | "paper-returned" } & Change)
  | { kind: "paper-vanished"; paper: Paper }
  /** What a yearly listing of open-std.org says beyond the index; `before` is absent where the index lacks the paper. */
  | { kind: "paper-listed"; paper: Paper; before?: Paper }
  | DraftEvent
  /** A draft has become a paper of the index. `days` passed between the two. */
  | { kind: "draft-published"; paper: Paper; from: PublishedFrom };

/** A fact about a draft. The paper is the draft as a paper. `quiet`: it was asked for since somebody looked back, who wants it counted and not notified. */
export type DraftEvent = { kind: "draft-found" | "draft-read" | "draft-changed" | "draft-gone"; paper: Paper; draft: DraftFacts; quiet?: true };

/** The draft that a paper was. */
export interface PublishedFrom {
  id: string;
  link: string;
  foundAt: number;
  days: number;
}

/** What is to be known of a draft beside the paper that it will be. Times are epoch ms. */
export interface DraftFacts {
  /** Names its content, so that nothing is told twice of it. */
  version: string;
  modifiedAt?: number;
  /** Its file is older than what counts as new: news only to those who watch it. */
  older?: true;
  /** It was there when PaperScout first looked. */
  baseline?: true;
  nearFrontier?: true;
  /** Only a feed says so: nobody is told before isocpp.org has been asked. */
  claimed?: true;
  /** Why its first page could not be read. */
  unreadable?: string;
}

/** A fact about the index as a whole: it stands in the log in place of thousands of facts that would be no news. */
type IndexEvent =
  | { kind: "mass-change"; field: ComparedField; papers: number }
  | ({ kind: "renaming" } & Renaming)
  | { kind: "new-kind"; prefix: Prefix; papers: number };

export type LogEvent = PaperEvent | IndexEvent;
