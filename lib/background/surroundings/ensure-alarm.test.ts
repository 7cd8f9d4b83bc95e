import { beforeEach, describe, expect, it, vi } from "vitest";
import { ensureAlarm, ensureAnyAlarm } from "./ensure-alarm.ts";

const NOW = 1_000_000_000;
const SECOND = 1000;

/** The browser's alarms, and how often one was set. */
const alarms = vi.hoisted(() => {
  const state: { set?: { scheduledTime: number; periodInMinutes: number }; creations: number } = { creations: 0 };
  return {
    state,
    get: async () => state.set,
    async create(_name: string, { when, periodInMinutes }: { when: number; periodInMinutes: number }) {
      state.creations++;
      state.set = { scheduledTime: when, periodInMinutes };
    },
    async clear() {
      delete state.set;
    },
  };
});
vi.mock("wxt/browser", () => ({ browser: { alarms } }));

/** An alarm that was set to ring at that time, or none. */
function rings(at: number | undefined) {
  alarms.state.creations = 0;
  if (at === undefined) delete alarms.state.set;
  else alarms.state.set = { scheduledTime: at, periodInMinutes: 30 };
}

beforeEach(() => rings(undefined));

describe("the alarm", () => {
  it.each([
    ["is set where there is none", undefined, NOW + 60 * SECOND, NOW + 60 * SECOND, 1],
    ["is set no sooner than browsers fire one", undefined, NOW + SECOND, NOW + 30 * SECOND, 1],
    ["is set for what is overdue where there is none", undefined, NOW - SECOND, NOW + 30 * SECOND, 1],
    ["is moved to what is due sooner", NOW + 90 * SECOND, NOW + 60 * SECOND, NOW + 60 * SECOND, 1],
    ["is moved to what is due later", NOW + 60 * SECOND, NOW + 90 * SECOND, NOW + 90 * SECOND, 1],
    ["is left alone where it rings then", NOW + 60 * SECOND, NOW + 60 * SECOND, NOW + 60 * SECOND, 0],
    ["is left alone where it rings about then", NOW + 60 * SECOND, NOW + 61 * SECOND, NOW + 60 * SECOND, 0],
    ["is not pushed away by what is overdue", NOW + 5 * SECOND, NOW - SECOND, NOW + 5 * SECOND, 0],
    ["is not pushed away where it is overdue itself", NOW - SECOND, NOW - SECOND, NOW - SECOND, 0],
    ["rings sooner than it was to for what is overdue", NOW + 60 * SECOND, NOW - SECOND, NOW + 30 * SECOND, 1],
  ])("%s", async (_, before, when, expected, creations) => {
    rings(before);
    await ensureAlarm(when, NOW);
    expect(alarms.state).toEqual({ set: { scheduledTime: expected, periodInMinutes: 30 }, creations });
  });

  it("is pushed away by no number of wakes", async () => {
    for (let wake = 0; wake < 50; wake++) await ensureAlarm(NOW - SECOND, NOW + wake * 500);
    expect(alarms.state).toMatchObject({ set: { scheduledTime: NOW + 30 * SECOND }, creations: 1 });
  });

  it("is taken away where nothing is pending", async () => {
    rings(NOW + 60 * SECOND);
    await ensureAlarm(undefined, NOW);
    await ensureAlarm(undefined, NOW);
    expect(alarms.state.set).toBeUndefined();
  });

  it("is there at least, where nobody can say what is due", async () => {
    await ensureAnyAlarm(NOW + 60 * SECOND);
    await ensureAnyAlarm(NOW + 90 * SECOND);
    expect(alarms.state).toMatchObject({ set: { scheduledTime: NOW + 60 * SECOND }, creations: 1 });
  });
});
