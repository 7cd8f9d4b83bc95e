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
  const kinds = {
    [TIDY]: tidy(
      async () => db,
      (before) => work.engine.forgetJobs(before),
    ),
  };
  const work: ReturnType<typeof workOn> = workOn(db as unknown as WorkDatabase, clock, { kinds });
  return {
    db,
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

it("nothing is forgotten by a clock that is years ahead, nor when it is set right again", async () => {
  const { tidy, left } = await tidying(1, 80);
  await tidy(NOON - DAY);
  await tidy(NOON + 3_650 * DAY);
  expect(await left()).toEqual([2, 2]);
  await tidy(NOON);
  expect(await left()).toEqual([2, 2]);
  await tidy(NOON + DAY);
  expect(await left()).toEqual([2, 1]);
});

it("a weekend without a computer changes nothing, a longer absence puts it off by a day", async () => {
  const { tidy, left } = await tidying(100);
  await tidy(NOON);
  await tidy(NOON + 5 * DAY);
  expect(await left()).toEqual([1, 1]);
  await tidy(NOON + 8 * DAY);
  expect(await left()).toEqual([0, 0]);
});
