import { describe, expect, it, vi } from "vitest";
import type { CycleOutcome, ListingState } from "../../../lib/store/database/state-rows.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import type { Trouble } from "../../../lib/store/health/read-trouble.ts";
import { BREAKS_AT } from "../../../lib/work/lanes/lane.ts";
import type { LaneRow, ScheduleRow } from "../../../lib/work/rows.ts";
import { speak } from "../../../test/speak.ts";
import { type Remedy, troubleOf } from "./trouble-text.ts";

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
const WELL: Trouble & { health: Health } = { lanes: [LANE], schedules: [CHECK], failed: 0, faults: 0, health: {} };
const PAUSED = { ...LANE, paused: true };
const BROKEN = { ...LANE, askedUntil: 0, strikes: BREAKS_AT, nextAt: NOW + HOUR };
const STALE = { ...CHECK, lastDoneAt: NOW - 3 * HOUR };
const NOT_ALLOWED: ListingState = { ...FAILING, attempts: 1, outcome: { kind: "not-allowed" } };

function probing(outcome: CycleOutcome): Health {
  const last = { planned: 2, asked: 2, present: 0, absent: 0, notTheFile: 0, troubles: 0, found: 0, startedAt: 0, endedAt: NOW, outcome };
  const today = { day: "", asked: 0 };
  return { probing: { name: "probing", since: 0, phase: 0, cycle: 1, today, frontier: 4000, failures: 1, lastSuccessAt: 0, hasBaseline: false, last } };
}

/** Each is worse than all that follow. */
const TROUBLES: [Partial<Parameters<typeof troubleOf>[0]>, RegExp, Remedy][] = [
  [{ noRoom: true }, /^The browser gives PaperScout no more room/, { kind: "look" }],
  [{ lanes: [PAUSED] }, /^You paused wg21\.link: it is not/, { kind: "resume", hosts: ["wg21.link"] }],
  [
    { health: { listing: FAILING } },
    /^The yearly listing could not be read: www\.open-std\.org did not answer in time\.$/,
    { kind: "try", schedule: "check-listing" },
  ],
  [{ lanes: [BROKEN] }, /^wg21\.link had problems and is left alone until/, { kind: "try", schedule: "check-index" }],
  [{ schedules: [STALE] }, /^“Check the index of papers” has not worked/, { kind: "try", schedule: "check-index" }],
  [{ faults: 2 }, /^2 changes/, { kind: "look" }],
  [{ failed: 3 }, /^3 jobs failed/, { kind: "look" }],
];

describe("the trouble that the popup tells of", () => {
  it("is none while all is well", () => {
    expect(troubleOf(WELL, NOW, speak)).toBeUndefined();
  });

  it("is none where a host may be tried again after its rest", () => {
    expect(troubleOf({ ...WELL, lanes: [{ ...BROKEN, nextAt: NOW }] }, NOW, speak)).toBeUndefined();
  });

  it.each<[string, Partial<ListingState>]>([
    ["was read", { outcome: { kind: "unchanged" } }],
    ["could not be read twice", { attempts: 2 }],
  ])("is none where the listing %s", (_, rest) => {
    expect(troubleOf({ ...WELL, health: { listing: { ...FAILING, ...rest } } }, NOW, speak)).toBeUndefined();
  });

  it.each<[string, Health, RegExp, Remedy]>([
    [
      "the listing",
      { listing: NOT_ALLOWED },
      /no permission to read www\.open-std\.org/,
      { kind: "allow", host: "www.open-std.org", schedule: "check-listing" },
    ],
    ["drafts", probing({ kind: "not-allowed" }), /no permission to read isocpp\.org/, { kind: "allow", host: "isocpp.org", schedule: "probe-drafts" }],
  ])("is at once a permission that lacks for %s", (_, health, words, remedy) => {
    const told = troubleOf({ ...WELL, health }, NOW, speak);
    expect(told?.text).toMatch(words);
    expect(told?.remedy).toEqual(remedy);
  });

  it.each<[string, CycleOutcome, RegExp | undefined]>([
    ["fails", { kind: "timeout" }, /^Could not look for drafts: isocpp\.org did not answer in time\.$/],
    ["is answered as if all was there", { kind: "answers-everything" }, /as if every file existed/],
    ["has spent its day", { kind: "budget-spent" }, undefined],
    ["ends well", { kind: "good" }, undefined],
  ])("is looking for drafts where that %s", (_, outcome, words) => {
    const told = troubleOf({ ...WELL, health: probing(outcome) }, NOW, speak);
    if (!words) return expect(told).toBeUndefined();
    expect(told?.text).toMatch(words);
    expect(told?.remedy).toEqual({ kind: "try", schedule: "probe-drafts" });
  });

  it("is not said twice where the index could not be checked either", () => {
    const check = { name: "check", attempts: 1, lastTriedAt: NOW, lastSuccessAt: 0, outcome: { kind: "offline" } } as const;
    expect(troubleOf({ ...WELL, lanes: [BROKEN], health: { ...probing({ kind: "offline" }), check } }, NOW, speak)).toBeUndefined();
  });

  it("shortens nothing that a host asked for", () => {
    expect(troubleOf({ ...WELL, lanes: [{ ...BROKEN, askedUntil: NOW + HOUR }] }, NOW, speak)?.remedy).toEqual({ kind: "look" });
  });

  it("names all hosts that are paused or left alone", () => {
    const other = { host: "isocpp.org" };
    expect(troubleOf({ ...WELL, lanes: [PAUSED, { ...PAUSED, ...other }] }, NOW, speak)).toEqual({
      text: "You paused wg21.link and isocpp.org: they are not asked for anything.",
      remedy: { kind: "resume", hosts: ["wg21.link", "isocpp.org"] },
    });
    expect(troubleOf({ ...WELL, lanes: [BROKEN, { ...BROKEN, ...other }] }, NOW, speak)?.text).toMatch(
      /^wg21\.link and isocpp\.org had problems and are left alone/,
    );
  });

  it.each(TROUBLES.map((trouble, rank) => [rank, ...trouble] as const))("is the worst, with what ends it (%i)", (rank, trouble, words, remedy) => {
    const told = troubleOf({ ...WELL, ...trouble }, NOW, speak);
    expect(told?.text).toMatch(words);
    expect(told?.remedy).toEqual(remedy);
    const lesser = Object.assign(
      {},
      ...TROUBLES.slice(rank)
        .map(([one]) => one)
        .reverse(),
    );
    expect(troubleOf({ ...WELL, ...lesser }, NOW, speak)?.text).toMatch(words);
  });
});
