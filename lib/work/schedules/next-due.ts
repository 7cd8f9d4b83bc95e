import { LEASE_MS } from "../claim.ts";
import { goesOn, healed } from "../jobs/defer.ts";
import { LONGEST_WAIT_MS } from "../jobs/job-state.ts";
import { healed as healedLane, isClosed } from "../lanes/lane.ts";
import type { WorkDatabase } from "../rows.ts";
import type { Work } from "../work.ts";
import { lagging } from "./pump.ts";

/** When something is due next, epoch ms: the one time the alarm is derived from. Undefined where nothing is pending. With `after`, the first time after that: what is due already may have to wait for a lane or a lock. */
export async function nextDue(work: Work, db: WorkDatabase, after = Number.NEGATIVE_INFINITY): Promise<number | undefined> {
  const { jobs, lanes, schedules, cursors, faults, log } = db;
  const now = work.world.now();
  return db.transaction("r", [jobs, lanes, schedules, cursors, faults, log], async () => {
    // Each answer of the database is waited for, and a wake that has nothing to do does little else: what can be is asked for at once.
    const [laneRows, slots, lease, behind] = await Promise.all([lanes.toArray(), nextSlots(work, db), jobs.orderBy("until").first(), lagging(work, db)]);
    // What a wrong clock has planned is due: only who claims sets it right, and a look alone would put it off each time.
    const open = laneRows
      .filter((lane) => !isClosed(lane))
      .map((lane) => ({ ...lane, nextAt: healedLane(lane, now).nextAt === lane.nextAt ? lane.nextAt : now }));
    const firsts = await Promise.all(
      [{ host: "", nextAt: 0 }, ...open].map(async ({ host, nextAt }) => {
        const first = await jobs
          .where("[lane+runAt]")
          .between([host, nextAt > after ? Number.NEGATIVE_INFINITY : after], [host, Number.POSITIVE_INFINITY], false)
          .first();
        if (first?.runAt === undefined) return [];
        return [Math.max(first.runAt > now + LONGEST_WAIT_MS ? now : first.runAt, nextAt)];
      }),
    );
    const leases = lease?.until === undefined ? [] : [lease.until > now + LEASE_MS ? now : lease.until];
    const times = [...firsts.flat(), ...leases, ...slots, ...behind.map(({ at }) => at)].filter((at) => at > after);
    return times.length > 0 ? Math.min(...times) : undefined;
  });
}

/** The next slots of the schedules whose run does not go on. */
async function nextSlots({ world }: Work, db: WorkDatabase): Promise<number[]> {
  const now = world.now();
  const schedules = (await db.schedules.toArray()).map((schedule) => healed(schedule, now));
  const slots = await Promise.all(schedules.map(async (schedule) => ((await goesOn(db, schedule, now)) ? [] : [schedule.nextAt])));
  return slots.flat();
}
