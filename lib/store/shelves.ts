import { isPaper, type Paper } from "../papers/paper.ts";
import { readIndex } from "../papers/read-index.ts";
import { readLines, shelfLines } from "../papers/shelf-lines.ts";
import type { Database } from "./database.ts";
import type { Shelf } from "./schema.ts";

/** Every entry of the index, papers and issues, read by today's rules. */
export async function allEntries(db: Database): Promise<Paper[]> {
  return readShelves(await db.shelves.toArray());
}

/** The papers of the index (P, N, D), read by today's rules; a third of the work of reading all entries. */
export async function allPapers(db: Database): Promise<Paper[]> {
  return readShelves(await db.shelves.where("key").startsWithAnyOf("P", "N", "D").toArray()).filter(isPaper);
}

function readShelves(shelves: Shelf[]): Paper[] {
  return [...readIndex(readLines(shelves.flatMap(({ text }) => shelfLines(text)))).entries.values()];
}
