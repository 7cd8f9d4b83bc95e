import type { Database } from "../database/database.ts";
import type { ListsState } from "../database/state-rows.ts";
import type { Backup } from "./backup.ts";
import { importBackup } from "./import-backup.ts";
import { readLists } from "./lists-state.ts";

/**
 * Decides, once in the life of a database, what lists it begins with, in one transaction. A database that is new while the
 * copy outside it holds lists is one that the browser has thrown away or found damaged: they are taken from the copy.
 * Until it is decided nobody may write that copy. Gives what was decided, now or before.
 */
export async function decideLists(db: Database, readCopy: () => Promise<Backup | undefined>, now: number): Promise<ListsState> {
  const decided = await readLists(db);
  if (decided) return decided;
  const copy = await readCopy();
  return db.transaction("rw", [db.watchlists, db.watches, db.settings, db.matches, db.effects, db.mutes, db.state], async () => {
    const decided = await readLists(db);
    if (decided) return decided;
    const isLost = copy !== undefined && !(Array.isArray(copy.watchlists) && copy.watchlists.length === 0) && (await db.watchlists.count()) === 0;
    const report = isLost ? await importBackup(db, JSON.stringify(copy), now) : undefined;
    // It is all that there is: nobody may write over it.
    if (report && !report.ok) throw new Error(`The copy of the lists cannot be read: ${report.problem}.`);
    const restored = report && { at: now, watchlists: report.watchlists, watches: report.watches };
    const lists: ListsState = { name: "lists", since: now, ...(restored && { restored }) };
    await db.state.put(lists);
    return lists;
  });
}
