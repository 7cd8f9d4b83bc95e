import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Match } from "../database/schema.ts";

/** Rows that are handed over at a time: thousands at once would hold the page for longer than a frame. */
const AT_ONCE = 200;

/** Every match, newest first, all of the same moment. */
export function readAllMatches(db: ReadableDatabase): Promise<Match[]> {
  return db.transaction("r", [db.matches], async () => {
    const matches: Match[] = [];
    for (;;) {
      const last = matches.at(-1);
      const next = await (last ? db.matches.where("id").above(last.id) : db.matches.orderBy("id")).limit(AT_ONCE).toArray();
      matches.push(...next);
      if (next.length < AT_ONCE) return matches.sort((a, b) => b.foundAt - a.foundAt || (a.id < b.id ? 1 : -1));
    }
  });
}
