import { describe, expect, it, vi } from "vitest";
import type { CheckState, IndexState } from "../../../lib/store/database/state-rows.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import type { LaneRow } from "../../../lib/work/rows.ts";
import { speak } from "../../../test/speak.ts";
import { spokenStatus, statusMore, statusText } from "./status-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../test/speak.ts")).speak }));

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const LANE: LaneRow = { host: "wg21.link", cap: 1, gapMs: 1_000, nextAt: 0, paused: false, askedUntil: 0, strikes: 0 };
const PAUSED = { ...LANE, paused: true };
const GOOD: CheckState = { name: "check", attempts: 0, lastTriedAt: NOW - 4 * MINUTE, lastSuccessAt: NOW - 4 * MINUTE, outcome: { kind: "unchanged" } };
const BAD: CheckState = { ...GOOD, attempts: 1, outcome: { kind: "offline" } };
const INDEX: IndexState = { name: "index", shelves: {}, papersByPrefix: {}, papers: 0, skipped: 0, baselineAt: 1, changedAt: 1 };
const NEVER_GOOD: CheckState = { ...BAD, lastSuccessAt: 0 };

/** [what, the state, its line, what there is to add]. */
const CASES: [string, Health, string | RegExp, string | RegExp][] = [
  ["nothing yet", {}, "Never checked", "You will hear of what appears after the first check."],
  ["a check that has no outcome yet", { check: { name: "check", attempts: 0, lastTriedAt: 0, lastSuccessAt: 0 } }, "Never checked", /^You will hear/],
  ["a good check", { check: GOOD, nextAt: NOW + 26 * MINUTE }, "Checked 4 min. ago · next in 26 min.", ""],
  ["a check that is due", { check: GOOD, nextAt: NOW }, "Checked 4 min. ago · next is due", ""],
  ["no plan", { check: GOOD }, "Checked 4 min. ago", ""],
  ["a check under way", { check: BAD, progress: { name: "progress", phase: "asking", beatAt: NOW } }, /^Checking wg21\.link/, ""],
  ["changes that are sorted", { check: GOOD, sorting: { left: 2_233, of: 3_726 } }, "Sorting 3,726 changes, 40 %", ""],
  [
    "a failure",
    { check: BAD, nextAt: NOW + 2 * MINUTE },
    "Could not check: the browser is offline.",
    /^You see what the last good check found, .*\. Next try in 2 minutes\.$/,
  ],
  ["a failure and a try that is due", { check: BAD, nextAt: NOW - 1 }, /offline/, /The next try is due\.$/],
  ["a failure and no plan", { check: BAD }, /offline/, /^You see what the last good check found, .*\.$/],
  ["no success so far", { check: NEVER_GOOD }, /offline/, "No check has succeeded yet."],
  ["a paused host", { check: GOOD, nextAt: NOW + MINUTE, lane: PAUSED }, "Checked 4 min. ago · paused", ""],
  ["a paused host that was never asked", { lane: PAUSED }, "Never checked", /^You will hear/],
  ["a paused host that failed", { check: BAD, nextAt: NOW + MINUTE, lane: PAUSED }, /^Could not check/, /^You see what the last good check found, .*\.$/],
  ["a host that answers", { check: GOOD, nextAt: NOW + 26 * MINUTE, lane: LANE }, /^Checked 4 min\. ago · next/, ""],
];

function expectWords(text: string, words: string | RegExp) {
  if (words instanceof RegExp) expect(text).toMatch(words);
  else expect(text).toBe(words);
}

describe("the status of checking", () => {
  it.each(CASES)("tells of %s", (_, health, line, more) => {
    expectWords(statusText(health, NOW, speak), line);
    expectWords(statusMore(health, NOW, speak), more);
  });

  it.each<[string, Health, string]>([
    ["nothing yet", {}, "Never checked"],
    ["a check under way", { check: GOOD, progress: { name: "progress", phase: "receiving", beatAt: NOW } }, "Checking wg21.link"],
    ["changes that are sorted", { check: GOOD, sorting: { left: 9, of: 3_726 } }, "Sorting what has changed"],
    ["a failure", { check: BAD }, "Could not check: the browser is offline."],
    ["no change", { check: GOOD }, "last check: no change"],
    ["news", { check: { ...GOOD, outcome: { kind: "changed", added: 3_726, changed: 84 } } }, "last check: 3,726 new, 84 changed"],
    ["the first check", { check: { ...GOOD, outcome: { kind: "baseline", papers: 2 } }, index: { ...INDEX, papers: 2 } }, "2 documents known"],
  ])("is said of %s without a time", (_, health, words) => {
    expect(spokenStatus(health, speak)).toBe(words);
  });
});
