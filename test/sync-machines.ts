import type { SyncItems } from "../lib/sync/item-size.ts";
import type { OwnData, OwnList, SyncMemory } from "../lib/sync/own-data.ts";
import { planPush } from "../lib/sync/plan-push.ts";
import { readItems } from "../lib/sync/read-items.ts";
import { synchronise } from "../lib/sync/synchronise.ts";

/** A machine with lists and settings, a clock of its own, and what its browser knows of the account's store. */
export interface Machine {
  own: OwnData;
  memory?: SyncMemory;
  /** Seconds by which its clock is wrong. */
  skew: number;
  store: SyncItems;
  lists: number;
}

export function newMachine(skew = 0): Machine {
  return { own: { lists: [], settings: new Map() }, skew, store: {}, lists: 0 };
}

/** Adds a list on that machine. */
export function makeList(machine: Machine, name: string, ...watches: string[]): OwnList {
  machine.lists++;
  const list = { number: machine.lists, name, mode: "notify", watches };
  machine.own.lists.push(list);
  return list;
}

/** One run of the machine's synchronising at that time. Killed before it writes, it has still taken in and remembered. Gives what it wrote. */
export function runSync(machine: Machine, time: number, isKilled = false): { set: SyncItems; remove: string[] } {
  const now = time + machine.skew;
  const { state, offered, lists, settings } = synchronise(machine.memory, machine.own, readItems(machine.store) ?? fail(), now);
  const seen = lists.map(({ number, ...list }) => ({ ...list, number: number ?? ++machine.lists }));
  machine.own = { lists: seen.map(({ id: _, ...list }) => ({ ...list, watches: [...list.watches] })), settings: new Map(settings) };
  const push = planPush(state, machine.store, now);
  machine.memory = { state, offered: push.kind === "too-large" ? offered : state, seen: { lists: seen, settings } };
  if (push.kind !== "write" || isKilled) return { set: {}, remove: [] };
  machine.store = { ...machine.store, ...push.set };
  for (const key of push.remove) delete machine.store[key];
  return push;
}

function fail(): never {
  throw new Error("The items are of a newer version.");
}
