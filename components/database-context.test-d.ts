import { readSettings } from "../lib/store/lists/settings-store.ts";
import { addWatchlist } from "../lib/store/lists/watchlists.ts";
import { markRead } from "../lib/store/matches/matches.ts";
import { useDatabase } from "./database-context.ts";
import { useLiveQuery } from "./hooks/use-live-query.ts";
import { useRead } from "./hooks/use-read.ts";

const db = useDatabase();
const match = await db.matches.get("P2300R10");
if (!match) throw new Error("types only");

// What a page may do.
void readSettings(db);
void useLiveQuery((db) => db.matches.where("readAt").above(0).reverse().limit(3).toArray());
void db.transaction("r", [db.matches], () => db.matches.count());

// @ts-expect-error A page writes no row.
void db.matches.put(match);
// @ts-expect-error Nor many of them.
void db.log.bulkAdd([]);
// @ts-expect-error A page removes no row.
void db.matches.delete("P2300R10");
// @ts-expect-error Nor empties a table.
void db.watches.clear();
// @ts-expect-error Rows that were chosen are not to be changed,
void db.matches.where({ readAt: 0 }).modify({ readAt: 1 });
// @ts-expect-error nor those of a range of an index,
void db.matches.where("readAt").above(0).reverse().modify({ readAt: 0 });
// @ts-expect-error nor removed.
void db.matches.toCollection().delete();
// @ts-expect-error The transactions of pages are for reading.
void db.transaction("rw", [db.matches], async () => {});
// @ts-expect-error A page does not delete the database; recovery has its own way.
void db.delete();
// @ts-expect-error The engine's own tables are no exception: pages command by messages.
void db.jobs.update(1, { abort: true });
// @ts-expect-error What the background has for writing takes no database of a page: a match is read by the message "markRead".
void markRead(db, ["P2300R10"], 0);
// @ts-expect-error A list is made by the message "addWatchlist".
void addWatchlist(db, "Mine");
// @ts-expect-error A live query gets the same database.
void useLiveQuery((db) => db.settings.put({ name: "sync", value: true }));
// @ts-expect-error And so does a query that is read once.
void useRead((db) => db.state.delete("tally"), []);
// @ts-expect-error There is no such table.
void db.papers;
