import type { Change, ComparedField } from "./diff.ts";
import type { Paper, Prefix } from "./paper.ts";

/** A fact about one paper, as the log keeps it. */
export type PaperEvent =
  | { kind: "paper-added"; paper: Paper }
  | ({ kind: "paper-filled" | "paper-changed" | "paper-returned" } & Change)
  | { kind: "paper-vanished"; paper: Paper };

/** A fact about the index as a whole: it stands in the log in place of thousands of facts that would be no news. */
export type IndexEvent = { kind: "mass-change"; field: ComparedField; papers: number } | { kind: "new-kind"; prefix: Prefix; papers: number };

export type LogEvent = PaperEvent | IndexEvent;
