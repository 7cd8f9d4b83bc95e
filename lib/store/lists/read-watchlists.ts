import type { ReadableDatabase } from "../database/readable-database.ts";
import type { Watchlist, WatchRow } from "../database/schema.ts";

export type FilledWatchlist = Watchlist & { watches: WatchRow[] };

/** All lists in the order of their making, each with its watches in the order of adding. */
export function readWatchlists(db: ReadableDatabase): Promise<FilledWatchlist[]> {
  return db.transaction("r", [db.watchlists, db.watches], async () => {
    const [lists, watches] = await Promise.all([db.watchlists.orderBy("id").toArray(), db.watches.orderBy("id").toArray()]);
    return lists.map((list) => ({ ...list, watches: watches.filter((watch) => watch.list === list.id) }));
  });
}
