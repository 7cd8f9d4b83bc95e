import { readIndex } from "../../papers/index/read-index.ts";
import { readLines, shelfLines } from "../../papers/index/shelf-lines.ts";
import { shelfKey } from "../../papers/index/shelve.ts";
import type { Paper } from "../../papers/paper.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";

/** Those of these papers that the index holds, by id. */
export async function indexPapers(db: Pick<ReadableDatabase, "shelves">, ids: string[]): Promise<Map<string, Paper>> {
  const wanted = new Set(ids);
  const shelves = await db.shelves.bulkGet([...new Set(ids.map(shelfKey))]);
  const found = new Map<string, Paper>();
  for (const shelf of shelves) {
    if (!shelf) continue;
    for (const [id, paper] of readIndex(readLines(shelfLines(shelf.text))).entries) if (wanted.has(id)) found.set(id, paper);
  }
  return found;
}
