import type { Paper } from "../papers/paper.ts";
import { findMarks, type Mark } from "./find-marks.ts";
import type { Term } from "./read-query.ts";

/** What was looked for, as far as marking it needs it; can be sent from one thread to another. */
export interface Sought {
  terms: Term[];
  /** For each term the words that it may have been meant for, with how well they fit. */
  typos: ReadonlyMap<string, number>[];
}

const NO_WORDS: ReadonlyMap<string, number> = new Map();

/** What of a paper's id, title and authors was looked for. */
export function marksIn(paper: Paper, { terms, typos }: Sought): Mark[] {
  const words = new Map(terms.map(({ spellings: [word] }, place) => [word, typos[place]]));
  return findMarks(paper, terms, (word) => words.get(word) ?? NO_WORDS);
}
