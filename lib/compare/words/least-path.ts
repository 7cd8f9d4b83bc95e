import type { Step } from "./step.ts";

/** Nothing leads there. */
const NOWHERE = -2;

/**
 * The least steps from one row of numbers to the other, by the greedy search of Myers (An O(ND) difference algorithm, 1986); undefined where
 * they are more than `most`. Where removing and adding lead equally far it removes first, as `diffArrays` of the package diff does.
 */
export function leastPath(before: number[], after: number[], most: number): Step[] | undefined {
  const [length, lengthAfter] = [before.length, after.length];
  /** How far into the old text so many edits lead at most, on each diagonal (old place less new place) that they can end on: every second one. */
  const rows: Int32Array[] = [];
  let [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let edits = 0; edits <= most && edits <= length + lengthAfter; edits++) {
    // One more at either end, where nothing leads.
    const row = new Int32Array(edits + 3).fill(NOWHERE);
    const last = rows.at(-1);
    rows.push(row);
    // Where a diagonal has reached an end, what lies beyond it only leads astray.
    for (let diagonal = Math.max(lowest, -edits); diagonal <= highest && diagonal <= edits; diagonal += 2) {
      const at = (diagonal + edits) >> 1;
      let place = -1;
      if (last !== undefined) {
        const [removing, adding] = [last[at] as number, last[at + 1] as number];
        const isAdded = isAdding(removing, adding, diagonal, length, lengthAfter);
        if (isAdded === undefined) continue;
        place = isAdded ? adding : removing + 1;
      }
      while (place + 1 < length && place + 1 - diagonal < lengthAfter && before[place + 1] === after[place + 1 - diagonal]) place++;
      row[at + 1] = place;
      const [isOldOver, isNewOver] = [place + 1 >= length, place + 1 - diagonal >= lengthAfter];
      if (isOldOver && isNewOver) return stepsOn(rows, length, lengthAfter);
      if (isOldOver) highest = Math.min(highest, diagonal - 1);
      if (isNewOver) lowest = Math.max(lowest, diagonal + 1);
    }
  }
  return undefined;
}

/** Whether the last edit that leads furthest on a diagonal is to add, from the diagonal behind, and not to remove, from the one before; undefined where neither can be. */
function isAdding(removing: number, adding: number, diagonal: number, length: number, lengthAfter: number): boolean | undefined {
  const canRemove = removing !== NOWHERE && removing + 1 < length;
  const canAdd = adding !== NOWHERE && adding >= diagonal && adding - diagonal < lengthAfter;
  return canAdd || canRemove ? canAdd && !(canRemove && removing >= adding) : undefined;
}

/** The way that was taken, from its end to its beginning. */
function stepsOn(rows: Int32Array[], length: number, lengthAfter: number): Step[] {
  const steps: Step[] = [];
  const add = (kind: Step["kind"], count: number) => {
    const last = steps.at(-1);
    if (last?.kind === kind) last.count += count;
    else if (count > 0) steps.push({ kind, count });
  };
  let [place, diagonal] = [length - 1, length - lengthAfter];
  for (let edits = rows.length - 1; edits > 0; edits--) {
    const last = rows[edits - 1] as Int32Array;
    const at = (diagonal + edits) >> 1;
    const [removing, adding] = [last[at] as number, last[at + 1] as number];
    const isAdded = isAdding(removing, adding, diagonal, length, lengthAfter) === true;
    add("same", place - (isAdded ? adding : removing + 1));
    add(isAdded ? "added" : "removed", 1);
    [place, diagonal] = isAdded ? [adding, diagonal + 1] : [removing, diagonal - 1];
  }
  add("same", place + 1);
  return steps.reverse();
}
