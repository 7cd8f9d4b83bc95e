import type { JobRow, LaneRow, ScheduleRow } from "../../work/rows.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";

const DAY = 24 * 60 * 60 * 1000;

/** What may be wrong with the work. */
export interface Trouble {
  lanes: LaneRow[];
  schedules: ScheduleRow[];
  /** Jobs that failed within the last day, but for those of a schedule that has ended well since. */
  failed: number;
  /** Events that listeners could not apply. */
  faults: number;
}

/** Cheap enough for each opening of the popup: of the jobs that ended well only keys are read. */
export function readTrouble(db: ReadableDatabase, now: number): Promise<Trouble> {
  return db.transaction("r", [db.lanes, db.schedules, db.faults, db.jobs], async () => {
    const schedules = await db.schedules.toArray();
    const doneAt = new Map(schedules.map(({ id, lastDoneAt = 0 }) => [id, lastDoneAt]));
    const isMadeGood = ({ schedule = "", endedAt = 0 }: JobRow) => (doneAt.get(schedule) ?? 0) > endedAt;
    const failed = new Set(await db.jobs.where({ state: "failed" }).primaryKeys());
    const ended = db.jobs.where("endedAt").above(now - DAY);
    const recent = failed.size === 0 ? [] : (await ended.primaryKeys()).filter((id) => failed.has(id));
    return {
      lanes: await db.lanes.toArray(),
      schedules,
      failed: (await db.jobs.bulkGet(recent)).filter((job) => job && !isMadeGood(job)).length,
      faults: await db.faults.count(),
    };
  });
}
