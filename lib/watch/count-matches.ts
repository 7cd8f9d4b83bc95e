import type { Paper } from "../papers/paper.ts";
import { compileWatch } from "./match-watch.ts";
import type { Watch } from "./watch.ts";

/** How many of these papers the watch would match. */
export function countMatches(watch: Watch, papers: Iterable<Paper>): number {
  const match = compileWatch(watch);
  let count = 0;
  for (const paper of papers) if (match(paper)) count += 1;
  return count;
}
