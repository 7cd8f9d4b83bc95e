import { LONGEST_SETTING, type SettingValue } from "../terms/settings.ts";
import type { SyncItems } from "./item-size.ts";
import { emptyState, mergeStates, type SharedList, type SharedState } from "./shared-state.ts";
import { LONGEST_NAME, sharedWatch } from "./shared-text.ts";
import { latest, type Stamped } from "./stamped.ts";
import { isSyncKey, SETTINGS_KEY, VERSION } from "./sync-keys.ts";

/** A name, and the number that tells it from another. */
const LONGEST_ID = LONGEST_NAME + 10;
/** "audience:" and 200 characters, and room for what later versions may watch. */
const LONGEST_WATCH = 1_000;

/** What these items hold together; what cannot be read is left out. Undefined where a newer version wrote one of them. */
export function readItems(items: SyncItems): SharedState | undefined {
  const ours = Object.entries(items).filter(([key]) => isSyncKey(key));
  if (ours.some(([, value]) => Array.isArray(value) && Number.isInteger(value[0]) && value[0] > VERSION)) return undefined;
  return ours.map(([key, value]) => readItem(key, value)).reduce(mergeStates, emptyState());
}

function readItem(key: string, item: unknown): SharedState {
  if (!Array.isArray(item) || item[0] !== VERSION) return emptyState();
  if (key === SETTINGS_KEY) return { ...emptyState(), settings: readSettings(item[1]) };
  const list = readList(item);
  return { ...emptyState(), lists: new Map(list && [[list.id, list.list]]) };
}

function readSettings(entries: unknown): Map<string, Stamped<SettingValue>> {
  const settings = new Map<string, Stamped<SettingValue>>();
  for (const [name, at, value] of groupsOf(entries, 3)) if (isText(name, LONGEST_NAME) && isTime(at) && isValue(value)) settings.set(name, { value, at });
  return settings;
}

function readList([, id, name, nameAt, mode, modeAt, here, hereAt, watches]: unknown[]): { id: string; list: SharedList } | undefined {
  if (!isText(id, LONGEST_ID) || !isText(name, LONGEST_NAME) || !isText(mode, LONGEST_NAME)) return undefined;
  if (!isTime(nameAt) || !isTime(modeAt) || !isTime(hereAt) || (here !== 0 && here !== 1)) return undefined;
  const list = { name: { value: name, at: nameAt }, mode: { value: mode, at: modeAt }, here: { value: here === 1, at: hereAt } };
  return { id, list: { ...list, watches: readWatches(watches) } };
}

function readWatches(entries: unknown): Map<string, Stamped<boolean>> {
  const watches = new Map<string, Stamped<boolean>>();
  for (const [text, signed] of groupsOf(entries, 2)) {
    if (!isText(text, LONGEST_WATCH) || typeof signed !== "number" || !isTime(Math.abs(signed))) continue;
    const key = sharedWatch(text);
    const watch = { value: signed > 0, at: Math.abs(signed) };
    const known = watches.get(key);
    watches.set(key, known ? latest(known, watch) : watch);
  }
  return watches;
}

/** [a, b, c, d] in twos: [a, b], [c, d]. */
function groupsOf(entries: unknown, size: number): unknown[][] {
  if (!Array.isArray(entries)) return [];
  return Array.from({ length: Math.floor(entries.length / size) }, (_, group) => entries.slice(group * size, (group + 1) * size));
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= longest && value.isWellFormed();
}

/** Seconds; the bound lies beyond every clock, and well below where adding one is lost. */
function isTime(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 1e12;
}

function isValue(value: unknown): value is SettingValue {
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)) || (typeof value === "string" && value.length <= LONGEST_SETTING);
}
