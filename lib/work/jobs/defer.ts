import type { JobRow, ScheduleRow, WorkDatabase } from "../rows.ts";
import type { Work } from "../work.ts";
import { enqueueIn } from "./enqueue.ts";
import { isLeased, type LeasedJob } from "./job-state.ts";

/** An alarm rings within that time; a slot that is later was missed. */
const GRACE_MS = 60_000;
/** Of one schedule at once; the rest follows with the next claim. */
const MOST_SLOTS = 20;

/** Inserts the jobs of all slots that are due. While a run goes on the next slot waits for it to end. */
export async function deferSchedules(work: Work, db: WorkDatabase, leased: LeasedJob[], now: number): Promise<void> {
  for (const schedule of await db.schedules.toArray()) {
    const { id, nextAt, everyMs } = schedule;
    if (nextAt > now || leased.some((job) => job.schedule === id) || (await goesOn(db, schedule, now))) continue;
    const { jobs, slots } = dueSlots(schedule, now);
    for (let slot = schedule.slots + 1; slot <= schedule.slots + jobs; slot++) {
      await enqueueIn(work, db, { ...schedule.job, schedule: id, slot: `${id}#${slot}` }, now);
    }
    const lastSlotAt = nextAt + (slots - 1) * everyMs;
    await db.schedules.update(id, { nextAt: lastSlotAt + everyMs, slots: schedule.slots + jobs, lastSlotAt, wanted: undefined });
  }
}

/** True while its run goes on: the latest job of it is leased, or follows what has begun before. One that has not begun yet, or is tried again later, takes the slot instead. */
export async function goesOn(db: WorkDatabase, schedule: ScheduleRow, now: number): Promise<boolean> {
  const job = await latestJob(db, schedule);
  return isLeased(job) || (job?.state === "todo" && job.slot === undefined && (job.runAt ?? now) <= now);
}

async function latestJob(db: WorkDatabase, { run }: ScheduleRow): Promise<JobRow | undefined> {
  return run === undefined ? undefined : db.jobs.get(run);
}

/** How many slots have passed, and how many jobs they are worth. */
export function dueSlots({ catchUp, nextAt, everyMs }: Pick<ScheduleRow, "catchUp" | "nextAt" | "everyMs">, now: number): { jobs: number; slots: number } {
  const slots = 1 + Math.floor((now - nextAt) / everyMs);
  if (catchUp === "latest") return { jobs: 1, slots };
  if (catchUp === "all") return { jobs: Math.min(slots, MOST_SLOTS), slots: Math.min(slots, MOST_SLOTS) };
  return { jobs: now - (nextAt + (slots - 1) * everyMs) <= GRACE_MS ? 1 : 0, slots };
}

/** Notes at the schedule how its run ended, if it has. One that took until beyond the next slot is followed by a pause, never by the next run at once. */
export async function afterRun(db: WorkDatabase, job: LeasedJob, endedWell: boolean, now: number): Promise<void> {
  const schedule = job.schedule === undefined ? undefined : await db.schedules.get(job.schedule);
  if (!schedule) return;
  const latest = await latestJob(db, schedule);
  if (endedWell && latest && latest.id !== job.id && latest.endedAt === undefined) return;
  // One that catches up on all its slots has more to do; one that a person asked for meanwhile is not late.
  const isOverrun = schedule.nextAt <= now && schedule.catchUp !== "all" && !schedule.wanted;
  await db.schedules.put({ ...schedule, ...(isOverrun && { nextAt: now + schedule.cooldownMs }), ...(endedWell && { lastDoneAt: now }) });
}
