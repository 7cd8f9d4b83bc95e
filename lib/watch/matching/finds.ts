import type { Paper } from "../../papers/paper.ts";
import { countedAs } from "../../papers/series.ts";

/** What a watch finds among papers that are already there. */
export interface Finds {
  /** Papers, each of which may have many documents (countedAs). */
  count: number;
  /** The newest few documents, newest first. */
  newest: Paper[];
  counted: Set<string>;
}

export function startFinds(): Finds {
  return { count: 0, newest: [], counted: new Set() };
}

/** Counts the paper of a document that was found, and keeps the document where it is one of the newest so many. */
export function noteFind(finds: Finds, paper: Paper, most: number): void {
  finds.count = finds.counted.add(countedAs(paper)).size;
  const place = finds.newest.findIndex((other) => isNewer(paper, other));
  if (place >= 0) finds.newest.splice(place, 0, paper);
  else finds.newest.push(paper);
  finds.newest.length = Math.min(finds.newest.length, most);
}

/** By date; of the same day, or where none has one, by number and revision. */
function isNewer(a: Paper, b: Paper): boolean {
  const [one, other] = [a.date ?? "", b.date ?? ""];
  if (one !== other) return one > other;
  return (a.number ?? 0) - (b.number ?? 0) > 0 || (a.number === b.number && (a.revision ?? 0) > (b.revision ?? 0));
}
