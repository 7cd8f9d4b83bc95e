import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

type Index = Record<string, unknown>;

/** Writes indexes of successive days as a folder that readTimeline reads; gives the days that differ from the one before. */
export function writeTimeline(folder: string, [first, ...later]: [date: string, index: Index][]): string[] {
  if (!first) throw new Error("a timeline begins with an index");
  let [, before] = first;
  const days = later.flatMap(([date, index]) => {
    const upsert = Object.fromEntries(Object.entries(index).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])));
    const removed = Object.keys(before).filter((key) => !Object.hasOwn(index, key));
    before = index;
    return Object.keys(upsert).length + removed.length > 0 ? [{ date, entries: Object.keys(index).length, upsert, removed }] : [];
  });
  writeFileSync(join(folder, `base-${first[0]}.json.gz`), gzipSync(JSON.stringify(first[1])));
  writeFileSync(join(folder, `deltas-${first[0]}.jsonl.gz`), gzipSync(days.map((day) => `${JSON.stringify(day)}\n`).join("")));
  return days.map(({ date }) => date);
}
