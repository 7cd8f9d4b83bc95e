import { isPaper, type Paper } from "./paper.ts";
import { formatPaperId, parsePaperId } from "./paper-id.ts";

/** A paper in WG21's sense: all published revisions and drafts under one number. An N paper is a series of one. */
export interface Series {
  /** "P2300" for P and D documents alike, "N4950". */
  id: string;
  /** Oldest first; a draft (D) directly before the revision (P) that it became. */
  revisions: Paper[];
}

/** The series a document belongs to: "P2300" for D2300R1; undefined where the entry is no paper or its id irregular. */
export function seriesOf(paper: Paper): string | undefined {
  return isPaper(paper) && paper.number !== undefined ? seriesOfId(paper.id) : undefined;
}

/** The same for an id of which no more is known. */
export function seriesOfId(id: string): string | undefined {
  const parsed = parsePaperId(id);
  if (!parsed?.regular || !isPaper(parsed)) return undefined;
  return formatPaperId({ prefix: parsed.prefix === "N" ? "N" : "P", number: parsed.number });
}

/** What one paper is where papers are counted: a series, with all its documents; an entry that belongs to none is one by itself. */
export function countedAs(paper: Paper): string {
  return seriesOf(paper) ?? paper.id;
}

/** Groups the papers among the entries into series, in the order of their first document. */
export function groupSeries(papers: Iterable<Paper>): Map<string, Series> {
  const all = new Map<string, Series>();
  for (const paper of papers) {
    const id = seriesOf(paper);
    if (!id) continue;
    const series = all.get(id) ?? { id, revisions: [] };
    series.revisions.push(paper);
    all.set(id, series);
  }
  for (const { revisions } of all.values()) revisions.sort(byRevision);
  return all;
}

/** Oldest first; a draft directly before the revision that it became. */
export function byRevision(a: Pick<Paper, "prefix" | "revision">, b: Pick<Paper, "prefix" | "revision">): number {
  return (a.revision ?? -1) - (b.revision ?? -1) || (a.prefix ?? "").localeCompare(b.prefix ?? "");
}
