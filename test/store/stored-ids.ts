import { readLines, shelfLines } from "../../lib/papers/index/shelf-lines.ts";
import type { Database } from "../../lib/store/database/database.ts";

/** The ids of everything on the shelves, papers and issues, sorted. */
export async function storedIds(db: Database): Promise<string[]> {
  const shelves = await db.shelves.toArray();
  return readLines(shelves.flatMap(({ text }) => shelfLines(text)))
    .map(([id]) => id)
    .sort();
}
