import { ATTEMPTS, ensureLane } from "./jobs/enqueue.ts";
import { hasten } from "./jobs/hasten.ts";
import { ended, isWaiting, waiting } from "./jobs/job-state.ts";
import { hastened, healed, heardAgain, rested } from "./lanes/lane.ts";
import { newCursor } from "./listeners/new-cursor.ts";
import type { WorkDatabase } from "./rows.ts";
import { headOf } from "./schedules/pump.ts";
import { type Hastener, listenerOf, transact, type Work } from "./work.ts";

const CURSOR_TABLES = ["cursors", "faults", "log"];

/** What a person can do with the work. Each is one transaction; none waits for work to end. */
export const control = {
  /** Ends a job that waits as cancelled; tells one that runs to stop, which then ends as aborted. False where it has ended. */
  cancelJob: (work: Work, id: number) =>
    change(work, ["jobs"], async (db, now) => {
      const job = await db.jobs.get(id);
      if (isWaiting(job)) await db.jobs.put(ended(job, "cancelled", now));
      else if (job?.state === "leased") await db.jobs.put({ ...job, abort: true });
      else return false;
      return true;
    }),

  /** Lets a job that has failed run again, as often as the first time. One that would wait twice under its key stays as it is. */
  retryJob: (work: Work, id: number) =>
    change(work, ["jobs", "lanes"], async (db, now) => {
      const job = await db.jobs.get(id);
      if (job?.state !== "failed" || (job.key !== undefined && (await db.jobs.where({ waitingKey: job.key }).count()) > 0)) return false;
      await ensureLane(db, job.lane);
      await db.jobs.put({ ...waiting(job, now, now), maxAttempts: job.attempts + (work.kinds[job.kind]?.maxAttempts ?? ATTEMPTS) });
      return true;
    }),

  /** One that is resumed is asked for what was put off. */
  pauseLane: (work: Work, host: string, paused: boolean) =>
    change(work, ["lanes", "jobs"], async (db, now) => {
      if (!paused) await hasten(db, "person", now);
      return (await db.lanes.update(host, { paused })) > 0;
    }),

  /** What was put off may go on: for what this ends. Where that is the network, hosts that did not answer are asked again. Gives how many jobs that are. */
  hasten: (work: Work, by: Hastener) =>
    change(work, ["lanes", "jobs"], async (db, now) => {
      if (by !== "permission") await db.lanes.bulkPut((await db.lanes.toArray()).map((lane) => heardAgain(lane, now)));
      return hasten(db, by, now);
    }),

  /**
   * A person wants the host of a schedule asked: its slot is due, and our own caution gives way, but not what the host asked
   * for. Gives until when that is, epoch ms, 0 where nothing holds.
   */
  askNow: (work: Work, host: string, schedule: string) =>
    change(work, ["lanes", "schedules", "jobs"], async (db, now) => {
      const row = await db.lanes.get(host);
      const lane = row && healed(row, now);
      if (lane && lane.askedUntil > now) return lane.askedUntil;
      if (lane) await db.lanes.put(hastened(lane, now));
      await makeDue(db, schedule, now);
      await hasten(db, "person", now);
      return 0;
    }),

  /** After a start of the browser no host is asked before its gap is over, and what was put off is tried. */
  startAnew: (work: Work) =>
    change(work, ["lanes", "jobs"], async (db, now) => {
      await db.lanes.bulkPut((await db.lanes.toArray()).map((lane) => rested(heardAgain(lane, now), now)));
      await hasten(db, "start", now);
    }),

  pauseListener: (work: Work, name: string, paused: boolean) => change(work, ["cursors"], async (db) => (await db.cursors.update(name, { paused })) > 0),

  /** Lets a listener hear the whole log again, as if it never had. */
  resetListener: (work: Work, name: string) =>
    change(work, CURSOR_TABLES, async (db) => {
      const cursor = await db.cursors.get(name);
      if (!cursor) return false;
      await db.faults.where({ cursor: name }).delete();
      const marks = cursor.forward === undefined ? { backward: (await headOf(db)) + 1 } : { forward: 0 };
      await db.cursors.put({
        ...newCursor(name, { ...marks, priority: cursor.priority }),
        generation: cursor.generation + 1,
        paused: cursor.paused,
      });
      return true;
    }),

  /** Lets a listener hear again what it could not apply, and nothing else. Gives how many events that are. */
  retryFaults: (work: Work, name: string) =>
    change(work, ["faults"], (db, now) =>
      db.faults.where({ cursor: name }).modify((fault) => {
        fault.attempts = 0;
        fault.nextAt = now;
      }),
    ),

  /** The same for all listeners, whose code has changed. */
  retryAllFaults: (work: Work) =>
    change(work, ["faults"], (db, now) =>
      db.faults.toCollection().modify((fault) => {
        fault.attempts = 0;
        fault.nextAt = now;
      }),
    ),

  /** Lets a listener hear what was logged before now, latest first: one that began late, or, as "name/of", a cursor that is there for this only. */
  lookBack: (work: Work, name: string) =>
    change(work, CURSOR_TABLES, async (db) => {
      const { priority = 0 } = listenerOf(work, name) ?? {};
      const cursor = (await db.cursors.get(name)) ?? newCursor(name, { priority });
      await db.cursors.put({ ...cursor, backward: (await headOf(db)) + 1, done: 0, spentMs: 0 });
    }),

  /** Makes a schedule due now: our own caution with its host gives way, but not what the host asked for. */
  runNow: (work: Work, id: string) =>
    change(work, ["schedules", "lanes", "jobs"], async (db, now) => {
      const host = work.kinds[(await db.schedules.get(id))?.job.kind ?? ""]?.lane;
      const lane = host === undefined ? undefined : await db.lanes.get(host);
      if (lane) await db.lanes.put(hastened(lane, now));
      await hasten(db, "person", now);
      return makeDue(db, id, now);
    }),

  /** Removes jobs that ended before that time (epoch ms). What was shown, and what could not be applied, is remembered elsewhere. */
  forgetJobs: (work: Work, before: number) => change(work, ["jobs"], (db) => db.jobs.where("endedAt").below(before).delete()),
};

function change<T>(work: Work, tables: string[], body: (db: WorkDatabase, now: number) => Promise<T>): Promise<T> {
  return transact(work, "control", tables, (db) => body(db, work.world.now()));
}

async function makeDue(db: WorkDatabase, id: string, now: number): Promise<boolean> {
  const schedule = await db.schedules.get(id);
  if (schedule) await db.schedules.put({ ...schedule, nextAt: Math.min(schedule.nextAt, now), wanted: true });
  return schedule !== undefined;
}
