import { expect, it } from "vitest";
import { isStale } from "./is-stale.ts";

const HOUR = 60 * 60_000;

it.each([
  ["since it was set up", { since: 0 }, 2 * HOUR, false],
  ["since it was set up", { since: 0 }, 2 * HOUR + 1, true],
  ["since its last good run", { since: 0, lastDoneAt: HOUR }, 3 * HOUR, false],
  ["since its last good run", { since: 0, lastDoneAt: HOUR }, 3 * HOUR + 1, true],
  ["since it was set up where its last good run lies ahead", { since: 0, lastDoneAt: 9 * HOUR }, 2 * HOUR, false],
  ["since it was set up where its last good run lies ahead", { since: 0, lastDoneAt: 9 * HOUR }, 2 * HOUR + 1, true],
  ["from now on where all of it lies ahead", { since: 9 * HOUR, lastDoneAt: 10 * HOUR }, HOUR, false],
  ["from now on where it was set up ahead", { since: 9 * HOUR }, HOUR, false],
])("a schedule is given two intervals %s: %j at %i: %s", (_, schedule, now, expected) => {
  expect(isStale({ everyMs: HOUR, ...schedule }, now)).toBe(expected);
});
