import { isPaper, type Paper } from "../paper.ts";

export const COMPARED_FIELDS = ["title", "authors", "audience", "date", "link", "longLink", "githubUrl"] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

export interface Change {
  paper: Paper;
  before: Paper;
  fields: ComparedField[];
}

/** What happened between two states of the index, papers (P, N, D) only: issues and editorial items are never news. */
export interface Diff {
  added: Paper[];
  /** Stubs, without authors and date before, that now have either. */
  filled: Change[];
  changed: Change[];
  vanished: Paper[];
  /** Papers that are back after having vanished; `before` is what they were when last seen. */
  returned: Change[];
}

/** Compares two states of the index by id. `vanished` holds papers that were there once and are in neither `before`. */
export function diffEntries(before: Map<string, Paper>, after: Map<string, Paper>, vanished: Map<string, Paper> = new Map()): Diff {
  const diff: Diff = { added: [], filled: [], changed: [], vanished: [], returned: [] };
  for (const paper of after.values()) {
    if (!isPaper(paper)) continue;
    const old = before.get(paper.id);
    const gone = vanished.get(paper.id);
    if (old) {
      const fields = changedFields(old, paper);
      if (fields.length > 0) (isFilled(old, paper) ? diff.filled : diff.changed).push({ paper, before: old, fields });
    } else if (gone) diff.returned.push({ paper, before: gone, fields: changedFields(gone, paper) });
    else diff.added.push(paper);
  }
  for (const paper of before.values()) if (isPaper(paper) && !after.has(paper.id)) diff.vanished.push(paper);
  return diff;
}

/** A stub is announced with an id and a provisional title only; its authors and date come with the mailing. */
export function isStub(paper: Paper): boolean {
  return paper.authors.length === 0 && paper.date === undefined;
}

function isFilled(before: Paper, after: Paper): boolean {
  return isStub(before) && !isStub(after);
}

/** In which fields two states of a paper differ, in the order of COMPARED_FIELDS. */
export function changedFields(before: Paper, after: Paper): ComparedField[] {
  return COMPARED_FIELDS.filter((field) => !sameValue(before[field], after[field]));
}

function sameValue(a: string | string[] | undefined, b: string | string[] | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((value, position) => value === b[position]);
}
