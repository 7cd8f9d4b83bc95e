import type { Tier } from "../policy.ts";

/** One number that a cycle asks for. */
export interface Target {
  number: number;
  tier: Tier;
  /** Its highest published revision; absent where the index has none. */
  latest?: number;
  /** How many revisions above the latest are asked for. */
  depth: number;
}

/** The numbers a cycle is about. */
export interface Field {
  /** The highest published revision of each number. */
  latest: ReadonlyMap<number, number>;
  frontier: number;
  watched: ReadonlySet<number>;
}

export function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
