import type { Paper } from "./paper.ts";
import { parsePaperId } from "./paper-id.ts";

/** How far below a number of the dense cluster its neighbours lie, and how many there must be. */
const REACH = 100;
const NEIGHBOURS = 8;
/** Round numbers (P2400, P3300, P4000, P5000) are handed out far ahead; one that stands this far above the rest is such. */
const ROUND = 100;
const ROUND_GAP = 10;

/** The frontier of an index (`frontierOf`). Takes regular P ids with a revision only ("P04116R0" and "P3141" are none). */
export function frontier(papers: Iterable<Paper>): number {
  const numbers: number[] = [];
  for (const paper of papers) {
    if (paper.prefix !== "P" || paper.number === undefined || paper.revision === undefined) continue;
    if (parsePaperId(paper.id)?.regular) numbers.push(paper.number);
  }
  return frontierOf(numbers);
}

/**
 * The highest number of the dense cluster among the numbers of papers and found drafts, 0 where there is none: lone
 * outliers, pairs of them and round numbers handed out ahead do not count.
 */
export function frontierOf(numbers: Iterable<number>): number {
  const ascending = [...new Set(numbers)].sort((a, b) => a - b);
  // Among a handful of numbers half must do, or one outlier would spoil the cluster of all others.
  const needed = Math.min(NEIGHBOURS, Math.floor((ascending.length - 1) / 2));
  for (let top = ascending.length - 1; top >= 0; top--) {
    const number = ascending[top] ?? 0;
    const below = ascending[top - 1] ?? number;
    const crowded = number - (ascending[top - needed] ?? Number.NEGATIVE_INFINITY) <= REACH;
    const handedOutAhead = number % ROUND === 0 && number - below > ROUND_GAP;
    if (crowded && !handedOutAhead) return number;
  }
  return ascending[0] ?? 0;
}
