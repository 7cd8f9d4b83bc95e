import { waiting } from "./jobs/job-state.ts";
import { movedBack } from "./lanes/lane.ts";
import type { WorkDatabase } from "./rows.ts";

/** Clocks are corrected by seconds all the time; that much later than meant harms nobody. */
const TOLERANCE_MS = 60_000;
/** How exactly the latest time seen is known. */
const NOTED_EVERY_MS = 10_000;

/**
 * Where the clock was set back, moves all that was planned by as much, so that nothing is due an hour or a day too late.
 * A clock that is ahead for a while therefore leaves nothing behind either, once it is set right.
 */
export async function moveTimes(db: WorkDatabase, now: number): Promise<void> {
  const row = await db.engine.get("clock");
  const seenAt = row?.name === "clock" ? row.seenAt : now;
  const back = seenAt - now;
  if (back > TOLERANCE_MS) {
    await db.jobs
      .where("until")
      .above(0)
      .modify((job) => {
        job.until = (job.until ?? now) - back;
      });
    await db.jobs
      .where("state")
      .equals("todo")
      .modify((job, ref) => {
        ref.value = waiting(job, (job.runAt ?? now) - back, job.error);
      });
    await db.lanes.bulkPut((await db.lanes.toArray()).map((lane) => movedBack(lane, back)));
    await db.schedules.toCollection().modify((schedule) => {
      schedule.nextAt -= back;
      schedule.lastSlotAt -= back;
      schedule.since -= back;
      if (schedule.lastDoneAt !== undefined) schedule.lastDoneAt -= back;
    });
    await db.cursors.toCollection().modify((cursor) => {
      cursor.steppedAt -= back;
    });
    await db.faults
      .where("nextAt")
      .above(0)
      .modify((fault) => {
        if (fault.nextAt !== undefined) fault.nextAt -= back;
      });
  }
  if (!row || Math.abs(back) > NOTED_EVERY_MS) await db.engine.put({ name: "clock", seenAt: now });
}
