import { enqueueIn } from "./enqueue.ts";
import type { LeasedJob } from "./job-state.ts";
import type { ScheduleRow, WorkDatabase } from "./rows.ts";
import type { Work } from "./work.ts";

/** An alarm rings within that time; a slot that is later was missed. */
const GRACE_MS = 60_000;
/** Of one schedule at once; the rest follows with the next claim. */
const MOST_SLOTS = 20;

/** Inserts the jobs of all slots that are due. While a job of the schedule runs its next slot waits for it to end. */
export async function deferSchedules(work: Work, db: WorkDatabase, leased: LeasedJob[], now: number): Promise<void> {
  for (const schedule of await db.schedules.toArray()) {
    if (schedule.nextAt > now || leased.some((job) => job.schedule === schedule.id)) continue;
    const { jobs, slots } = dueSlots(schedule, now);
    for (let slot = 0; slot < jobs; slot++) {
      await enqueueIn(work, db, { lock: schedule.id, ...schedule.job, schedule: schedule.id, slot: `${schedule.id}#${schedule.slots + slot + 1}` }, now);
    }
    const nextAt = schedule.nextAt + slots * schedule.everyMs;
    const { wanted: _, ...rest } = schedule;
    await db.schedules.put({ ...rest, nextAt, slots: schedule.slots + jobs, lastSlotAt: nextAt - schedule.everyMs });
  }
}

/** How many slots have passed, and how many jobs they are worth. */
export function dueSlots({ catchUp, nextAt, everyMs }: Pick<ScheduleRow, "catchUp" | "nextAt" | "everyMs">, now: number): { jobs: number; slots: number } {
  const slots = 1 + Math.floor((now - nextAt) / everyMs);
  if (catchUp === "latest") return { jobs: 1, slots };
  if (catchUp === "all") return { jobs: Math.min(slots, MOST_SLOTS), slots: Math.min(slots, MOST_SLOTS) };
  return { jobs: now - (nextAt + (slots - 1) * everyMs) <= GRACE_MS ? 1 : 0, slots };
}

/** Notes at the schedule how its run ended. One that took until beyond the next slot is followed by a pause, never by the next run at once. */
export async function afterRun(db: WorkDatabase, { schedule: id }: LeasedJob, endedWell: boolean, now: number): Promise<void> {
  const schedule = id === undefined ? undefined : await db.schedules.get(id);
  if (!schedule) return;
  // One that catches up on all its slots has more to do; one that a person asked for meanwhile is not late.
  const isOverrun = schedule.nextAt <= now && schedule.catchUp !== "all" && !schedule.wanted;
  await db.schedules.put({ ...schedule, ...(isOverrun && { nextAt: now + schedule.cooldownMs }), ...(endedWell && { lastDoneAt: now }) });
}
