import { readFileName } from "./draft-file.ts";
import type { Knowledge, KnownFile, KnownPaper } from "./policy.ts";

/** For tests: what a client knows that knows nothing but this. The ids are those of the papers where none are given. */
export function knowing({ papers = [], ids, ...rest }: Partial<Knowledge> = {}): Knowledge {
  const ofPapers = papers.map(({ number, revision }) => `P${String(number).padStart(4, "0")}R${revision}`);
  return { papers, ids: ids ?? new Set(ofPapers), files: [], watched: new Set(), asked: new Map(), cycle: 1, phase: 0.25, ...rest };
}

/** For tests: a found file by its name. */
export function found(name: string, foundAt: number, more: Partial<KnownFile> = {}): KnownFile {
  const file = readFileName(name);
  if (!file) throw new Error(`${name} is no name of a file`);
  return { ...file, foundAt, ...more };
}

/** For tests: the papers R0 of these numbers, all of one date. */
export function papersTo(last: number, date: string): KnownPaper[] {
  return Array.from({ length: last }, (_, before) => ({ number: before + 1, revision: 0, date, extension: ".html" }));
}
