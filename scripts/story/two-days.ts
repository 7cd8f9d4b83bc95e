import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readIndex } from "../../lib/papers/index/read-index.ts";
import { isPaper, type Paper } from "../../lib/papers/paper.ts";
import { ROOT } from "../running/run-logged.mjs";
import { newestPapers } from "./newest-papers.ts";
import type { StartOptions } from "./start-options.mjs";

/** What wg21.link serves on one day. */
export interface Day {
  body: string;
  entries: Map<string, Paper>;
}

export interface TwoDays {
  first: Day;
  next: Day;
  /** Where they come from, for a person. */
  source: string;
}

const HELD_BACK = 6;
const SAMPLE = { index: "test/sample/index.json", next: "test/sample/next-index.json" };

/** Reads the two indexes of the story; of a single one the newest papers are held back from the first day. */
export function readTwoDays({ index, next }: Pick<StartOptions, "index" | "next">): TwoDays {
  const body = readFileSync(index ?? join(ROOT, SAMPLE.index), "utf8");
  const given = readDay(body);
  if (index === undefined)
    return { first: given, next: readDay(readFileSync(join(ROOT, SAMPLE.next), "utf8")), source: `${SAMPLE.index}, then ${SAMPLE.next}` };
  if (next !== undefined) return { first: given, next: readDay(readFileSync(next, "utf8")), source: `${shown(index)}, then ${shown(next)}` };
  const ids = newestPapers(given.entries, HELD_BACK).map(({ id }) => id);
  const rest = Object.entries(JSON.parse(body)).filter(([key]) => !ids.includes(key.toUpperCase()));
  const first = readDay(JSON.stringify(Object.fromEntries(rest)));
  return { first, next: given, source: `${shown(index)}; its newest papers, ${ids.join(", ")}, are held back from the first day` };
}

export function countPapers({ entries }: Day): number {
  return [...entries.values()].filter(isPaper).length;
}

/** Short for a file of the project. */
function shown(file: string): string {
  const inside = relative(ROOT, file);
  return inside.startsWith("..") ? file : inside;
}

function readDay(body: string): Day {
  return { body, entries: readIndex(Object.entries(JSON.parse(body))).entries };
}
