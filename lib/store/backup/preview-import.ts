import { digestOf } from "../../papers/text/digest.ts";
import type { SettingName, SettingValue } from "../../terms/settings.ts";
import { formatWatch } from "../../watch/syntax/format-watch.ts";
import type { Watch } from "../../watch/watch.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import type { ListMode, Match, MuteRow } from "../database/schema.ts";
import { readSettings } from "../lists/settings-store.ts";
import type { ReadBackup } from "./parse-backup.ts";

/** Exactly what an import would write, and nothing that is here already. */
export interface ImportPreview {
  /** Lists that are new, with all their watches, and lists that gain watches. One a name. */
  watchlists: { name: string; mode: ListMode; isNew: boolean; watches: Watch[] }[];
  settings: { name: SettingName; from: SettingValue; to: SettingValue }[];
  matches: Match[];
  /** Matches that are here and get a star, and since when. */
  stars: Pick<Match, "id" | "starredAt">[];
  mutes: MuteRow[];
  /** Names all of it: the same, where the same would be written. */
  digest: string;
}

/** What importing this backup would change; it reads and writes nothing. Joins the caller's transaction. */
export async function previewImport(db: ReadableDatabase, backup: ReadBackup): Promise<ImportPreview> {
  return db.transaction("r", [db.watchlists, db.watches, db.settings, db.matches, db.mutes], async () => {
    const settings = await readSettings(db);
    const known = new Set(await db.matches.toCollection().primaryKeys());
    const starred = new Set(await db.matches.where("starredAt").above(0).primaryKeys());
    const muted = new Set(await db.mutes.toCollection().primaryKeys());
    const matches = firstOf(backup.matches, ({ id }) => id);
    const preview = {
      watchlists: await addedWatches(db, backup),
      settings: backup.settings.flatMap(({ name, value }) => (settings[name] === value ? [] : [{ name, from: settings[name], to: value }])),
      matches: matches.filter(({ id }) => !known.has(id)),
      stars: matches.flatMap(({ id, starredAt }) => (starredAt > 0 && known.has(id) && !starred.has(id) ? [{ id, starredAt }] : [])),
      mutes: firstOf(backup.mutes, ({ series }) => series).filter(({ series }) => !muted.has(series)),
    };
    return { ...preview, digest: digestOf([JSON.stringify(preview)]) };
  });
}

async function addedWatches(db: ReadableDatabase, { watchlists }: ReadBackup): Promise<ImportPreview["watchlists"]> {
  const known = new Map<string, Set<string>>();
  for (const { id, name } of await db.watchlists.toArray()) known.set(name, new Set((await db.watches.where({ list: id }).toArray()).map(formatWatch)));
  return [...Map.groupBy(watchlists, ({ name }) => name)].flatMap(([name, parts]) => {
    const here = known.get(name);
    const watches = firstOf(
      parts.flatMap((part) => part.watches),
      formatWatch,
    ).filter((watch) => !here?.has(formatWatch(watch)));
    return here && watches.length === 0 ? [] : [{ name, mode: parts[0]?.mode ?? "notify", isNew: !here, watches }];
  });
}

/** The first of each key. */
function firstOf<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}
