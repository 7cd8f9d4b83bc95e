import { expect, it } from "vitest";
import { isStale } from "./is-stale.ts";

const HOUR = 60 * 60_000;

it.each([
  ["since it was set up", { since: 0 }, 2 * HOUR, false],
  ["since it was set up", { since: 0 }, 2 * HOUR + 1, true],
  ["since its last good run", { since: 0, lastDoneAt: HOUR }, 3 * HOUR, false],
  ["since its last good run", { since: 0, lastDoneAt: HOUR }, 3 * HOUR + 1, true],
])("a schedule is given two intervals %s: %j at %i: %s", (_, schedule, now, expected) => {
  expect(isStale({ everyMs: HOUR, ...schedule }, now)).toBe(expected);
});
