import { hasRoom } from "./item-size.ts";
import type { SharedList, SharedState } from "./shared-state.ts";
import { writeItems } from "./write-items.ts";

const DAY = 24 * 60 * 60;
/** For how long it is remembered that something was removed, in seconds; the shorter ones where there is no room otherwise. */
const REMEMBERED = [180 * DAY, 30 * DAY, 7 * DAY];

/**
 * Without the marks of what was removed more than 180 days before now (seconds), or 30, or 7, where only that leaves room
 * for the rest. A machine that was away for longer brings back what it still has.
 */
export function forgetRemoved(state: SharedState, now: number): SharedState {
  let forgotten = state;
  for (const seconds of REMEMBERED) {
    forgotten = keepMarks(forgotten, (_id, _text, at) => at >= now - seconds);
    if (hasRoom(writeItems(forgotten))) break;
  }
  return forgotten;
}

/** Without the marks of what nobody else can have seen, since it was never given to anybody (`offered`). */
export function forgetUnoffered(state: SharedState, offered: SharedState): SharedState {
  return keepMarks(state, (id, text) => {
    const list = offered.lists.get(id);
    return text === undefined ? list !== undefined : (list?.watches.has(text) ?? false);
  });
}

/** With only those marks of removed watches, and of removed lists (`text` is undefined), that `isKept` says. */
function keepMarks({ lists, settings }: SharedState, isKept: (id: string, text: string | undefined, at: number) => boolean): SharedState {
  const kept = new Map<string, SharedList>();
  for (const [id, list] of lists) {
    const watches = new Map([...list.watches].filter(([text, { value, at }]) => value || isKept(id, text, at)));
    if (list.here.value || watches.size > 0 || isKept(id, undefined, list.here.at)) kept.set(id, { ...list, watches });
  }
  return { lists: kept, settings };
}
