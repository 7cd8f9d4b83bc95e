import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { found } from "../../../test/store/found-match.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import type { JobRow, WorkDatabase } from "../../work/rows.ts";
import { TIDY, tidy } from "./tidy.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY = 24 * 60 * 60_000;

/** Daily tidying with matches that were read so many days ago, and jobs that ended then. */
async function tidying(...daysAgo: number[]) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  await writeSetting(db, "keepReadDays", 90);
  for (const days of daysAgo) {
    await db.matches.put(found(`P${days}R0`, { readAt: NOON - days * DAY }));
    await db.jobs.add({ kind: "odd", state: "done", endedAt: NOON - days * DAY } as JobRow);
  }
  const broken = { times: 0 };
  const kinds = {
    [TIDY]: tidy(
      async () => db,
      async (before) => {
        if (broken.times-- > 0) throw new Error("broken off");
        return work.engine.forgetJobs(before);
      },
    ),
  };
  const work: ReturnType<typeof workOn> = workOn(db as unknown as WorkDatabase, clock, { kinds });
  return {
    db,
    work,
    /** How often it is still to be broken off. */
    broken,
    async tidy(at: number) {
      clock.set(at);
      await work.engine.enqueue({ kind: TIDY, key: TIDY });
      await work.drain();
    },
    left: async () => [await db.matches.count(), await db.jobs.filter(({ kind }) => kind === "odd").count()],
  };
}

it("what was read and has ended long ago is forgotten, from the second day on", async () => {
  const { tidy, left } = await tidying(1, 8, 100);
  await tidy(NOON);
  expect(await left()).toEqual([3, 3]);
  await tidy(NOON + DAY);
  expect(await left()).toEqual([2, 1]);
});

it("nothing is forgotten for a clock that is years ahead, nor when it is set right again", async () => {
  const { tidy, left } = await tidying(1, 5);
  await tidy(NOON - DAY);
  await tidy(NOON + 3_650 * DAY);
  expect(await left()).toEqual([2, 2]);
  await tidy(NOON);
  expect(await left()).toEqual([2, 2]);
  await tidy(NOON + 3 * DAY);
  expect(await left()).toEqual([2, 2]);
  await tidy(NOON + 4 * DAY);
  expect(await left()).toEqual([2, 1]);
});

it("nothing is forgotten for it where tidying is broken off and tried again", async () => {
  const { db, tidy, left, broken, work } = await tidying(1, 5);
  await tidy(NOON - DAY);
  broken.times = 2;
  await tidy(NOON + 3_650 * DAY);
  while (work.due.at !== undefined) await work.drainNext();
  expect(
    await db.jobs
      .where({ state: "done" })
      .filter(({ kind, attempts }) => kind === TIDY && attempts === 3)
      .count(),
  ).toBe(1);
  expect(await left()).toEqual([2, 2]);
});

it.each([
  ["a week", 7],
  ["a month", 31],
])("who opens the browser once %s, for some minutes, has what is old forgotten each time", async (_, days) => {
  const { tidy, left } = await tidying(100, 85 - days);
  await tidy(NOON);
  expect(await left()).toEqual([2, 2]);
  await tidy(NOON + days * DAY);
  expect(await left()).toEqual([1, 0]);
  await tidy(NOON + 2 * days * DAY);
  expect(await left()).toEqual([1, 0]);
  await tidy(NOON + 3 * days * DAY);
  expect(await left()).toEqual([0, 0]);
});
