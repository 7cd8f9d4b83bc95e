import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { found } from "../../../test/store/found-match.ts";
import { dayName } from "./day-name.ts";
import { groupByDay } from "./group-by-day.ts";

const language = vi.hoisted(() => ({ locale: "en" }));
vi.mock("../../../lib/language/translate.ts", () => ({ translate: () => language.locale }));

/** Sunday noon, by the clock on the wall. */
const NOW = new Date(2026, 10, 22, 12).getTime();

describe("the name of a day", () => {
  it.each([
    [new Date(2026, 10, 22, 0), "Today", "Heute"],
    [new Date(2026, 10, 22, 23, 59), "Today", "Heute"],
    [new Date(2026, 10, 21, 23, 59), "Yesterday", "Gestern"],
    [new Date(2026, 10, 20), "Friday", "Freitag"],
    [new Date(2026, 10, 16), "Monday", "Montag"],
    [new Date(2026, 10, 15, 23), "Sunday, November 15", "Sonntag, 15. November"],
    [new Date(2026, 0, 1), "Thursday, January 1", "Donnerstag, 1. Januar"],
    [new Date(2025, 11, 31), "Wednesday, December 31, 2025", "Mittwoch, 31. Dezember 2025"],
    // A clock that was set back.
    [new Date(2026, 10, 23), "Monday, November 23", "Montag, 23. November"],
  ])("%s is %s", (at, english, german) => {
    language.locale = "en";
    expect(dayName(at.getTime(), NOW)).toBe(english);
    language.locale = "de";
    expect(dayName(at.getTime(), NOW)).toBe(german);
  });
});

describe("matches by day", () => {
  it("stand in their order, the newest day first", () => {
    const at = [new Date(2026, 10, 22, 9), new Date(2026, 10, 22, 0), new Date(2026, 10, 21, 23), new Date(2025, 10, 22, 9)];
    const matches = at.map((time, position) => found(`P${position}R0`, { foundAt: time.getTime() }));
    expect(groupByDay(matches).map(({ key, matches }) => [key, ...matches.map(({ id }) => id)])).toEqual([
      ["2026-11-22", "P0R0", "P1R0"],
      ["2026-11-21", "P2R0"],
      ["2025-11-22", "P3R0"],
    ]);
  });

  it("are all there, each day once", () => {
    const time = fc.integer({ min: 0, max: NOW });
    fc.assert(
      fc.property(fc.array(time), (times) => {
        const matches = times.map((foundAt, position) => found(`P${position}R0`, { foundAt })).sort((a, b) => b.foundAt - a.foundAt);
        const days = groupByDay(matches);
        expect(days.flatMap((day) => day.matches)).toEqual(matches);
        expect(new Set(days.map(({ key }) => key)).size).toBe(days.length);
        for (const day of days) {
          for (const { foundAt } of day.matches) expect(new Date(foundAt).toDateString()).toBe(new Date(day.at).toDateString());
        }
      }),
    );
  });
});
