import { readIndex } from "../../papers/index/read-index.ts";
import { readLines, shelfLines } from "../../papers/index/shelf-lines.ts";
import { isPaper, type Paper } from "../../papers/paper.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Shelf } from "../database/schema.ts";

/** The shelves of these prefixes. A range each: a search for several beginnings at once walks key by key, which takes ten times as long. */
export async function shelvesOf(db: ReadableDatabase, ...prefixes: string[]): Promise<Shelf[]> {
  return (await Promise.all(prefixes.map((prefix) => db.shelves.where("key").startsWith(prefix).toArray()))).flat();
}

/** The same, each handed over by itself: a page's thread is held by one shelf at a time, where all at once would hold it for several frames. */
export async function shelvesOneByOne(db: ReadableDatabase, ...prefixes: string[]): Promise<Shelf[]> {
  const keys = await Promise.all(prefixes.map((prefix) => db.shelves.where("key").startsWith(prefix).primaryKeys()));
  return (await db.shelves.bulkGet(keys.flat())).filter((shelf) => shelf !== undefined);
}

/** The papers of the index (P, N, D), read by today's rules. Shelves of issues and editorial items are left alone, which saves two thirds of the work. */
export async function allPapers(db: ReadableDatabase): Promise<Paper[]> {
  const shelves = await shelvesOf(db, "P", "N", "D");
  const { entries } = readIndex(readLines(shelves.flatMap(({ text }) => shelfLines(text))));
  return [...entries.values()].filter(isPaper);
}
