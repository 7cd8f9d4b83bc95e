import { countJobs } from "../../work/jobs/count-jobs.ts";
import type { CursorRow, EngineRow, FaultRow, JobRow, JobState, LaneRow, ScheduleRow } from "../../work/rows.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";

const FAILED_SHOWN = 20;
const FAULTS_SHOWN = 5;

/** A listener, how far it has come, and what it could not apply. */
export type HeardCursor = CursorRow & {
  /** Events of the log that it has not heard yet. */
  behind: number;
  /** Those and the ones it has heard. */
  total: number;
  faults: number;
  firstFaults: FaultRow[];
};

/** A schedule, and when a job of it that waits may run: sooner than the next slot, where one is tried again. */
export type PlannedSchedule = ScheduleRow & { waitingAt?: number };

/** How the work stands, as a person is shown it. */
export interface WorkOverview {
  lanes: LaneRow[];
  schedules: PlannedSchedule[];
  cursors: HeardCursor[];
  counts: Record<JobState, number>;
  leased: JobRow[];
  /** The latest first. */
  failed: JobRow[];
  /** When a job last ended. */
  lastEndedAt?: number;
  fenced?: Extract<EngineRow, { name: "fenced" }>;
  permits?: number;
}

export function readWork(db: ReadableDatabase): Promise<WorkOverview> {
  return db.transaction("r", [db.lanes, db.schedules, db.cursors, db.faults, db.log, db.jobs, db.engine], async () => {
    const overview: WorkOverview = {
      lanes: await db.lanes.toArray(),
      schedules: await Promise.all((await db.schedules.toArray()).map((schedule) => planned(db, schedule))),
      cursors: await Promise.all((await db.cursors.toArray()).map((cursor) => heard(db, cursor))),
      counts: await countJobs(db),
      leased: await db.jobs.where({ state: "leased" }).toArray(),
      failed: await lastFailed(db),
    };
    const lastEndedAt = (await db.jobs.orderBy("endedAt").last())?.endedAt;
    if (lastEndedAt !== undefined) overview.lastEndedAt = lastEndedAt;
    for (const row of await db.engine.toArray()) {
      if (row.name === "fenced") overview.fenced = row;
      else if (row.name === "permits") overview.permits = row.permits;
    }
    return overview;
  });
}

async function planned(db: ReadableDatabase, schedule: ScheduleRow): Promise<PlannedSchedule> {
  const { key } = schedule.job;
  const waiting = key === undefined ? undefined : await db.jobs.where({ waitingKey: key }).first();
  return waiting?.runAt === undefined ? schedule : { ...schedule, waitingAt: waiting.runAt };
}

async function heard(db: ReadableDatabase, cursor: CursorRow): Promise<HeardCursor> {
  const { name, forward, backward, done } = cursor;
  const ahead = forward === undefined ? 0 : await db.log.where(":id").above(forward).count();
  const before = backward === undefined ? 0 : await db.log.where(":id").below(backward).count();
  const faults = db.faults.where({ cursor: name });
  const behind = ahead + before;
  return { ...cursor, behind, total: done + behind, faults: await faults.count(), firstFaults: await faults.limit(FAULTS_SHOWN).toArray() };
}

/** By keys, so that thousands of jobs that ended well cost no reading. */
async function lastFailed(db: ReadableDatabase): Promise<JobRow[]> {
  const failed = new Set(await db.jobs.where({ state: "failed" }).primaryKeys());
  if (failed.size === 0) return [];
  const ended = await db.jobs.orderBy("endedAt").primaryKeys();
  const latest = ended.filter((id) => failed.has(id)).slice(-FAILED_SHOWN);
  return (await db.jobs.bulkGet(latest.reverse())).flatMap((job) => job ?? []);
}

/** True where something was logged that a watch could be held against. */
export async function hasEvents(db: ReadableDatabase): Promise<boolean> {
  return (await db.log.limit(1).count()) > 0;
}
