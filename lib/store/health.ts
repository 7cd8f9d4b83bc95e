import { CHECK_INDEX, INDEX_HOST } from "../check-index-names.ts";
import type { LaneRow } from "../work/rows.ts";
import type { Database } from "./database.ts";
import type { CheckProgress, CheckState, IndexState } from "./schema.ts";

/** A check that has given no sign for this long was killed. */
const SILENT_MS = 60_000;

/** What the status line is drawn from. */
export interface Health {
  check?: CheckState;
  index?: IndexState;
  /** Absent unless a check is running. */
  progress?: CheckProgress;
  /** When the next check begins, epoch ms; absent where none is planned. */
  nextAt?: number;
  lane?: LaneRow;
}

export async function readHealth(db: Database, now: number): Promise<Health> {
  return db.transaction("r", [db.state, db.schedules, db.jobs, db.lanes], async () => {
    const health: Health = {};
    for (const row of await db.state.toArray()) {
      if (row.name === "check") health.check = row;
      else if (row.name === "index") health.index = row;
      else if (Math.abs(now - row.beatAt) < SILENT_MS) health.progress = row;
    }
    const lane = await db.lanes.get(INDEX_HOST);
    const schedule = await db.schedules.get(CHECK_INDEX);
    const retry = await db.jobs.where({ waitingKey: CHECK_INDEX }).first();
    if (lane) health.lane = lane;
    const due = Math.min(schedule?.nextAt ?? Number.POSITIVE_INFINITY, retry?.runAt ?? Number.POSITIVE_INFINITY);
    if (Number.isFinite(due) && !lane?.paused) health.nextAt = Math.max(due, lane?.nextAt ?? 0);
    return health;
  });
}
