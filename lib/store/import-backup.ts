import type { Database } from "./database.ts";
import { effectOf } from "./effects.ts";
import type { ImportReport } from "./import-report.ts";
import { parseBackup } from "./parse-backup.ts";
import { addWatch } from "./watchlists.ts";

/**
 * Adds a backup to what is there, in one transaction: lists are joined by name, watches and matches that are missing are
 * added, settings are taken over, nothing is removed. Imported matches are never told again.
 */
export async function importBackup(db: Database, json: string, now: number): Promise<ImportReport> {
  const backup = parseBackup(json);
  if (typeof backup === "string") return { ok: false, problem: backup };
  return db.transaction("rw", [db.watchlists, db.watches, db.settings, db.matches, db.effects], async () => {
    const report = { ok: true as const, watchlists: 0, watches: 0, settings: 0, matches: 0, rejected: backup.rejected };
    const existing = new Map((await db.watchlists.toArray()).map(({ name, id }) => [name, id]));
    for (const { name, mode, watches } of backup.watchlists) {
      let list = existing.get(name);
      if (list === undefined) {
        list = await db.watchlists.add({ name, mode });
        existing.set(name, list);
        report.watchlists++;
      }
      for (const watch of watches) if ((await addWatch(db, list, watch, now)).added) report.watches++;
    }
    await db.settings.bulkPut(backup.settings);
    report.settings = backup.settings.length;
    const known = new Set(await db.matches.toCollection().primaryKeys());
    const missing = backup.matches.filter(({ id }) => !known.has(id));
    const told = missing.map((match) => ({ ...match, notifiedAt: match.notifiedAt || now }));
    await db.matches.bulkPut(told);
    await db.effects.bulkPut(told.map(effectOf));
    report.matches = missing.length;
    return report;
  });
}
