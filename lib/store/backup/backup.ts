import type { SettingValue } from "../../terms/settings.ts";
import { formatWatch } from "../../watch/syntax/format-watch.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { ListMode, Match, MuteRow, SettingRow, Watchlist, WatchRow } from "../database/schema.ts";

export const BACKUP_FORMAT = "paperscout-backup";
export const BACKUP_VERSION = 1;

/** The file that Export writes; docs/backup-format.md describes it. */
export interface Backup {
  format: typeof BACKUP_FORMAT;
  version: typeof BACKUP_VERSION;
  /** ISO 8601, UTC. */
  exportedAt: string;
  watchlists: { name: string; mode: ListMode /** As a person would type them: "P2300", "author:Kühl". */; watches: string[] }[];
  settings: Record<string, SettingValue>;
  matches: Match[];
  mutes: MuteRow[];
}

export interface BackupRows {
  watchlists: Watchlist[];
  watches: WatchRow[];
  settings: SettingRow[];
  matches: Match[];
  mutes: MuteRow[];
}

/** The backup of these rows. A watch whose list is gone is left out. */
export function makeBackup({ watchlists, watches, settings, matches, mutes }: BackupRows, now: number): Backup {
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    exportedAt: new Date(now).toISOString(),
    watchlists: watchlists.map(({ id, name, mode }) => ({ name, mode, watches: watches.filter(({ list }) => list === id).map(formatWatch) })),
    settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
    matches,
    mutes,
  };
}

/** Everything a backup holds, read in one transaction. */
export function exportBackup(db: ReadableDatabase, now: number): Promise<Backup> {
  return db.transaction("r", [db.watchlists, db.watches, db.settings, db.matches, db.mutes], async () => {
    const [watchlists, watches, settings, matches, mutes] = await Promise.all([
      db.watchlists.toArray(),
      db.watches.toArray(),
      db.settings.toArray(),
      db.matches.toArray(),
      db.mutes.toArray(),
    ]);
    return makeBackup({ watchlists, watches, settings, matches, mutes }, now);
  });
}
