import { goesOn } from "./defer.ts";
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
    const slots: number[] = [];
    for (const schedule of await schedules.toArray()) if (!(await goesOn(db, schedule, work.world.now()))) slots.push(schedule.nextAt);
    const lease = await jobs.orderBy("until").first();
    const times = [...firsts.flat(), ...(lease?.until === undefined ? [] : [lease.until]), ...slots, ...(await lagging(work, db)).map(({ at }) => at)].filter(
      (at) => at > after,
    );
    return times.length > 0 ? Math.min(...times) : undefined;
  });
}
