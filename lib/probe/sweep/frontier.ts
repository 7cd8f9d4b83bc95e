import type { DraftFile } from "../draft-file.ts";

/**
 * The original's frontier: from the top down the first number that is at most `gap` above the one below it, else the
 * smallest, 0 where there is none. Two outliers close to each other capture it.
 */
export function sweepFrontier(numbers: Iterable<number>, gap: number): number {
  const descending = [...new Set(numbers)].sort((a, b) => b - a);
  const top = descending.find((number, position) => number - (descending[position + 1] ?? Number.NEGATIVE_INFINITY) <= gap);
  return top ?? descending.at(-1) ?? 0;
}

/** The numbers that found files add to those of the index; with five digits none does. */
export function foundNumbers(files: readonly DraftFile[]): number[] {
  return files.filter(({ number, extension }) => number <= 9999 && (extension === ".pdf" || extension === ".html")).map(({ number }) => number);
}
