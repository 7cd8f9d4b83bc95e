import type { SyncItems } from "../../sync/item-size.ts";
import type { OwnData, OwnList } from "../../sync/own-data.ts";
import { type Push, planPush } from "../../sync/plan-push.ts";
import { readItems } from "../../sync/read-items.ts";
import { emptyState } from "../../sync/shared-state.ts";
import { sharedName, sharedWatch } from "../../sync/shared-text.ts";
import { synchronise, type WantedList } from "../../sync/synchronise.ts";
import { isSettingName, isValidSetting, type SettingValue, SHARED_SETTINGS } from "../../terms/settings.ts";
import { formatWatch } from "../../watch/syntax/format-watch.ts";
import { parseWatch } from "../../watch/syntax/parse-watch.ts";
import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";
import { LIST_MODES, type ListMode } from "../database/schema.ts";
import type { SyncState } from "../database/state-rows.ts";
import { addWatch, removeWatchlist } from "./watchlists.ts";

export const NEVER_SYNCED: SyncState = { name: "sync", syncedAt: 0, bytes: 0 };

/** What is remembered of sharing; undefined before the first time. */
export async function readSync(db: Pick<ReadableDatabase, "state">): Promise<SyncState | undefined> {
  return (await db.state.get("sync")) as SyncState | undefined;
}

/**
 * Takes in what the browser's store holds of the person's other machines, and notes what was changed here since the last
 * time, in one transaction with the memory of it: killed at any point, it has happened or not. Gives what is to be written
 * for the others, unless the store could not be read (`stored` is undefined) or holds what only a newer version can read;
 * and how many changes were made here. `now` in epoch ms.
 */
export function takeIn(db: Database, stored: SyncItems | undefined, now: number): Promise<{ push?: Push; changes: number }> {
  const seconds = Math.floor(now / 1000);
  const others = stored && readItems(stored);
  return db.transaction("rw", [db.watchlists, db.watches, db.settings, db.state], async () => {
    const known = await readSync(db);
    // Whoever was there first goes before, so the first time needs to see them.
    if (!others && !known?.memory) return { changes: 0 };
    const own = await readOwn(db);
    const { state, offered, lists, settings } = synchronise(known?.memory, own, others ?? emptyState(), seconds);
    const applied = await applyLists(db, own.lists, lists, now);
    const changes = applied.changes + (await applySettings(db, own.settings, settings));
    const after = changes > 0 ? await readOwn(db) : own;
    const seen = { lists: after.lists.map((list) => ({ ...list, id: applied.ids.get(list.number) ?? list.name })), settings: after.settings };
    const push = others && stored && planPush(state, stored, seconds);
    const memory = { state, offered: push && push.kind !== "too-large" ? state : offered, seen };
    await db.state.put({ ...NEVER_SYNCED, ...known, memory });
    return { ...(push && { push }), changes };
  });
}

async function readOwn(db: ReadableDatabase): Promise<OwnData> {
  const [lists, watches, settings] = await Promise.all([db.watchlists.orderBy("id").toArray(), db.watches.toArray(), db.settings.toArray()]);
  const byList = Map.groupBy(watches, ({ list }) => list);
  const textsOf = (list: number) => [...new Set((byList.get(list) ?? []).map((watch) => sharedWatch(formatWatch(watch))))];
  return {
    lists: lists.map(({ id, name, mode }) => ({ number: id, name: sharedName(name), mode, watches: textsOf(id) })),
    settings: new Map(settings.flatMap(({ name, value }) => (SHARED_SETTINGS.includes(name) ? [[name, value] as const] : []))),
  };
}

/** What this version cannot make anything of is left out here, and stays for the others. */
async function applyLists(db: Database, own: OwnList[], wanted: WantedList[], now: number): Promise<{ ids: Map<number, string>; changes: number }> {
  const ids = new Map<number, string>();
  let changes = 0;
  for (const list of wanted) {
    const before = own.find(({ number }) => number === list.number);
    const mode = isListMode(list.mode) ? list.mode : undefined;
    const number = before?.number ?? (await db.watchlists.add({ name: list.name, mode: mode ?? "notify" }));
    ids.set(number, list.id);
    if (!before) changes++;
    else if (before.name !== list.name || (mode && before.mode !== mode)) {
      // A name that no store can keep as it is stays as it is here.
      await db.watchlists.update(number, { ...(before.name !== list.name && { name: list.name }), ...(mode && { mode }) });
      changes++;
    }
    changes += await applyWatches(db, number, { has: new Set(before?.watches), wants: new Set(list.watches) }, now);
  }
  for (const { number } of own) {
    if (ids.has(number)) continue;
    await removeWatchlist(db, number);
    changes++;
  }
  return { ids, changes };
}

async function applyWatches(db: Database, list: number, { has, wants }: { has: Set<string>; wants: Set<string> }, now: number): Promise<number> {
  let changes = 0;
  for (const text of wants.difference(has)) {
    const parsed = parseWatch(text);
    if (parsed.ok && (await addWatch(db, list, parsed.watch, now)).added) changes++;
  }
  const gone = has.difference(wants);
  if (gone.size === 0) return changes;
  return (
    changes +
    (await db.watches
      .where({ list })
      .filter((watch) => gone.has(sharedWatch(formatWatch(watch))))
      .delete())
  );
}

async function applySettings(db: Database, own: Map<string, SettingValue>, wanted: Map<string, SettingValue>): Promise<number> {
  const changed = [...wanted].flatMap(([name, value]) =>
    own.get(name) !== value && isSettingName(name) && SHARED_SETTINGS.includes(name) && isValidSetting(name, value) ? [{ name, value }] : [],
  );
  await db.settings.bulkPut(changed);
  return changed.length;
}

function isListMode(mode: string): mode is ListMode {
  return (LIST_MODES as readonly string[]).includes(mode);
}
