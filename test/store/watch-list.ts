import "fake-indexeddb/auto";
import type { Database } from "../../lib/store/database/database.ts";
import type { ListMode } from "../../lib/store/database/schema.ts";
import { addWatch } from "../../lib/store/lists/watchlists.ts";
import { parseWatch } from "../../lib/watch/syntax/parse-watch.ts";

/** Adds a list of that mode with these watches, as one would type them; gives its id. */
export async function watchList(db: Database, mode: ListMode, ...texts: string[]): Promise<number> {
  const id = await db.watchlists.add({ name: `${mode} list`, mode });
  for (const text of texts) {
    const parsed = parseWatch(text);
    if (!parsed.ok) throw new Error(text);
    await addWatch(db, id, parsed.watch, 0);
  }
  return id;
}
