import { expect, it } from "vitest";
import type { DraftFile } from "../../../lib/probe/draft-file.ts";
import { measure } from "./measure.ts";
import { replay } from "./replay.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const file = (number: number): DraftFile => ({ prefix: "D", number, revision: 0, extension: ".pdf" });

const WORLD = {
  arrivals: [
    { at: 0, id: "P0009R0" },
    { at: 30 * HOUR, id: "P0010R0" },
  ],
  drafts: [
    { file: file(1), appearsAt: 2 * HOUR + 1, listedAt: 9 * DAY },
    { file: file(2), appearsAt: 26 * HOUR, listedAt: 9 * DAY },
    { file: file(3), appearsAt: 26 * HOUR, listedAt: 36 * HOUR },
    { file: file(4), appearsAt: 47 * HOUR, listedAt: 48 * HOUR },
    { file: file(5), appearsAt: 48 * HOUR, listedAt: 49 * HOUR },
  ],
};

it("plays a small world as it is worked out by hand", () => {
  const learnt: [string, number][] = [];
  const heard: [string, number][] = [];
  const answers: (number | undefined)[] = [];
  let tick = 0;
  const prober = {
    learn: ({ id }: { id: string }) => void learnt.push([id, tick]),
    tick(now: number, ask: (name: string, at: number) => number | undefined) {
      answers.push(ask("D0001R0.pdf", now));
      if (tick % 2 === 1) answers.push(ask("D0002R0.pdf", now + HOUR));
      tick++;
    },
  };
  // Ticks at 0, 12, 24, 36, 48 and 60 hours.
  const played = replay(WORLD, prober, { startsAt: 0, endsAt: 3 * DAY - 1, tickMs: 12 * HOUR }, (name, at) => void heard.push([name, at]));

  expect(learnt).toEqual([
    ["P0009R0", 0],
    ["P0010R0", 3],
  ]);
  expect([...played.requests]).toEqual([1, 2, 1, 2, 1, 2]);
  expect(heard).toHaveLength(9);
  expect(heard.slice(1, 3)).toEqual([
    ["D0001R0.pdf", 12 * HOUR],
    ["D0002R0.pdf", 13 * HOUR],
  ]);
  const first = 2 * HOUR + 1;
  expect(answers).toEqual([undefined, first, undefined, first, first, 26 * HOUR, first, first, 26 * HOUR]);
  expect([...played.foundAt]).toEqual([12 * HOUR, 37 * HOUR, Number.NaN, Number.NaN, Number.NaN]);

  // Of the second day: the request at 24 h and the two from 36 h; one draft found after 11 h, one in the index after 10 h, one after 1 h.
  expect(measure(WORLD, played, DAY, 2 * DAY)).toEqual({ requestsPerDay: 3, delays: Float64Array.of(1, 10, 11), missed: 2 / 3 });
});
