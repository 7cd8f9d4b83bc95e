import { describe, expect, it, vi } from "vitest";
import type { Trouble } from "../../lib/store/read-trouble.ts";
import { BREAKS_AT } from "../../lib/work/lane.ts";
import type { LaneRow, ScheduleRow } from "../../lib/work/rows.ts";
import { speak } from "../../test/speak.ts";
import { troubleText } from "./trouble-text.ts";

// Times are written in the language of the texts.
vi.mock("../../lib/translate.ts", async () => ({ translate: (await import("../../test/speak.ts")).speak }));

const HOUR = 60 * 60_000;
const NOW = 1_800_000_000_000;
const LANE: LaneRow = { host: "wg21.link", cap: 1, gapMs: 1_000, nextAt: 0, paused: false, askedUntil: 0, strikes: 0 };
const CHECK: ScheduleRow = {
  id: "check-index",
  everyMs: HOUR,
  nextAt: NOW,
  catchUp: "latest",
  cooldownMs: 0,
  job: { kind: "check-index" },
  slots: 1,
  since: 0,
  lastSlotAt: NOW,
  lastDoneAt: NOW,
};
const WELL: Trouble = { lanes: [LANE], schedules: [CHECK], failed: 0, faults: 0 };
const PAUSED = { ...LANE, paused: true };
const BROKEN = { ...LANE, askedUntil: 0, strikes: BREAKS_AT, nextAt: NOW + HOUR };
const STALE = { ...CHECK, lastDoneAt: NOW - 3 * HOUR };

/** Each is worse than all that follow. */
const TROUBLES: [Partial<Trouble>, RegExp][] = [
  [{ lanes: [PAUSED] }, /^You paused wg21\.link/],
  [{ lanes: [BROKEN] }, /^wg21\.link is left alone until/],
  [{ schedules: [STALE] }, /^“Check the index of papers” has not ended well/],
  [{ faults: 2 }, /^2 events/],
  [{ failed: 3 }, /^3 jobs failed/],
];

describe("the popup's line of health", () => {
  it("is absent while all is well", () => {
    expect(troubleText(WELL, NOW, speak)).toBeUndefined();
  });

  it("is absent where a host may be tried again after its rest", () => {
    expect(troubleText({ ...WELL, lanes: [{ ...BROKEN, nextAt: NOW }] }, NOW, speak)).toBeUndefined();
  });

  it.each(TROUBLES.map((trouble, rank) => [rank, ...trouble] as const))("tells of what is worst (%i)", (rank, trouble, words) => {
    expect(troubleText({ ...WELL, ...trouble }, NOW, speak)).toMatch(words);
    const lesser = Object.assign(
      {},
      ...TROUBLES.slice(rank)
        .map(([one]) => one)
        .reverse(),
    );
    expect(troubleText({ ...WELL, ...lesser }, NOW, speak)).toMatch(words);
  });
});
