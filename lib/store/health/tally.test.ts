import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { noteCheckBegun, noteCheckEnded } from "./check-state.ts";
import { countCheck, dayOf, lastDays, readTally } from "./tally.ts";

const NOON = new Date(2026, 10, 24, 12).getTime();
const HOUR = 60 * 60_000;
const daysLater = (days: number) => new Date(2026, 10, 24 + days, 12).getTime();

describe("the tally of a day", () => {
  it("counts checks by how they ended, on the day of this computer's calendar", async () => {
    const db = await freshDatabase();
    await noteCheckBegun(db, NOON);
    expect(await readTally(db)).toEqual({});
    await noteCheckEnded(db, { kind: "unchanged" }, NOON);
    await noteCheckEnded(db, { kind: "offline" }, NOON + 11 * HOUR);
    await noteCheckEnded(db, { kind: "offline" }, NOON + 13 * HOUR);
    expect(await readTally(db)).toEqual({
      "2026-11-24": { checks: 2, failures: 1, drafts: 0 },
      "2026-11-25": { checks: 1, failures: 1, drafts: 0 },
    });
  });

  it("adds the drafts that a round found", async () => {
    const db = await freshDatabase();
    await countCheck(db, false, NOON, 3);
    await countCheck(db, true, NOON + HOUR, 2);
    expect(await readTally(db)).toEqual({ "2026-11-24": { checks: 2, failures: 1, drafts: 5 } });
  });

  it("keeps sixty days, the latest, whatever the clock does", async () => {
    const db = await freshDatabase();
    for (let day = 0; day < 70; day++) await countCheck(db, false, daysLater(day));
    await countCheck(db, true, daysLater(65));
    const days = await readTally(db);
    expect(Object.keys(days)).toHaveLength(60);
    expect(days[dayOf(daysLater(65))]).toEqual({ checks: 2, failures: 1, drafts: 0 });
    expect(days).not.toHaveProperty(dayOf(daysLater(9)));
    expect(days).toHaveProperty(dayOf(daysLater(10)));
  });

  it("is undone with the transaction that it was counted in", async () => {
    const db = await freshDatabase();
    const undone = db.transaction("rw", [db.state], async () => {
      await countCheck(db, false, NOON);
      throw new Error("killed");
    });
    await expect(undone).rejects.toThrow("killed");
    expect(await readTally(db)).toEqual({});
  });
});

describe("the last days", () => {
  it("are those up to today, oldest first, with zeros where nothing ended", () => {
    const days = { "2026-11-23": { checks: 4, failures: 1, drafts: 2 }, "2026-10-01": { checks: 9, failures: 0, drafts: 0 } };
    expect(lastDays(days, NOON, 3)).toEqual([
      { day: "2026-11-22", checks: 0, failures: 0, drafts: 0 },
      { day: "2026-11-23", checks: 4, failures: 1, drafts: 2 },
      { day: "2026-11-24", checks: 0, failures: 0, drafts: 0 },
    ]);
  });

  it("are as many different days as were asked for, on whatever day, also where an hour is left out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 24 * 60 - 1 }), (day, minute) => {
        const at = new Date(1990, 0, 1 + day, 0, minute).getTime();
        const days = lastDays({}, at, 40).map((entry) => entry.day);
        expect(new Set(days).size).toBe(40);
        expect(days.at(-1)).toBe(dayOf(at));
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});
