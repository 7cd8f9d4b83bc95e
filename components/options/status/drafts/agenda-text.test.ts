import { describe, expect, it, vi } from "vitest";
import type { PlannedProbe, ProbeReason } from "../../../../lib/probe/policy.ts";
import type { TierOutlook } from "../../../../lib/probe/quiet.ts";
import { speak } from "../../../../test/speak.ts";
import { intervalText, probeText, readNumber, whyTexts } from "./agenda-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../../test/speak.ts")).speak }));

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const NOW = 1_800_000_000_000;
const PROBE: PlannedProbe = {
  prefix: "D",
  number: 2300,
  revision: 11,
  extension: ".pdf",
  name: "D2300R11.pdf",
  tier: "recent",
  decision: "probe",
  dueAt: NOW + 3 * HOUR,
  everyMs: 5 * HOUR,
  reason: { what: "next", quietDays: 41 },
};

describe("reading the number to look up", () => {
  it.each([
    ["2300", 2300],
    ["P2300", 2300],
    [" d2300r11 ", 2300],
    ["D0042R1.pdf", 42],
    ["P-19", 19],
    ["0", 0],
    ["", undefined],
    ["P", undefined],
    ["N4950", undefined],
    ["1234567", undefined],
    ["-1", undefined],
    ["P2300 R1", undefined],
    ["2e3", undefined],
  ])("%j is %j", (typed, number) => expect(readNumber(typed)).toBe(number));
});

describe("why a file is asked for", () => {
  it.each<[ProbeReason, string]>([
    [{ what: "next", quietDays: 41 }, "next revision of P2300, quiet for 41 days"],
    [{ what: "next", quietDays: 1 }, "next revision of P2300, quiet for 1 day"],
    [{ what: "next", quietDays: 0 }, "next revision of P2300, news within the last day"],
    [{ what: "after-next" }, "the revision after the next of P2300"],
    [{ what: "passed-over", quietDays: 2 }, "a revision of P2300 before the newest, never seen so far, quiet for 2 days"],
    [{ what: "unseen", fromFrontier: 12, besideDays: 4 }, "no paper yet, 12 numbers above the newest, near one that came up 4 days ago"],
    [{ what: "unseen", fromFrontier: -7, besideDays: 0 }, "no paper, 7 numbers below the newest, near one that came up within the last day"],
    [{ what: "unseen", fromFrontier: 12 }, "no paper yet, 12 numbers above the newest"],
    [{ what: "unseen", fromFrontier: 1 }, "no paper yet, 1 number above the newest"],
    [{ what: "unseen", fromFrontier: -70 }, "no paper, 70 numbers below the newest"],
    [{ what: "unseen", fromFrontier: 0 }, "a number without a paper"],
    [{ what: "unseen" }, "a number without a paper"],
    [{ what: "again", quietDays: 3 }, "found before, looked at for changes, unchanged for 3 days"],
    [{ what: "next", otherExtension: true, watched: true }, "next revision of P2300, another kind of file than last time, watched by number"],
    [{ what: "next", published: true }, "next revision of P2300, under the published name, which may be there before the index knows it"],
  ])("%j", (reason, words) => expect(whyTexts({ number: 2300, reason }, speak).join(", ")).toBe(words));
});

describe("a file in the agenda", () => {
  it.each<[string, Partial<PlannedProbe>, number | undefined, string]>([
    ["is to come", {}, NOW - 2 * HOUR, "Next asked in 3 hours: next revision of P2300, quiet for 41 days, asked every 5 hours. Last asked 2 hours ago."],
    ["is due", { dueAt: NOW }, undefined, "Due now: next revision of P2300, quiet for 41 days, asked every 5 hours. Not asked yet."],
    ["has its round", { dueAt: 0, everyMs: 0, reason: { what: "next" } }, undefined, "Asked in the next round: next revision of P2300. Not asked yet."],
    [
      "was asked by a clock that was set back",
      { everyMs: 36 * HOUR },
      NOW + DAY,
      "Next asked in 3 hours: next revision of P2300, quiet for 41 days, asked every 36 hours. Last asked just now.",
    ],
  ])("%s", (_, rest, lastAskedAt, words) => {
    expect(probeText({ probe: { ...PROBE, ...rest }, ...(lastAskedAt !== undefined && { lastAskedAt }) }, NOW, speak)).toBe(words);
  });
});

describe("how often the files of a tier are asked for", () => {
  it.each<[Partial<TierOutlook>, string]>([
    [{ shortestMs: HOUR, longestMs: 12.3 * DAY }, "1 hour to 12 days"],
    [{ shortestMs: 3.8 * HOUR, longestMs: 3.801 * HOUR }, "3.8 hours"],
    [{ shortestMs: 5 * 60_000, longestMs: 128 * DAY }, "5 minutes to 130 days"],
    [{ tier: "frontier", shortestMs: 0, longestMs: 0 }, "round"],
    [{ tier: "cold", shortestMs: 0, longestMs: 0 }, "some rounds, in turn"],
  ])("%j", (rest, words) => expect(intervalText({ tier: "recent", files: 1, due: 0, shortestMs: 0, longestMs: 0, ...rest }, speak)).toBe(words));
});
