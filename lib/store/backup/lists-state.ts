import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { ListsState } from "../database/state-rows.ts";

/** Whether it is decided what lists this database begins with; undefined where it is not. */
export async function readLists(db: Pick<ReadableDatabase, "state">): Promise<ListsState | undefined> {
  return (await db.state.get("lists")) as ListsState | undefined;
}

/** The person has read that lists were restored. */
export async function noteRestoreSeen(db: Database): Promise<void> {
  const lists = await readLists(db);
  if (!lists) return;
  const { restored: _, ...others } = lists;
  await db.state.put(others);
}

/**
 * Decides, once in a database from before words of titles found their other forms, whether there is anybody to tell: who
 * watches such words. They stay as they were written.
 */
export async function decideTitleForms(db: Database): Promise<void> {
  if ((await readLists(db))?.titleForms) return;
  await db.transaction("rw", [db.state, db.watches], async () => {
    const lists = await readLists(db);
    if (!lists || lists.titleForms) return;
    const isWatching = await db.watches.filter(({ kind, text }) => kind === "title" || (kind === "rule" && text.includes("title:"))).count();
    await db.state.put({ ...lists, titleForms: isWatching > 0 ? "untold" : "told" });
  });
}

/** The person has read of it. */
export async function noteTitleFormsTold(db: Database): Promise<void> {
  const lists = await readLists(db);
  if (lists) await db.state.put({ ...lists, titleForms: "told" });
}
