import type { SettingValue } from "../terms/settings.ts";
import { forgetRemoved, forgetUnoffered } from "./forget-removed.ts";
import { joinLists } from "./join-lists.ts";
import { noteChanges } from "./note-changes.ts";
import type { OwnData, OwnList, SyncMemory } from "./own-data.ts";
import { emptyState, isHere, mergeStates, type SharedState } from "./shared-state.ts";
import { firstMet, stamp } from "./stamped.ts";

/** A list as this machine shall have it. Without a number it is new here. */
export interface WantedList extends Omit<OwnList, "number"> {
  id: string;
  number?: number;
}

export interface Synchronised {
  /** What all know together now: to be remembered, and to be written where others read it. */
  state: SharedState;
  /** What others may have seen so far; to be remembered, with the state where that is to be written for them. */
  offered: SharedState;
  /** Lists of this machine that are not among them are to go. */
  lists: WantedList[];
  settings: Map<string, SettingValue>;
}

/**
 * Brings together what this machine has and what others have written; `now` in seconds by this machine's clock. At the
 * first time, without a memory, lists are joined by name, nothing is removed, and of settings that both have the others' stay,
 * also those that others have written already and this browser has not fetched yet.
 */
export function synchronise(memory: SyncMemory | undefined, own: OwnData, others: SharedState, now: number): Synchronised {
  const known = mergeStates(memory ? noteChanges(memory, own, now) : emptyState(), others);
  const since = memory ? now : firstMet(now);
  if (!memory) for (const [name, value] of own.settings) if (!known.settings.has(name)) known.settings.set(name, stamp(value, since, undefined));
  const idOf = new Map(memory?.seen.lists.map(({ number, id }) => [number, id]));
  const fresh = own.lists.filter(({ number }) => !idOf.has(number));
  const taken = own.lists.flatMap(({ number }) => idOf.get(number) ?? []);
  const joined = joinLists(known, fresh, taken, { now, since });
  const offered = mergeStates(memory?.offered ?? emptyState(), others);
  const state = forgetRemoved(forgetUnoffered(joined.state, offered), now);
  const numbers = new Map(own.lists.flatMap(({ number }) => [[idOf.get(number) ?? joined.ids.get(number) ?? "", number] as const]));
  const lists: WantedList[] = [];
  for (const [id, list] of state.lists) {
    if (!isHere(list)) continue;
    const number = numbers.get(id);
    const watches = [...list.watches].flatMap(([text, { value }]) => (value ? text : []));
    lists.push({ id, ...(number !== undefined && { number }), name: list.name.value, mode: list.mode.value, watches });
  }
  return { state, offered, lists, settings: new Map([...state.settings].map(([name, { value }]) => [name, value])) };
}
