import { readIndex } from "../../papers/index/read-index.ts";
import { readLines, shelfLines } from "../../papers/index/shelf-lines.ts";
import type { Paper } from "../../papers/paper.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";

/** Of a hundred numbers each: some years of papers. */
const SHELVES = 15;

/** The P papers with the highest numbers, without reading the rest of the index. */
export async function recentPapers(db: ReadableDatabase): Promise<Paper[]> {
  const keys = (await db.shelves.where("key").startsWith("P").primaryKeys()).sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)));
  const shelves = await db.shelves.bulkGet(keys.slice(0, SHELVES));
  return [...readIndex(readLines(shelves.flatMap((shelf) => (shelf ? shelfLines(shelf.text) : [])))).entries.values()];
}
