import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { CycleOutcome } from "../database/state-rows.ts";
import { afterSlice, beginCycle, cycleEnd, isOfCycle, newProbing, type Running, readProbing } from "./probing-cycle.ts";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 22, 12);
const NO_ANSWERS = { asked: 0, present: 0, absent: 0, notTheFile: 0, troubles: 0 };

const first = (): Running => beginCycle(newProbing(NOON, 0.5), NOON);

describe("a cycle of asking for drafts", () => {
  it("begins at a whole second, as the times of requests are kept", () => {
    expect(beginCycle(newProbing(NOON, 0.5), NOON + 999)).toMatchObject({
      cycle: 1,
      phase: 0.5,
      since: NOON,
      today: { day: "2026-11-22", asked: 0 },
      running: { startedAt: NOON, planned: 0, ...NO_ANSWERS, found: 0 },
      hasBaseline: false,
    });
  });

  it("counts from now where the clock was ahead when it all began: else everything would be due at once", () => {
    expect(beginCycle(newProbing(NOON + 2 * HOUR, 0.5), NOON).since).toBe(NOON);
  });

  it.each([
    ["a minute later", 60_000, false],
    ["nearly six hours later", 6 * HOUR - 1, false],
    ["six hours later, as another: nobody ended it", 6 * HOUR, true],
    ["before it began, as another: the clock was set back", -1000, true],
  ])("goes on %s", (_, later, isAnother) => {
    const running = afterSlice(first(), { planned: 50, asked: 3 }, 4000);
    const next = beginCycle(running, NOON + later);
    expect(next.cycle).toBe(isAnother ? 2 : 1);
    expect(next.running).toMatchObject(isAnother ? { startedAt: NOON + later, asked: 0 } : { startedAt: NOON, asked: 3 });
  });

  it.each([
    ["before it began", -1, false],
    ["when it began", 0, true],
    ["just now", 5_000, true],
    ["in a time to come, by a clock that was ahead", 5_001, false],
  ])("has what came %s: %i ms later", (_, later, isMeanwhile) => expect(isOfCycle(first(), NOON + later, NOON + 5_000)).toBe(isMeanwhile));

  it("adds up its slices, and the requests of the day with those beside the plan", () => {
    const slice = { planned: 50, asked: 10, present: 1, absent: 7, notTheFile: 1, troubles: 1 };
    const after = afterSlice(afterSlice(first(), slice, 4000, 1), { planned: 49, asked: 5, absent: 5 }, 4010);
    expect(after.running).toEqual({ startedAt: NOON, planned: 49, asked: 15, present: 1, absent: 12, notTheFile: 1, troubles: 1, found: 0 });
    expect(after).toMatchObject({ today: { day: "2026-11-22", asked: 16 }, frontier: 4010 });
  });

  it("counts each day of UTC anew, also in the middle", () => {
    const late = afterSlice(first(), { planned: 50, asked: 10 }, 4000);
    const next = beginCycle(late, Date.UTC(2026, 10, 23));
    expect(next.today).toEqual({ day: "2026-11-23", asked: 0 });
    expect(beginCycle(late, Date.UTC(2026, 10, 22, 17, 59)).today.asked).toBe(10);
  });

  it.each<[outcome: CycleOutcome, failures: number, lastSuccessAt: number, hasBaseline: boolean, next: number]>([
    [{ kind: "good" }, 0, NOON + HOUR, true, 2],
    [{ kind: "budget-spent" }, 0, NOON + HOUR, true, 1],
    [{ kind: "answers-everything" }, 3, 5, false, 1],
    [{ kind: "rate-limited" }, 3, 5, false, 1],
    [{ kind: "offline" }, 3, 5, false, 1],
    [{ kind: "not-allowed" }, 3, 5, false, 1],
  ])("ends %j after two failures", (outcome, failures, lastSuccessAt, hasBaseline, next) => {
    const running = { ...afterSlice(first(), { planned: 9, asked: 9 }, 4000), failures: 2, lastSuccessAt: 5 };
    const ended = cycleEnd({ ...running, running: { ...running.running, found: 1 } }, outcome, 2, NOON + HOUR);
    expect(ended).toMatchObject({ failures, lastSuccessAt, hasBaseline });
    expect(ended.last).toMatchObject({ startedAt: NOON, endedAt: NOON + HOUR, outcome, asked: 9, found: 3 });
    expect(ended).not.toHaveProperty("running");
    // A baseline stays one, and the next cycle is another, but for one that failed or that the day was too short for.
    expect(cycleEnd({ ...running, hasBaseline: true }, outcome, 0, NOON).hasBaseline).toBe(true);
    expect(beginCycle(ended, NOON + HOUR)).toMatchObject({ cycle: next, running: { ...NO_ANSWERS, found: 0 } });
  });

  it("is no baseline where the day's limit was reached before anything was asked for", () => {
    expect(cycleEnd(first(), { kind: "budget-spent" }, 0, NOON).hasBaseline).toBe(false);
  });

  it("is a row: what is put there is what is read", async () => {
    const db = await freshDatabase();
    expect(await readProbing(db)).toBeUndefined();
    await db.state.put(first());
    expect(await readProbing(db)).toEqual(first());
  });
});
