import type { OwnList } from "./own-data.ts";
import { isHere, type SharedList, type SharedState } from "./shared-state.ts";
import { stamp } from "./stamped.ts";

/** In seconds. */
interface Times {
  now: number;
  since: number;
}

/**
 * Takes lists of this machine that are not shared yet into what is: one of the same name that no list of this machine is
 * yet (`taken` holds their ids) gets the watches that it lacks, and keeps its mode; otherwise the list is a new one. Gives
 * the ids by the lists' numbers. Names and modes count as set at `since`, watches as added `now`: so none of them is lost.
 */
export function joinLists(state: SharedState, fresh: OwnList[], taken: Iterable<string>, times: Times): { state: SharedState; ids: Map<number, string> } {
  const lists = new Map(state.lists);
  const used = new Set(taken);
  const ids = new Map<number, string>();
  for (const list of fresh) {
    const id = namesake(lists, list.name, used) ?? freeId(lists, list.name, used);
    const known = lists.get(id);
    lists.set(id, known && isHere(known) ? withWatches(known, list, times.now) : newList(known, list, times));
    ids.set(list.number, id);
    used.add(id);
  }
  return { state: { ...state, lists }, ids };
}

function namesake(lists: Map<string, SharedList>, name: string, used: Set<string>): string | undefined {
  const ids = [...lists].flatMap(([id, list]) => (list.name.value === name && isHere(list) && !used.has(id) ? id : []));
  return ids.sort()[0];
}

/** The name itself, so that machines that never met choose the same; with a number where another list began with that name. */
function freeId(lists: Map<string, SharedList>, name: string, used: Set<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? name : `${name} ${number}`;
    const known = lists.get(id);
    if (!used.has(id) && !(known && isHere(known))) return id;
  }
}

function newList(removed: SharedList | undefined, list: OwnList, { now, since }: Times): SharedList {
  return withWatches(
    {
      name: stamp(list.name, since, removed?.name),
      mode: stamp(list.mode, since, removed?.mode),
      here: stamp(true, now, removed?.here),
      watches: removed?.watches ?? new Map(),
    },
    list,
    now,
  );
}

function withWatches(shared: SharedList, list: OwnList, now: number): SharedList {
  const watches = new Map(shared.watches);
  for (const text of list.watches) if (!watches.get(text)?.value) watches.set(text, stamp(true, now, watches.get(text)));
  return { ...shared, watches };
}
