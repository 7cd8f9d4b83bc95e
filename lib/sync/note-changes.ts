import type { OwnData, OwnList, SeenList, SyncMemory } from "./own-data.ts";
import type { SharedList, SharedState } from "./shared-state.ts";
import { type Stamped, stamp } from "./stamped.ts";

/** What all knew together at the last time, with what was changed on this machine since; `now` in seconds. Lists that were made since are left to joinLists. */
export function noteChanges({ state, seen }: SyncMemory, own: OwnData, now: number): SharedState {
  const lists = new Map(state.lists);
  const ownLists = new Map(own.lists.map((list) => [list.number, list]));
  for (const before of seen.lists) {
    const shared = lists.get(before.id);
    if (shared) lists.set(before.id, noteList(shared, before, ownLists.get(before.number), now));
  }
  const settings = new Map(state.settings);
  for (const [name, value] of own.settings) if (seen.settings.get(name) !== value) settings.set(name, stamp(value, now, settings.get(name)));
  return { lists, settings };
}

function noteList(shared: SharedList, before: SeenList, list: OwnList | undefined, now: number): SharedList {
  const watches = new Map(shared.watches);
  const set = (text: string, value: boolean) => watches.set(text, stamp(value, now, watches.get(text)));
  const had = new Set(before.watches);
  const has = new Set(list?.watches);
  for (const text of had) if (!has.has(text)) set(text, false);
  for (const text of has) if (!had.has(text)) set(text, true);
  const note = <Value>(known: Stamped<Value>, was: Value, is: Value) => (was === is ? known : stamp(is, now, known));
  return {
    name: note(shared.name, before.name, list?.name ?? before.name),
    mode: note(shared.mode, before.mode, list?.mode ?? before.mode),
    here: note(shared.here, true, list !== undefined),
    watches,
  };
}
