import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { ListsState } from "../database/schema.ts";

/** Whether it is decided what lists this database begins with; undefined where it is not. */
export async function readLists(db: Pick<ReadableDatabase, "state">): Promise<ListsState | undefined> {
  return (await db.state.get("lists")) as ListsState | undefined;
}

/** The person has read that lists were restored. */
export async function noteRestoreSeen(db: Database): Promise<void> {
  const lists = await readLists(db);
  if (lists) await db.state.put({ name: "lists", since: lists.since });
}
