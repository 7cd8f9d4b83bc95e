import { isSameWatch } from "../../watch/syntax/is-same-watch.ts";
import type { Watch } from "../../watch/watch.ts";
import type { Database } from "../database/database.ts";
import type { ListMode, Watchlist, WatchRow } from "../database/schema.ts";
import { type MovedWatch, moveReasons } from "../matches/move-reasons.ts";

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
 * list holds the same watch already, that one stays and this one goes: a list holds each watch once. What it has found
 * goes with it as long as it asks for the same.
 */
export async function editWatch(db: Database, id: number, watch: Watch, list: number): Promise<"edited" | "already-there" | "gone"> {
  return db.transaction("rw", [db.watchlists, db.watches, db.matches], async () => {
    const [row, target] = [await db.watches.get(id), await db.watchlists.get(list)];
    if (!row || !target) return "gone";
    const end = await placeWatch(db, row, watch, list);
    await moveReasons(db, movedTo(target, [row], watch));
    return end;
  });
}

/** Moves watches to a list, with what they have found; what stands there already stays alone. Gives how many there were to be moved. */
export async function moveWatches(db: Database, ids: number[], list: number): Promise<number> {
  return db.transaction("rw", [db.watchlists, db.watches, db.matches], async () => {
    const target = await db.watchlists.get(list);
    const rows = target ? (await db.watches.bulkGet(ids)).flatMap((row) => row ?? []) : [];
    for (const row of rows) await placeWatch(db, row, row, list);
    if (target) await moveReasons(db, movedTo(target, rows));
    return rows.length;
  });
}

async function placeWatch(db: Database, { id }: WatchRow, { kind, text }: Watch, list: number): Promise<"edited" | "already-there"> {
  const known = await db.watches.where({ list, kind, text }).first();
  if (known && known.id !== id) {
    await db.watches.delete(id);
    return "already-there";
  }
  await db.watches.update(id, { kind, text, list });
  return "edited";
}

/** Those of the rows that have gone to the list, or are spelled otherwise, as what they have become. */
function movedTo({ id, name }: Watchlist, rows: WatchRow[], watch?: Watch): MovedWatch[] {
  return rows.flatMap(({ kind, text, list }) => {
    const become = watch ?? { kind, text };
    if (!isSameWatch({ kind, text }, become) || (list === id && text === become.text)) return [];
    return { from: { kind, text, list }, to: { text: become.text, list: { id, name } } };
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

/** Removes the watch from every list, however it was spelled; gives its rows, which `restoreWatch` brings back. */
export async function endWatch(db: Database, watch: Watch): Promise<WatchRow[]> {
  return db.transaction("rw", [db.watches], async () => {
    const rows = await db.watches.filter((row) => isSameWatch(row, watch)).toArray();
    await db.watches.bulkDelete(rows.map(({ id }) => id));
    return rows;
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
