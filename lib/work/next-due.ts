import { lagging } from "./pump.ts";
import type { WorkDatabase } from "./rows.ts";
import type { Work } from "./work.ts";

/** When something is due next, epoch ms: the one time the alarm is derived from. Undefined where nothing is pending. With `after`, the first time after that: what is due already may have to wait for a lane or a lock. */
export async function nextDue(work: Work, db: WorkDatabase, after = Number.NEGATIVE_INFINITY): Promise<number | undefined> {
  const { jobs, lanes, schedules, cursors, faults, log } = db;
  return db.transaction("r", [jobs, lanes, schedules, cursors, faults, log], async () => {
    const open = (await lanes.toArray()).filter(({ paused }) => !paused);
    const firsts = await Promise.all(
      [{ host: "", nextAt: 0 }, ...open].map(async ({ host, nextAt }) => {
        const first = await jobs
          .where("[lane+runAt]")
          .between([host, nextAt > after ? Number.NEGATIVE_INFINITY : after], [host, Number.POSITIVE_INFINITY], false)
          .first();
        return first?.runAt === undefined ? [] : [Math.max(first.runAt, nextAt)];
      }),
    );
    const lease = await jobs.orderBy("until").first();
    const times = [
      ...firsts.flat(),
      ...(lease?.until === undefined ? [] : [lease.until]),
      ...(await schedules.toArray()).map(({ nextAt }) => nextAt),
      ...(await lagging(work, db)).map(({ at }) => at),
    ].filter((at) => at > after);
    return times.length > 0 ? Math.min(...times) : undefined;
  });
}

/** True where a job for the heavy place may run now, or could but for its lane. */
export async function hasHeavyWork({ world }: Work): Promise<boolean> {
  const db = await world.database();
  const waiting = db.jobs.where("[place+lane+rank]").between(["heavy"], ["heavy", []], true, true);
  return (
    (await waiting
      .filter(({ runAt = 0 }) => runAt <= world.now())
      .limit(1)
      .count()) > 0
  );
}
