import type { Paper } from "../../../../lib/papers/paper.ts";
import type { Target } from "../../report.ts";
import type { FairQuery } from "../search-quality.ts";
import type { Stage } from "../stage.ts";

/** One of the things that are measured by themselves. */
export type Part = (subject: Subject) => Promise<Measured>;

interface Subject {
  /** The folder of the build. */
  build: string;
  /** The text of the index that wg21.link sends. */
  index: string;
  papers: readonly Paper[];
  queries: FairQuery[];
  /** How often a page is opened for a median. */
  runs: number;
  /** Set when it is first asked for. */
  stage(): Promise<Stage>;
}

interface Measured {
  targets: Target[];
  details: Record<string, number>;
}

export const POPUP_ROW = ".match";
export const LIBRARY_ROW = ".windowed > li";
const LONG_TASK_MS = 50;
/** A tenth of what counts as good on the web. */
const LAYOUT_SHIFT = 0.01;
const MEGABYTE = 1_000_000;

export function taskTarget(what: string, value: number): Target {
  return { name: `longest task of the main thread, ${what}`, value, unit: "ms", limit: LONG_TASK_MS };
}

export function shiftTarget(page: string, value: number): Target {
  return { name: `${page}: layout shift as it opens`, value, unit: "", limit: LAYOUT_SHIFT };
}

/** Three digits are more than such a figure can promise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export function megabytes(bytes: number): number {
  return rounded(bytes / MEGABYTE);
}

/** The value at so large a share of them. */
export function at(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
