import type { Mark } from "./find-marks.ts";

type Range = Pick<Mark, "from" | "to">;

/** The marks in a part of the text, counted from its beginning. */
export function marksWithin(marks: readonly Range[], start: number, end: number): Range[] {
  return marks.flatMap(({ from, to }) => (from < end && to > start ? [{ from: Math.max(from, start) - start, to: Math.min(to, end) - start }] : []));
}
