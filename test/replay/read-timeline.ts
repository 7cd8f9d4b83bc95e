import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { BadInput } from "../../scripts/scout/bad-input.ts";

/** One day on which the index changed. */
interface Day {
  /** "2018-03-15" */
  date: string;
  /** How many members the index has after this day. */
  entries: number;
  upsert: Record<string, unknown>;
  removed: string[];
}

/** An index as it was on one day, and how it changed on the days after, in their order. */
export interface Timeline {
  from: string;
  base: Record<string, unknown>;
  days: Iterable<Day>;
}

/** Reads a folder that holds base-DATE.json.gz and deltas-*.jsonl.gz, a day a line. */
export function readTimeline(folder: string): Timeline {
  const names = readdirSync(folder).sort();
  const base = names.find((name) => /^base-\d{4}-\d\d-\d\d\.json\.gz$/.test(name));
  if (!base) throw new BadInput(`${folder} holds no base-DATE.json.gz`);
  const deltas = names.filter((name) => /^deltas-.*\.jsonl\.gz$/.test(name));
  return { from: base.slice("base-".length, "base-DATE-MM-DD".length), base: JSON.parse(unzip(base)), days: readDays() };

  function* readDays(): Generator<Day> {
    for (const name of deltas) for (const line of unzip(name).split("\n")) if (line !== "") yield JSON.parse(line);
  }

  function unzip(name: string): string {
    return gunzipSync(readFileSync(join(folder, name))).toString();
  }
}
