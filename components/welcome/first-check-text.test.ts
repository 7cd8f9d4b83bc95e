import { expect, it, vi } from "vitest";
import type { Health } from "../../lib/store/health/health.ts";
import { speak } from "../../test/speak.ts";
import { firstCheckText } from "./first-check-text.ts";

// Times are written in the language of the texts.
vi.mock("../../lib/language/translate.ts", async () => ({ translate: (await import("../../test/speak.ts")).speak }));

const LANE = { host: "wg21.link", cap: 1, gapMs: 1_000, nextAt: 0, paused: false, askedUntil: 0, strikes: 0 };
const PAUSED = { ...LANE, paused: true };
const BAD = { name: "check", attempts: 1, lastTriedAt: 1, lastSuccessAt: 0, outcome: { kind: "offline" } } as const;
const ASKING = { name: "progress", phase: "asking", beatAt: 1 } as const;

it.each<[string, Health, RegExp, RegExp, boolean]>([
  ["nothing was tried yet", { lane: LANE }, /^Never checked You will hear/, /^Never checked$/, true],
  ["its host is paused", { lane: PAUSED }, /^You paused wg21\.link: it is not asked/, /^You paused wg21\.link/, false],
  ["it failed and its host is paused since", { lane: PAUSED, check: BAD }, /^You paused wg21\.link/, /^You paused/, false],
  ["it is under way, to be paused after it", { lane: PAUSED, progress: ASKING }, /^Checking wg21\.link/, /^Checking/, true],
  ["it failed", { lane: LANE, check: BAD }, /offline\. No check has succeeded yet\.$/, /offline/, false],
])("where %s the first check says so", (_, health, shown, spoken, isGoingOn) => {
  const text = firstCheckText(health, 1_000, speak);
  expect(text.shown).toMatch(shown);
  expect(text.spoken).toMatch(spoken);
  expect(text.isGoingOn).toBe(isGoingOn);
});
