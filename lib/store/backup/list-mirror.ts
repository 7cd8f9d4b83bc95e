import { browser } from "wxt/browser";
import type { Database } from "../database/database.ts";
import { type Backup, makeBackup } from "./backup.ts";

const KEY = "list-mirror";

/**
 * Copies watchlists, settings and mutes to storage.local, which lives apart from IndexedDB: should the database become
 * unreadable, the lists are still there to be exported or restored. Never read while the database works.
 */
export async function saveListMirror(db: Database, now: number): Promise<void> {
  const [watchlists, watches, settings, mutes] = await db.transaction("r", [db.watchlists, db.watches, db.settings, db.mutes], () =>
    Promise.all([db.watchlists.toArray(), db.watches.toArray(), db.settings.toArray(), db.mutes.toArray()]),
  );
  await browser.storage.local.set({ [KEY]: makeBackup({ watchlists, watches, settings, matches: [], mutes }, now) });
}

/** The copy, undefined where none was ever made. */
export async function readListMirror(): Promise<Backup | undefined> {
  return (await browser.storage.local.get(KEY))[KEY] as Backup | undefined;
}
