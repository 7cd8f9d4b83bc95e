import { ITEM_BYTES, itemBytes, type SyncItems } from "./item-size.ts";
import type { SharedList, SharedState } from "./shared-state.ts";
import { listKey, SETTINGS_KEY, VERSION } from "./sync-keys.ts";

/**
 * The items that hold this state. Each can be read by itself, so that a store with some of one machine and some of another
 * still says nothing wrong. The same state gives the same items, and there are lists in them only, whose order no store changes:
 * [1, id, name, at, mode, at, here, at, [watch, ±at, …]], minus for one that was removed; [1, [setting, at, value, …]].
 */
export function writeItems({ lists, settings }: SharedState): SyncItems {
  const items: SyncItems = {};
  if (settings.size > 0) items[SETTINGS_KEY] = [VERSION, sorted(settings).flatMap(([name, { value, at }]) => [name, at, value])];
  for (const [id, list] of sorted(lists)) for (const [part, item] of listItems(id, list).entries()) items[listKey(id, part)] = item;
  return items;
}

function listItems(id: string, { name, mode, here, watches }: SharedList): unknown[][] {
  const head = [VERSION, id, name.value, name.at, mode.value, mode.at, here.value ? 1 : 0, here.at];
  const empty = itemBytes(listKey(id, 999), [...head, []]);
  let part: unknown[] = [];
  let bytes = empty;
  const parts = [part];
  for (const [text, { value, at }] of sorted(watches)) {
    const entry = [text, value ? at : -at];
    // The comma before it takes the place of one of the brackets.
    const more = itemBytes("", entry) - 1;
    if (part.length > 0 && bytes + more > ITEM_BYTES) {
      part = [];
      bytes = empty;
      parts.push(part);
    }
    part.push(...entry);
    bytes += more;
  }
  return parts.map((entries) => [...head, entries]);
}

/** By the numbers of the characters, which are the same on every machine. */
function sorted<Value>(map: Map<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
