import { describe, expect, it, vi } from "vitest";
import type { ListingState } from "../../../lib/store/database/state-rows.ts";
import type { Trouble } from "../../../lib/store/health/read-trouble.ts";
import { BREAKS_AT } from "../../../lib/work/lanes/lane.ts";
import type { LaneRow, ScheduleRow } from "../../../lib/work/rows.ts";
import { speak } from "../../../test/speak.ts";
import { troubleText } from "./trouble-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../test/speak.ts")).speak }));

const HOUR = 60 * 60_000;
const NOW = 1_800_000_000_000;
const LANE: LaneRow = { host: "wg21.link", cap: 1, gapMs: 1_000, nextAt: 0, paused: false, askedUntil: 0, strikes: 0 };
const CHECK: ScheduleRow = {
  id: "check-index",
  everyMs: HOUR,
  nextAt: NOW,
  cooldownMs: 0,
  job: { kind: "check-index" },
  slots: 1,
  since: 0,
  lastSlotAt: NOW,
  lastDoneAt: NOW,
};
const FAILING: ListingState = { name: "listing", years: {}, outcome: { kind: "timeout" }, attempts: 3, lastTriedAt: NOW, lastSuccessAt: 0 };
const WELL: Trouble = { lanes: [LANE], schedules: [CHECK], failed: 0, faults: 0 };
const PAUSED = { ...LANE, paused: true };
const BROKEN = { ...LANE, askedUntil: 0, strikes: BREAKS_AT, nextAt: NOW + HOUR };
const STALE = { ...CHECK, lastDoneAt: NOW - 3 * HOUR };

/** Each is worse than all that follow. */
const TROUBLES: [Partial<Parameters<typeof troubleText>[0]>, RegExp][] = [
  [{ noRoom: true }, /^The browser gives PaperScout no more room/],
  [{ lanes: [PAUSED] }, /^You paused wg21\.link: it is not/],
  [{ lanes: [BROKEN] }, /^wg21\.link is left alone until/],
  [{ listing: FAILING }, /^The yearly listing could not be read: www\.open-std\.org did not answer in time\. See$/],
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

  it.each<[string, Partial<ListingState>]>([
    ["was read", { outcome: { kind: "unchanged" } }],
    ["could not be read twice", { attempts: 2 }],
  ])("is absent where the listing %s", (_, rest) => {
    expect(troubleText({ ...WELL, listing: { ...FAILING, ...rest } }, NOW, speak)).toBeUndefined();
  });

  it("tells at once of a permission that lacks", () => {
    const listing: ListingState = { ...FAILING, attempts: 1, outcome: { kind: "not-allowed" } };
    expect(troubleText({ ...WELL, listing }, NOW, speak)).toMatch(/no permission to read www\.open-std\.org/);
  });

  it("names all hosts that are paused or left alone", () => {
    const other = { host: "isocpp.org" };
    expect(troubleText({ ...WELL, lanes: [PAUSED, { ...PAUSED, ...other }] }, NOW, speak)).toBe(
      "You paused wg21.link and isocpp.org: they are not asked for anything. Resume them under",
    );
    expect(troubleText({ ...WELL, lanes: [BROKEN, { ...BROKEN, ...other }] }, NOW, speak)).toMatch(/^wg21\.link and isocpp\.org are left alone/);
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
