import { describe, expect, it, vi } from "vitest";
import type { CheckState } from "../../../lib/store/database/state-rows.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import type { LaneRow } from "../../../lib/work/rows.ts";
import { speak } from "../../../test/speak.ts";
import { statusText } from "./status-text.ts";

// Times are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../test/speak.ts")).speak }));

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const LANE: LaneRow = { host: "wg21.link", cap: 1, gapMs: 1_000, nextAt: 0, paused: false, askedUntil: 0, strikes: 0 };
const PAUSED = { ...LANE, paused: true };
const GOOD: CheckState = { name: "check", attempts: 0, lastTriedAt: NOW - 4 * MINUTE, lastSuccessAt: NOW - 4 * MINUTE, outcome: { kind: "unchanged" } };
const BAD: CheckState = { ...GOOD, attempts: 1, outcome: { kind: "offline" } };
const NEVER_GOOD: CheckState = { ...BAD, lastSuccessAt: 0 };

const CASES: [string, Health, RegExp][] = [
  ["nothing yet", {}, /^Never checked/],
  ["a check that has no outcome yet", { check: { name: "check", attempts: 0, lastTriedAt: 0, lastSuccessAt: 0 } }, /^Never checked/],
  ["a good check", { check: GOOD, nextAt: NOW + 26 * MINUTE }, /^Checked 4 minutes ago, next check in 26 minutes\.$/],
  ["a check that is due", { check: GOOD, nextAt: NOW }, /^Checked 4 minutes ago, the next check is due\.$/],
  ["no plan", { check: GOOD }, /^Checked 4 minutes ago\.$/],
  ["a check under way", { check: BAD, progress: { name: "progress", phase: "asking", beatAt: NOW } }, /^Checking wg21\.link/],
  ["a failure", { check: BAD, nextAt: NOW + 2 * MINUTE }, /^Could not check at .*offline.*The papers of .*stay\. Next try in 2 minutes\.$/],
  ["a failure and a try that is due", { check: BAD, nextAt: NOW - 1 }, /The next try is due\.$/],
  ["a failure and no plan", { check: BAD }, /stay\.$/],
  ["no success so far", { check: NEVER_GOOD }, /No check has succeeded yet\.$/],
  ["a paused host", { check: GOOD, lane: PAUSED }, /^Checking is paused\. .*Hosts and work.* Checked 4 minutes ago\.$/],
  ["a paused host that was never asked", { lane: PAUSED }, /^Checking is paused\./],
  ["a paused host that failed", { check: BAD, lane: PAUSED }, /^Could not check.*Checking is paused\./],
  ["a host that answers", { check: GOOD, nextAt: NOW + 26 * MINUTE, lane: LANE }, /^Checked 4 minutes ago, next/],
];

describe("the status of checking", () => {
  it.each(CASES)("tells of %s", (_, health, words) => {
    expect(statusText(health, NOW, speak)).toMatch(words);
  });
});
