import type { Paper } from "../../papers/paper.ts";
import { compileWatch } from "../matching/match-watch.ts";
import type { Watch } from "../watch.ts";

/** Of these papers the newest that one of the watches asks for, by date and then by number, at most so many. */
export function newestMatching(papers: Iterable<Paper>, watches: Watch[], most: number): Paper[] {
  const finds = watches.map(compileWatch);
  const found = [...papers].filter((paper) => finds.some((find) => find(paper) !== undefined));
  return found.sort(newestFirst).slice(0, most);
}

function newestFirst(a: Paper, b: Paper): number {
  const [one, other] = [a.date ?? "", b.date ?? ""];
  if (one !== other) return one < other ? 1 : -1;
  return (b.number ?? 0) - (a.number ?? 0) || (b.revision ?? 0) - (a.revision ?? 0);
}
