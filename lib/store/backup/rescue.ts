import { Dexie } from "dexie";
import { createDatabase, DATABASE_NAME } from "../database/database.ts";
import { openDatabase } from "../database/open-database.ts";
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupRows, makeBackup } from "./backup.ts";
import { importBackup } from "./import-backup.ts";
import { forgetListMirror, readListMirror } from "./list-mirror.ts";

/**
 * A backup of what can still be read of a database that does not open in the usual way: its tables one by one, whatever
 * its version, and the lists from their copy where the tables give none. Undefined where nothing can be read.
 */
export async function rescueBackup(now = Date.now()): Promise<{ json: string; complete: boolean } | undefined> {
  const rows = await readRawTables();
  const mirror = await readListMirror().catch(() => undefined);
  if (!rows && !mirror) return undefined;
  const { complete = false, ...tables } = rows ?? { watchlists: [], watches: [], settings: [], matches: [], mutes: [] };
  const backup = makeBackup(tables, now);
  if (backup.watchlists.length === 0 && mirror) Object.assign(backup, { watchlists: mirror.watchlists, settings: mirror.settings, mutes: mirror.mutes ?? [] });
  return { json: JSON.stringify(backup, null, 2), complete };
}

/** The lists are to be kept, and neither the database nor their copy can be read. */
export class NothingToKeep extends Error {
  override name = "NothingToKeep";
}

/** Deletes the database. With `keepWatchlists` the lists and settings that can be read go into the new one; where none can, rejects with NothingToKeep and deletes nothing. */
export async function resetDatabase({ keepWatchlists }: { keepWatchlists: boolean }, now = Date.now()): Promise<void> {
  if (!keepWatchlists) {
    await Dexie.delete(DATABASE_NAME);
    // Else what is thrown away would come back from its copy.
    return forgetListMirror();
  }
  const rescued = await rescueBackup(now);
  const { watchlists, settings, mutes } = rescued ? JSON.parse(rescued.json) : { watchlists: [] };
  if (!rescued?.complete && watchlists.length === 0) throw new NothingToKeep("Neither the database nor the copy of the lists can be read.");
  await Dexie.delete(DATABASE_NAME);
  const db = await openDatabase(createDatabase());
  await importBackup(db, JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, watchlists, settings, mutes }), now);
  db.close();
}

async function readRawTables(): Promise<(BackupRows & { complete: boolean }) | undefined> {
  const names: string[] = await Dexie.getDatabaseNames().catch(() => []);
  if (!names.includes(DATABASE_NAME)) return undefined;
  // Without a declared version Dexie takes the database as it is.
  const raw = new Dexie(DATABASE_NAME);
  const rows: BackupRows = { watchlists: [], watches: [], settings: [], matches: [], mutes: [] };
  let complete = true;
  try {
    await raw.open();
    for (const name of Object.keys(rows) as (keyof BackupRows)[]) {
      // Before version 4 nothing could be muted.
      if (name === "mutes" && !raw.tables.some((table) => table.name === name)) continue;
      rows[name] = await raw
        .table(name)
        .toArray()
        .catch(() => {
          complete = false;
          return [];
        });
    }
    return { ...rows, complete };
  } catch {
    return undefined;
  } finally {
    raw.close();
  }
}
