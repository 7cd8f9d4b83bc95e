import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Match } from "../database/schema.ts";

/** Rows that are handed over at a time: thousands at once would hold the page for longer than a frame. */
const AT_ONCE = 200;

/** Every match, newest first, all of the same moment. */
export function readAllMatches(db: ReadableDatabase): Promise<Match[]> {
  return db.transaction("r", [db.matches], async () => {
    const ids = await db.matches.orderBy("foundAt").reverse().primaryKeys();
    const matches: Match[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const rows = await db.matches.bulkGet(ids.slice(from, from + AT_ONCE));
      matches.push(...rows.filter((match) => match !== undefined));
    }
    return matches;
  });
}
