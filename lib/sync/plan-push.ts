import { forgetRemoved } from "./forget-removed.ts";
import { allBytes, hasRoom, type SyncItems } from "./item-size.ts";
import { readItems } from "./read-items.ts";
import type { SharedState } from "./shared-state.ts";
import { isSyncKey } from "./sync-keys.ts";
import { writeItems } from "./write-items.ts";

/** What to write so that the browser's store holds a state; `bytes` is the size of all of it. */
export type Push =
  | { kind: "nothing"; bytes: number }
  | { kind: "too-large"; bytes: number }
  | { kind: "write"; bytes: number; set: SyncItems; remove: string[] };

/**
 * What to write over what the store holds now (`stored`), so that it holds `state`, from which old marks are already gone;
 * `now` in seconds. Nothing where it says the same but for such marks: two machines whose clocks differ would take turns for ever.
 */
export function planPush(state: SharedState, stored: SyncItems, now: number): Push {
  const items = writeItems(state);
  const bytes = allBytes(items);
  const known = readItems(stored);
  if (known && isSame(writeItems(forgetRemoved(known, now)), items)) return { kind: "nothing", bytes };
  if (!hasRoom(items)) return { kind: "too-large", bytes };
  const set = Object.fromEntries(Object.entries(items).filter(([key, value]) => !isSame(stored[key], value)));
  return { kind: "write", bytes, set, remove: Object.keys(stored).filter((key) => isSyncKey(key) && !Object.hasOwn(items, key)) };
}

/** Items hold no objects, so their JSON is the same where they are. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
