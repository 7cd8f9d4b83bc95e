import type { Watch } from "../../watch/watch.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";

/** What a watch of a list has found so far. */
export interface Found {
  count: number;
  /** The date of the newest of them as the index writes it ("2026-02-17", "1999-11"); absent where none has any. */
  newest?: string;
  /** When the last was found, epoch ms. */
  lastAt: number;
}

type ListedWatch = Watch & { list: number };

/** Gives what any watch has found, from one walk over all matches. A mention is an author watch's as well. */
export async function foundByWatch(db: ReadableDatabase): Promise<(watch: ListedWatch) => Found> {
  const all = new Map<string, Found>();
  await db.matches.each(({ paper, reasons, foundAt }) => {
    const keys = reasons.map(({ kind, watched, list = 0 }) => keyOf({ kind: kind === "mention" ? "author" : kind, text: watched, list }));
    for (const key of new Set(keys)) {
      const found = all.get(key) ?? { count: 0, lastAt: 0 };
      found.count += 1;
      found.lastAt = Math.max(found.lastAt, foundAt);
      if (paper.date && paper.date > (found.newest ?? "")) found.newest = paper.date;
      all.set(key, found);
    }
  });
  return (watch) => all.get(keyOf(watch)) ?? { count: 0, lastAt: 0 };
}

function keyOf({ kind, text, list }: { kind: string; text: string; list: number }): string {
  return `${list} ${kind} ${text}`;
}
