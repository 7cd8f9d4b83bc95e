import { isSameWatch } from "../../watch/syntax/is-same-watch.ts";
import type { Watch } from "../../watch/watch.ts";
import type { Database } from "../database/database.ts";
import type { ListMode, WatchRow } from "../database/schema.ts";

/** Adds a watch to a list, and gives its id; a list holds each watch once. Joins the caller's transaction. */
export async function addWatch(db: Database, list: number, { kind, text }: Watch, addedAt: number): Promise<{ id: number; added: boolean }> {
  return db.transaction("rw", [db.watches], async () => {
    const known = await db.watches.where({ list, kind, text }).first();
    if (known) return { id: known.id, added: false };
    return { id: await db.watches.add({ list, kind, text, addedAt }), added: true };
  });
}

/** The first list, made with this name where there is none. */
export async function ensureFirstList(db: Database, name: string): Promise<number> {
  return db.transaction("rw", [db.watchlists], async () => (await db.watchlists.orderBy("id").first())?.id ?? db.watchlists.add({ name, mode: "notify" }));
}

/**
 * Makes another watch of this one, or moves it to another list; "gone" where there is no such watch or list. Where the
 * list holds the same watch already, that one stays and this one goes: a list holds each watch once.
 */
export async function editWatch(db: Database, id: number, { kind, text }: Watch, list: number): Promise<"edited" | "already-there" | "gone"> {
  return db.transaction("rw", [db.watchlists, db.watches], async () => {
    if (!(await db.watches.get(id)) || !(await db.watchlists.get(list))) return "gone";
    const known = await db.watches.where({ list, kind, text }).first();
    if (known && known.id !== id) {
      await db.watches.delete(id);
      return "already-there";
    }
    await db.watches.update(id, { kind, text, list });
    return "edited";
  });
}

/** Moves watches to a list; what stands there already stays alone. Gives how many there were to be moved. */
export async function moveWatches(db: Database, ids: number[], list: number): Promise<number> {
  return db.transaction("rw", [db.watchlists, db.watches], async () => {
    let moved = 0;
    for (const row of await db.watches.bulkGet(ids)) if (row && (await editWatch(db, row.id, row, list)) !== "gone") moved++;
    return moved;
  });
}

/** Takes back that a watch was removed: it stands where it stood, as old as it was. False where its list has gone. */
export async function restoreWatch(db: Database, row: WatchRow): Promise<boolean> {
  return db.transaction("rw", [db.watchlists, db.watches], async () => {
    if (!(await db.watchlists.get(row.list))) return false;
    const { list, kind, text } = row;
    if (!(await db.watches.where({ list, kind, text }).first())) await db.watches.put(row);
    return true;
  });
}

export async function removeWatch(db: Database, id: number): Promise<void> {
  await db.watches.delete(id);
}

/** Removes the watch from every list, however it was spelled; gives the ids of the lists that had it. */
export async function endWatch(db: Database, watch: Watch): Promise<number[]> {
  return db.transaction("rw", [db.watches], async () => {
    const rows = await db.watches.filter((row) => isSameWatch(row, watch)).toArray();
    await db.watches.bulkDelete(rows.map(({ id }) => id));
    return [...new Set(rows.map(({ list }) => list))];
  });
}

export async function addWatchlist(db: Database, name: string): Promise<number> {
  return db.watchlists.add({ name, mode: "notify" });
}

export async function renameWatchlist(db: Database, id: number, name: string): Promise<void> {
  await db.watchlists.update(id, { name });
}

export async function setListMode(db: Database, id: number, mode: ListMode): Promise<void> {
  await db.watchlists.update(id, { mode });
}

/** Removes the list with its watches; matches that they found stay. */
export async function removeWatchlist(db: Database, id: number): Promise<void> {
  await db.transaction("rw", [db.watchlists, db.watches], async () => {
    await db.watches.where({ list: id }).delete();
    await db.watchlists.delete(id);
  });
}
