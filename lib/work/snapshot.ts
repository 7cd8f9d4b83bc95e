import { countJobs } from "./jobs/count-jobs.ts";
import type { HealthSnapshot, WorkDatabase } from "./rows.ts";
import { headOf } from "./schedules/pump.ts";

/** Writes how the work stands, for the pages to read and for a person to send. */
export function writeSnapshot(db: WorkDatabase, now: number): Promise<HealthSnapshot> {
  return db.transaction("rw", [db.jobs, db.lanes, db.schedules, db.cursors, db.faults, db.log, db.engine], async () => {
    const [jobs, head, cursorRows, laneRows, scheduleRows] = await Promise.all([
      countJobs(db),
      headOf(db),
      db.cursors.toArray(),
      db.lanes.toArray(),
      db.schedules.toArray(),
    ]);
    const listeners = await Promise.all(
      cursorRows.map(async ({ name, forward = head, backward = 1 }) => [
        name,
        { behind: head - forward + (backward - 1), faults: await db.faults.where({ cursor: name }).count() },
      ]),
    );
    const lanes = laneRows.map(({ host, gapMs: _g, cap: _c, ...lane }) => [host, lane]);
    const schedules = scheduleRows.map(({ id, everyMs, nextAt, since, lastDoneAt }) => [id, { everyMs, nextAt, since, ...(lastDoneAt && { lastDoneAt }) }]);
    const snapshot: HealthSnapshot = {
      name: "health",
      at: now,
      jobs,
      listeners: Object.fromEntries(listeners),
      lanes: Object.fromEntries(lanes),
      schedules: Object.fromEntries(schedules),
    };
    await db.engine.put(snapshot);
    return snapshot;
  });
}
