import { describe, expect, it } from "vitest";
import type { CheckOutcome } from "./check-outcome.ts";
import { claimCheck, dueAt, isDue, settleCheck, waitUntil } from "./check-schedule.ts";
import { NEVER_CHECKED } from "./store/check-state.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = 1_800_000_000_000;
const UNCHANGED: CheckOutcome = { kind: "unchanged" };

describe("when to check next", () => {
  it("is due at once when it never checked", () => {
    expect(isDue(NEVER_CHECKED, 30, NOW)).toBe(true);
  });

  it("is due an interval after a success, not before", () => {
    const state = settleCheck(claimCheck(NEVER_CHECKED, 30, NOW), UNCHANGED, 30, NOW + 2000);
    expect(isDue(state, 30, NOW + 29 * MINUTE)).toBe(false);
    expect(isDue(state, 30, NOW + 31 * MINUTE)).toBe(true);
    expect(state).toMatchObject({ attempts: 0, lastSuccessAt: NOW + 2000, outcome: UNCHANGED });
  });

  it("has told the truth and planned the next try before it starts", () => {
    const claimed = claimCheck(NEVER_CHECKED, 30, NOW);
    expect(claimed).toMatchObject({ outcome: { kind: "interrupted" }, nextAt: NOW + MINUTE, attempts: 1 });
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [5, 16],
    [6, 30],
    [500, 30],
  ])("tries again after failure %i in %i minutes", (failures, minutes) => {
    const claimed = claimCheck({ ...NEVER_CHECKED, attempts: failures - 1 }, 30, NOW);
    expect(settleCheck(claimed, { kind: "timeout" }, 30, NOW).nextAt).toBe(NOW + minutes * MINUTE);
    expect(claimed.nextAt).toBe(NOW + minutes * MINUTE);
  });

  it("waits as long as the host asked, also when a person is in a hurry", () => {
    const state = settleCheck(claimCheck(NEVER_CHECKED, 30, NOW), { kind: "rate-limited" }, 30, NOW, 2 * 60 * MINUTE);
    expect(dueAt(state, 30)).toBe(NOW + 120 * MINUTE);
    expect(waitUntil({ ...state, nextAt: 0 }, NOW + MINUTE)).toBe(NOW + 120 * MINUTE);
    expect(isDue({ ...state, nextAt: 0 }, 30, NOW + MINUTE)).toBe(false);
    expect(waitUntil(state, NOW + 121 * MINUTE)).toBe(0);
  });

  it("keeps the time of the last success through failures", () => {
    const success = settleCheck(claimCheck(NEVER_CHECKED, 30, NOW), UNCHANGED, 30, NOW);
    expect(settleCheck(claimCheck(success, 30, NOW + DAY), { kind: "offline" }, 30, NOW + DAY).lastSuccessAt).toBe(NOW);
  });

  it("follows a shortened interval at once", () => {
    const state = settleCheck(claimCheck(NEVER_CHECKED, 1440, NOW), UNCHANGED, 1440, NOW);
    expect(isDue(state, 5, NOW + 6 * MINUTE)).toBe(true);
  });

  it("is due when the clock was set back, whatever was written before", () => {
    const state = settleCheck(claimCheck(NEVER_CHECKED, 30, NOW), { kind: "rate-limited" }, 30, NOW, DAY);
    expect(isDue(state, 30, NOW - DAY)).toBe(true);
    expect(waitUntil(state, NOW - DAY)).toBe(0);
  });
});
