import type { JobRow, ScheduleRow, WorkDatabase } from "../rows.ts";
import type { Work } from "../work.ts";
import { enqueueIn } from "./enqueue.ts";
import { isLeased, isWaiting, type LeasedJob } from "./job-state.ts";

/** Inserts the jobs of all schedules that are due: for the latest slot that has passed, as one, or for the next where that may be early. While a run goes on the next slot waits for it to end. */
export async function deferSchedules(work: Work, db: WorkDatabase, held: readonly Pick<JobRow, "schedule">[], now: number): Promise<void> {
  for (const row of await db.schedules.toArray()) {
    const schedule = healed(row, now);
    const { id, nextAt, everyMs, earlyMs = 0, lastDoneAt = Number.NEGATIVE_INFINITY, since } = schedule;
    // One that was late is not followed by one that is early.
    const soonest = Math.max(nextAt - earlyMs, Math.min(lastDoneAt + everyMs - earlyMs, nextAt));
    if (soonest > now || held.some((job) => job.schedule === id) || (await goesOn(db, schedule, now))) continue;
    const slot = schedule.slots + 1;
    await enqueueIn(work, db, { ...schedule.job, schedule: id, slot: `${id}#${slot}` }, now);
    // Its times stay where they were: what is early now and then does not run more often.
    const slotAt = nextAt > now ? nextAt : now - ((now - nextAt) % everyMs);
    await db.schedules.update(id, {
      since,
      lastDoneAt: schedule.lastDoneAt,
      nextAt: slotAt + everyMs,
      slots: slot,
      lastSlotAt: Math.min(slotAt, now),
      wanted: undefined,
    });
  }
}

/** The schedule as it can be: a slot that lies further ahead than one can is due, and what has been cannot be later than now. */
export function healed(schedule: ScheduleRow, now: number): ScheduleRow {
  const { nextAt, everyMs, earlyMs = 0, cooldownMs, since, lastSlotAt, lastDoneAt } = schedule;
  const longest = now + Math.max(everyMs + earlyMs, cooldownMs);
  return {
    ...schedule,
    nextAt: nextAt > longest ? now : nextAt,
    since: Math.min(since, now),
    lastSlotAt: Math.min(lastSlotAt, now),
    ...(lastDoneAt !== undefined && { lastDoneAt: Math.min(lastDoneAt, now) }),
  };
}

/** True while its run goes on: the latest job of it is leased, or follows what has begun before. One that has not begun yet, or is tried again later, takes the slot instead. */
export async function goesOn(db: WorkDatabase, schedule: ScheduleRow, now: number): Promise<boolean> {
  const job = await latestJob(db, schedule);
  return isLeased(job) || (isWaiting(job) && job.slot === undefined && job.runAt <= now);
}

async function latestJob(db: WorkDatabase, { run }: ScheduleRow): Promise<JobRow | undefined> {
  return run === undefined ? undefined : db.jobs.get(run);
}

/** Notes at the schedule how its run ended, if it has. One that took until beyond the next slot is followed by a pause, never by the next run at once. */
export async function afterRun(db: WorkDatabase, job: LeasedJob, endedWell: boolean, now: number): Promise<void> {
  const schedule = job.schedule === undefined ? undefined : await db.schedules.get(job.schedule);
  if (!schedule) return;
  const latest = await latestJob(db, schedule);
  if (endedWell && latest && latest.id !== job.id && latest.endedAt === undefined) return;
  // One that a person asked for meanwhile is not late.
  const isOverrun = schedule.nextAt <= now && !schedule.wanted;
  await db.schedules.put({ ...schedule, ...(isOverrun && { nextAt: now + schedule.cooldownMs }), ...(endedWell && { lastDoneAt: now }) });
}
