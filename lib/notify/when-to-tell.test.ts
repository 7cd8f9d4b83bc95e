import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOLD_MS } from "../store/matches/note-match.ts";
import { afterQuietHours, mayShowAt, mayTellAt } from "./when-to-tell.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = new Date(2026, 10, 22, 12).getTime();
const OPEN = { minutesBetweenNotifications: 10, quietHours: false, quietFromHour: 22, quietUntilHour: 7 };
const NIGHT = { ...OPEN, quietHours: true };

/** By the clock on this machine's wall, whatever its zone. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

describe("the rest between two notifications", () => {
  it.each([
    ["never before", 0, NOW],
    ["just now", NOW, NOW + 10 * MINUTE],
    ["a while ago", NOW - 9 * MINUTE, NOW + MINUTE],
    ["exactly that long ago", NOW - 10 * MINUTE, NOW],
    ["long ago", NOW - HOUR, NOW],
    ["in time to come, by a clock that was set back since", NOW + HOUR, NOW],
  ])("shown %s", (_, lastShownAt, expected) => {
    expect(mayShowAt({ lastShownAt, cycleSince: undefined }, OPEN, NOW)).toBe(expected);
  });

  it("is none where the person wants none", () => {
    expect(mayShowAt({ lastShownAt: NOW, cycleSince: undefined }, { ...OPEN, minutesBetweenNotifications: 0 }, NOW)).toBe(NOW);
  });

  it("may end within the quiet hours, and then with them", () => {
    expect(mayShowAt({ lastShownAt: at(22, 21, 55), cycleSince: undefined }, NIGHT, at(22, 21, 58))).toBe(at(23, 7));
    expect(mayShowAt({ lastShownAt: 0, cycleSince: undefined }, NIGHT, at(22, 23))).toBe(at(23, 7));
  });
});

describe("quiet hours", () => {
  it.each([
    [21, 59, undefined],
    [22, 0, 23],
    [23, 59, 23],
    [6, 59, 22],
    [0, 0, 22],
    [7, 0, undefined],
  ])("over midnight, at %i:%i: until seven of day %s", (hour, minute, day) => {
    expect(afterQuietHours(at(22, hour, minute), NIGHT)).toBe(day ? at(day, 7) : at(22, hour, minute));
  });

  it.each([
    [8, 59, false],
    [9, 0, true],
    [16, 59, true],
    [17, 0, false],
  ])("within a day, at %i:%i: %s", (hour, minute, isQuiet) => {
    const working = { ...NIGHT, quietFromHour: 9, quietUntilHour: 17 };
    expect(afterQuietHours(at(22, hour, minute), working)).toBe(isQuiet ? at(22, 17) : at(22, hour, minute));
  });

  it("are none where they are switched off, or end with their beginning", () => {
    expect(afterQuietHours(at(22, 23), OPEN)).toBe(at(22, 23));
    expect(afterQuietHours(at(22, 7), { ...NIGHT, quietFromHour: 7, quietUntilHour: 7 })).toBe(at(22, 7));
  });
});

const isQuietAt = (time: number, from: number, until: number) => {
  const hour = new Date(time).getHours();
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
};

describe.each(["Europe/Berlin", "America/St_Johns", "Asia/Tokyo", "Australia/Lord_Howe", "UTC"])("quiet hours in %s", (zone) => {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it("end within a day, with their last minute, and for good", () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const hour = fc.integer({ min: 0, max: 23 });
    const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) };
    // Half of them around the nights in which European clocks change.
    const time = fc.oneof(
      fc.integer(year),
      fc.integer({ min: Date.UTC(2026, 2, 28, 12), max: Date.UTC(2026, 2, 29, 12) }),
      fc.integer({ min: Date.UTC(2026, 9, 24, 12), max: Date.UTC(2026, 9, 25, 12) }),
    );
    fc.assert(
      fc.property(time, hour, hour, (when, quietFromHour, quietUntilHour) => {
        const settings = { ...NIGHT, quietFromHour, quietUntilHour };
        const end = afterQuietHours(when, settings);
        expect(end).toBeGreaterThanOrEqual(when);
        expect(end - when).toBeLessThanOrEqual(25 * HOUR);
        expect(end > when).toBe(isQuietAt(when, quietFromHour, quietUntilHour));
        // On the day on which that hour is left out the next one may be quiet again.
        if (end > when && new Date(end).getHours() === quietUntilHour) expect(afterQuietHours(end, settings)).toBe(end);
        if (end > when) expect(isQuietAt(end - 1, quietFromHour, quietUntilHour)).toBe(true);
      }),
      {
        numRuns: 500,
        examples: [
          // On Lord Howe Island the clock jumps by half an hour, from two to half past.
          [Date.UTC(2026, 9, 3, 16), 3, 2],
        ],
      },
    );
  });
});

describe("a clock that jumps over the end of the quiet hours", () => {
  it("ends them where it lands", () => {
    const before = process.env.TZ;
    process.env.TZ = "Europe/Berlin";
    // On 29 March 2026 three follows upon two.
    const end = afterQuietHours(Date.UTC(2026, 2, 29, 0, 30), { ...NIGHT, quietFromHour: 22, quietUntilHour: 2 });
    process.env.TZ = before ?? "";
    if (before === undefined) delete process.env.TZ;
    expect(end).toBe(Date.UTC(2026, 2, 29, 1));
  });
});

describe("a match", () => {
  const draft = { version: "1" };
  const idle = { lastShownAt: 0, cycleSince: undefined };
  it.each([
    ["of the index", {}, { ...idle, cycleSince: NOW }, NOW],
    ["of a draft", { draft }, idle, NOW],
    ["of a draft in a cycle", { draft }, { ...idle, cycleSince: NOW - MINUTE }, NOW + 29 * MINUTE],
    ["of a draft in a cycle without end", { draft }, { ...idle, cycleSince: NOW - 31 * MINUTE }, NOW],
    ["of a draft in a cycle that begins later, by a clock that was set back", { draft }, { ...idle, cycleSince: NOW + HOUR }, NOW],
    ["of a draft whose page is to be read", { draft, heldUntil: NOW + HOLD_MS }, idle, NOW + HOLD_MS],
    ["of a draft that has waited for its page long enough", { draft, heldUntil: NOW - 1 }, idle, NOW],
    ["held by a clock that was set back", { draft, heldUntil: NOW + HOLD_MS + 1 }, idle, NOW],
    ["held within a cycle", { draft, heldUntil: NOW + MINUTE }, { ...idle, cycleSince: NOW }, NOW + 30 * MINUTE],
  ])("%s", (_, match, state, expected) => {
    expect(mayTellAt(match, state, NOW)).toBe(expected);
  });
});
