import { leastPath } from "./least-path.ts";

/** So many words go on in the one text, in the other, or in both. */
export interface Step {
  kind: "same" | "added" | "removed";
  count: number;
}

/**
 * What all of a comparison may cost, in steps of the search, which grow with the square of what differs: the same texts give the same
 * result on any machine, however slow.
 */
export interface Budget {
  left: number;
  /** Something was left undone for it. */
  isSpent: boolean;
}

/** The least steps from one row of numbers to the other; undefined where they are more than `most`, or than the budget has left. */
export function leastSteps(before: number[], after: number[], most: number, budget: Budget): Step[] | undefined {
  const affordable = Math.min(most, Math.floor(Math.sqrt(2 * Math.max(0, budget.left))));
  if (Math.abs(before.length - after.length) > affordable) return undefined;
  const steps = leastPath(before, after, affordable);
  const edits = steps?.reduce((sum, { kind, count }) => sum + (kind === "same" ? 0 : count), 0) ?? affordable;
  budget.left -= (edits * edits) / 2 + before.length + after.length;
  return steps;
}

/** Steps one after the other, those of one kind joined. */
export function joined(steps: Iterable<Step>): Step[] {
  const all: Step[] = [];
  for (const { kind, count } of steps) {
    const last = all.at(-1);
    if (count === 0) continue;
    if (last?.kind === kind) last.count += count;
    else all.push({ kind, count });
  }
  return all;
}

/** The way back: from the new text to the old one. */
export function reversed(steps: Step[]): Step[] {
  return steps.map(({ kind, count }) => ({ kind: kind === "added" ? "removed" : kind === "removed" ? "added" : "same", count }));
}
