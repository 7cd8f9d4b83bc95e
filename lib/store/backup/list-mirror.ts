import { browser } from "wxt/browser";
import type { Database } from "../database/database.ts";
import { type Backup, makeBackup } from "./backup.ts";
import { readLists } from "./lists-state.ts";

const KEY = "list-mirror";

/**
 * Copies watchlists, settings and mutes to storage.local, which lives apart from IndexedDB: should the database become
 * unreadable or be lost, the lists are still there to be exported or restored. Rejects while it is not decided what lists
 * this database began with: it may be one that has lost them, and the copy all that there is.
 */
export async function saveListMirror(db: Database, now: number): Promise<void> {
  const [lists, watchlists, watches, settings, mutes] = await db.transaction("r", [db.state, db.watchlists, db.watches, db.settings, db.mutes], () =>
    Promise.all([readLists(db), db.watchlists.toArray(), db.watches.toArray(), db.settings.toArray(), db.mutes.toArray()]),
  );
  if (!lists) throw new Error("Whether the lists are lost is not decided yet; their copy is left alone.");
  await browser.storage.local.set({ [KEY]: makeBackup({ watchlists, watches, settings, matches: [], mutes }, now) });
}

/** The copy, undefined where none was ever made. */
export async function readListMirror(): Promise<Backup | undefined> {
  return (await browser.storage.local.get(KEY))[KEY] as Backup | undefined;
}

/** Removes the copy: the person wants to begin with nothing. */
export async function forgetListMirror(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
