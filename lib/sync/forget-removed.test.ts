import { describe, expect, it } from "vitest";
import { forgetRemoved, forgetUnoffered } from "./forget-removed.ts";
import type { SharedState } from "./shared-state.ts";

const DAY = 86_400;
const NOW = 1_000 * DAY;
const stamped = <Value>(value: Value, at = NOW) => ({ value, at });

/** One list with these marks of removed watches, so many days ago; with `more` watches that are there, for want of room. */
function state(days: Record<string, number>, { isHere = true, hereAt = NOW, more = 0 } = {}): SharedState {
  const marks = Object.entries(days).map(([text, ago]) => [text, stamped(false, NOW - ago)] as const);
  const there = Array.from({ length: more }, (_, at) => [`title:${String(at).padStart(5, "0")}${"x".repeat(190)}`, stamped(true)] as const);
  const list = { name: stamped("Mine"), mode: stamped("notify"), here: stamped(isHere, hereAt), watches: new Map([...marks, ...there]) };
  return { lists: new Map([["Mine", list]]), settings: new Map() };
}
const marksOf = ({ lists }: SharedState) => [...lists.values()].flatMap(({ watches }) => [...watches].flatMap(([text, { value }]) => (value ? [] : text)));

const MARKS = { now: 0, week: 7 * DAY, week1: 7 * DAY + 1, month: 30 * DAY, month1: 30 * DAY + 1, half: 180 * DAY, half1: 180 * DAY + 1 };

describe("what was removed", () => {
  it("is remembered for 180 days where there is room", () => {
    expect(marksOf(forgetRemoved(state(MARKS), NOW))).toEqual(["now", "week", "week1", "month", "month1", "half"]);
  });

  it("is remembered for 7 days where there is none", () => {
    expect(marksOf(forgetRemoved(state(MARKS, { more: 600 }), NOW))).toEqual(["now", "week"]);
  });

  it("is remembered for 30 days where that leaves room", () => {
    const old = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`title:${at}${"y".repeat(190)}`, 31 * DAY]));
    expect(marksOf(forgetRemoved(state({ ...MARKS, ...old }), NOW))).toEqual(["now", "week", "week1", "month"]);
  });

  it.each([
    ["with its mark", { isHere: false, hereAt: NOW - 180 * DAY }, {}, 1],
    ["no longer than that", { isHere: false, hereAt: NOW - 180 * DAY - 1 }, {}, 0],
    ["while a watch of it is remembered", { isHere: false, hereAt: 0 }, { a: 1 }, 1],
    ["while it is there", { isHere: true, hereAt: 0 }, {}, 1],
  ])("stays as a list %s", (_, list, marks, count) => {
    expect(forgetRemoved(state(marks, list), NOW).lists.size).toBe(count);
  });
});

describe("what nobody was offered", () => {
  it("leaves no mark, be it a watch or a list", () => {
    expect(marksOf(forgetUnoffered(state({ a: 0, b: 0 }), state({ b: 0 })))).toEqual(["b"]);
    const nothing: SharedState = { lists: new Map(), settings: new Map() };
    expect(marksOf(forgetUnoffered(state({ a: 0 }), nothing))).toEqual([]);
    const gone = state({}, { isHere: false });
    expect(forgetUnoffered(gone, state({})).lists.size).toBe(1);
    expect(forgetUnoffered(gone, nothing).lists.size).toBe(0);
  });
});
