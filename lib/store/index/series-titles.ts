import { readIndex } from "../../papers/index/read-index.ts";
import { readLines, shelfLines } from "../../papers/index/shelf-lines.ts";
import { shelfKey } from "../../papers/index/shelve.ts";
import { seriesOf } from "../../papers/series.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";

/** The series that a line of a shelf belongs to, as it is written there. */
const SERIES = /^\["([PN]\d{1,6})/;

/** The titles of these series ("P2300", "N4950") as their newest revision with one has it. Of the shelves only the lines of these are read. */
export async function seriesTitles(db: Pick<ReadableDatabase, "shelves">, series: string[]): Promise<Map<string, string>> {
  const wanted = new Set(series);
  const shelves = await db.shelves.bulkGet([...new Set(series.map(shelfKey))]);
  const titles = new Map<string, { title: string; revision: number }>();
  for (const shelf of shelves) {
    const lines = shelf ? shelfLines(shelf.text).filter((line) => wanted.has(SERIES.exec(line)?.[1] ?? "")) : [];
    for (const paper of readIndex(readLines(lines)).entries.values()) {
      const { title, revision = 0 } = paper;
      const id = seriesOf(paper);
      if (id !== undefined && title !== "" && revision >= (titles.get(id)?.revision ?? 0)) titles.set(id, { title, revision });
    }
  }
  return new Map([...titles].map(([id, { title }]) => [id, title]));
}
