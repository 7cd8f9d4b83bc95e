import type { Watch } from "../watch/watch.ts";
import type { Database } from "./database.ts";
import type { ListMode } from "./schema.ts";

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

export async function removeWatch(db: Database, id: number): Promise<void> {
  await db.watches.delete(id);
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
