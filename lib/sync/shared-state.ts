import type { SettingValue } from "../terms/settings.ts";
import { latest, type Stamped } from "./stamped.ts";

/** All that machines share: each single thing with the time when it was last set. What was removed stays as a mark of that for a while. */
export interface SharedState {
  /** By the list's id: the name under which it was first shared. */
  lists: Map<string, SharedList>;
  /** Settings that this version does not know are kept for those that do. */
  settings: Map<string, Stamped<SettingValue>>;
}

export interface SharedList {
  name: Stamped<string>;
  mode: Stamped<string>;
  /** False once the list was removed. */
  here: Stamped<boolean>;
  /** By its text ("author:Kühl"): true, or false once it was removed. */
  watches: Map<string, Stamped<boolean>>;
}

export function emptyState(): SharedState {
  return { lists: new Map(), settings: new Map() };
}

/**
 * What two machines know together. The later setting of each single thing wins, and what one of them lacks is taken from
 * the other: the order of merging does not matter, nor does merging the same twice.
 */
export function mergeStates(a: SharedState, b: SharedState): SharedState {
  return { lists: mergeMaps(a.lists, b.lists, mergeLists), settings: mergeMaps(a.settings, b.settings, latest) };
}

/** A list that was removed comes back where somebody who had not seen that put a watch into it. */
export function isHere({ here, watches }: SharedList): boolean {
  return here.value || [...watches.values()].some(({ value }) => value);
}

function mergeLists(a: SharedList, b: SharedList): SharedList {
  return {
    name: latest(a.name, b.name),
    mode: latest(a.mode, b.mode),
    here: latest(a.here, b.here),
    watches: mergeMaps(a.watches, b.watches, latest),
  };
}

function mergeMaps<Value>(a: Map<string, Value>, b: Map<string, Value>, merge: (a: Value, b: Value) => Value): Map<string, Value> {
  const merged = new Map(a);
  for (const [key, value] of b) {
    const known = merged.get(key);
    merged.set(key, known === undefined ? value : merge(known, value));
  }
  return merged;
}
