import { expect, it } from "vitest";
import { TIDY } from "../background/jobs/tidy.ts";
import { createScoutWork } from "./create-scout-work.ts";
import { memoryDatabase } from "./memory-database.ts";

const DAY = 24 * 60 * 60_000;

/** A scout that runs on, without a network, with news in its log that are so many days old. */
async function runningOn(...daysAgo: number[]) {
  const db = await memoryDatabase(undefined, "runs-on");
  const now = Date.now();
  for (const days of daysAgo) await db.log.add({ kind: "new-kind", prefix: "D", papers: days, at: now - days * DAY });
  const unread = async () => {
    throw new Error("Nothing is to be read.");
  };
  const engine = createScoutWork(db, {
    network: { fetch: unread, isOnline: () => false },
    readers: { page: unread, listing: unread },
    onDue: async () => {},
    onSliceEnd: async () => {},
    onFault(error) {
      throw error;
    },
  });
  return {
    /** As when so many days have passed since it tidied last. */
    async tidied(daysAgo: number) {
      await db.state.put({ name: "tidied", at: now - daysAgo * DAY });
      await engine.runNow(TIDY);
      await engine.drain();
      return (await db.log.toArray()).map(({ at }) => Math.round((now - at) / DAY));
    },
    end: () => db.close(),
  };
}

it("a scout that runs on forgets the news of its log that are published no more, and by no clock that is ahead", async () => {
  const scout = await runningOn(70, 61, 59, 1);
  expect(await scout.tidied(5)).toEqual([61, 59, 1]);
  expect(await scout.tidied(0)).toEqual([59, 1]);
  scout.end();
});
