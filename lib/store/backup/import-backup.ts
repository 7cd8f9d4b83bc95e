import type { Database } from "../database/database.ts";
import { effectOf } from "../database/effects.ts";
import { addWatch } from "../lists/watchlists.ts";
import { addMute } from "../matches/mutes.ts";
import type { ImportReport } from "./import-report.ts";
import { parseBackup } from "./parse-backup.ts";
import { type ImportPreview, previewImport } from "./preview-import.ts";

/** A list's number where there is none of the name that a reason gives: numbers are another browser's own. */
const NO_LIST = -1;

/**
 * Adds a backup to what is there, in one transaction: lists are joined by name, watches and matches that are missing are
 * added, as are stars and mutes, settings are taken over, nothing is removed. Imported matches are never told again. With
 * `previewed`, the digest of a preview, nothing is written where today's preview is another one.
 */
export async function importBackup(db: Database, json: string, now: number, previewed?: string): Promise<ImportReport> {
  const backup = parseBackup(json);
  if (typeof backup === "string") return { ok: false, problem: backup };
  return db.transaction("rw", [db.watchlists, db.watches, db.settings, db.matches, db.effects, db.mutes], async () => {
    const preview = await previewImport(db, backup);
    if (previewed !== undefined && preview.digest !== previewed) return { ok: false as const, problem: "changed-meanwhile" as const };
    await write(db, preview, now);
    return {
      ok: true as const,
      watchlists: preview.watchlists.filter(({ isNew }) => isNew).length,
      watches: preview.watchlists.reduce((sum, { watches }) => sum + watches.length, 0),
      settings: preview.settings.length,
      matches: preview.matches.length,
      stars: preview.stars.length,
      mutes: preview.mutes.length,
      rejected: backup.rejected,
    };
  });
}

async function write(db: Database, { watchlists, settings, matches, stars, mutes }: ImportPreview, now: number): Promise<void> {
  const lists = new Map((await db.watchlists.toArray()).map(({ name, id }) => [name, id]));
  for (const { name, mode, watches } of watchlists) {
    const list = lists.get(name) ?? (await db.watchlists.add({ name, mode }));
    lists.set(name, list);
    for (const watch of watches) await addWatch(db, list, watch, now);
  }
  await db.settings.bulkPut(settings.map(({ name, to }) => ({ name, value: to })));
  const told = matches.map((match) => ({
    ...match,
    notifiedAt: match.notifiedAt || now,
    reasons: match.reasons.map((reason) => ({ ...reason, list: reason.list && (lists.get(reason.listName) ?? NO_LIST) })),
  }));
  await db.matches.bulkPut(told);
  await db.effects.bulkPut(told.map(effectOf));
  for (const { id, starredAt } of stars) await db.matches.update(id, { starredAt });
  for (const mute of mutes) await addMute(db, mute);
}
