import type { Block, BlockKind, Cut } from "../document/document.ts";

/** A stretch of words. What is the same only as far as it is compared (a quotation mark, a section's number) has its former text, too. */
export interface Piece {
  kind: "same" | "added" | "removed";
  text: string;
  before?: string;
}

/** A block, or a heading, with what of it is new, and what of its former text is gone; or one that is gone as a whole. */
export interface ChangedBlock {
  kind: BlockKind | "heading";
  pieces: Piece[];
}

export interface WordCount {
  same: number;
  added: number;
  removed: number;
}

/**
 * A section of the new text, or one of the old text of which hardly anything is left. "changed" is also one that only the new text has a
 * heading for, where its words are old ones.
 */
export interface SectionChange {
  status: "same" | "changed" | "added" | "removed";
  /** Whether it stands elsewhere among the sections that both texts have. */
  isMoved: boolean;
  level: number;
  title: string;
  path: string[];
  /** Where it had another title; another number is none. */
  formerTitle?: string;
  /** Whether it holds text for the standard. */
  isWording: boolean;
  /** Its place among the sections of each text that has it. */
  before?: number;
  after?: number;
  words: WordCount;
  /** The first is its heading, if it has one. */
  blocks: ChangedBlock[];
}

/** Of sections that both texts have: how many differ, stand elsewhere, are called otherwise. Of those that one has: how many have other words as well. */
export interface Summary {
  changed: number;
  added: number;
  removed: number;
  moved: number;
  renamed: number;
  wordsAdded: number;
  wordsRemoved: number;
  /** Whether any text for the standard differs. */
  wording: boolean;
}

/** What the authors say they changed. */
export interface Changelog {
  title: string;
  /** Whether it is the entry of this revision alone, and not the whole section. */
  isEntry: boolean;
  blocks: Block[];
}

/**
 * - same: nothing differs but numbers, dates, quotation marks and the like
 * - different: more than half does, so that word by word says little
 * - unrelated: nothing in common
 */
export type Verdict = "same" | "changed" | "different" | "unrelated";

/** What differs between two texts: the sections of the new one in its order, those that are gone where they stood. */
export interface Comparison {
  verdict: Verdict;
  summary: Summary;
  changelog?: Changelog;
  sections: SectionChange[];
  /** From a PDF, where the layout of lines is ignored. */
  isFromPdf: boolean;
  /** What of each text was not read, and so not compared. */
  cut: { before?: Cut; after?: Cut };
  /** Whether some of it was too long to be compared word by word, so that more is shown as changed than is. */
  isCoarse: boolean;
}
