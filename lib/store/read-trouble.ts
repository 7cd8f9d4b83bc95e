import type { LaneRow, ScheduleRow } from "../work/rows.ts";
import type { Database } from "./database.ts";

const DAY = 24 * 60 * 60 * 1000;

/** What may be wrong with the work. */
export interface Trouble {
  lanes: LaneRow[];
  schedules: ScheduleRow[];
  /** Jobs that failed within the last day. */
  failed: number;
  /** Events that listeners could not apply. */
  faults: number;
}

/** Cheap enough for each opening of the popup: of the jobs only keys are read. */
export function readTrouble(db: Database, now: number): Promise<Trouble> {
  return db.transaction("r", [db.lanes, db.schedules, db.faults, db.jobs], async () => {
    const failed = new Set(await db.jobs.where({ state: "failed" }).primaryKeys());
    const recent =
      failed.size === 0
        ? []
        : await db.jobs
            .where("endedAt")
            .above(now - DAY)
            .primaryKeys();
    return {
      lanes: await db.lanes.toArray(),
      schedules: await db.schedules.toArray(),
      failed: recent.filter((id) => failed.has(id)).length,
      faults: await db.faults.count(),
    };
  });
}
