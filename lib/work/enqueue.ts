import { waiting } from "./job-state.ts";
import type { JobRequest, JobRow, WorkDatabase } from "./rows.ts";
import { type Tools, transact, type Work } from "./work.ts";

const ATTEMPTS = 5;

/** Asks for a job; gives its id. Where one of the same key waits, that one is given, made as early and as urgent as the new one would be. */
export function enqueue(work: Work, request: JobRequest): Promise<number> {
  return transact(work, "enqueue", ["jobs", "lanes"], (db) => enqueueIn(work, db, request, work.world.now()));
}

/** The same as part of the caller's transaction, which has to hold the tables jobs and lanes. */
export async function enqueueIn({ kinds }: Work, db: WorkDatabase, request: JobRequest & Pick<JobRow, "schedule" | "slot">, now: number): Promise<number> {
  const { kind, args, runAt = now, ...rest } = request;
  const { place = "background", lane = "", priority = 0, maxAttempts = ATTEMPTS } = kinds[kind] ?? {};
  if (request.key !== undefined) {
    const known = await db.jobs.where({ waitingKey: request.key }).first();
    if (known) return hasten(db, known, runAt, request.priority ?? priority);
  }
  // A lane that was never declared is one without limits of its own: its jobs are not forgotten.
  if (lane !== "" && !(await db.lanes.get(lane))) await db.lanes.add({ host: lane, cap: 1, gapMs: 0, nextAt: 0, askedUntil: 0, paused: false, strikes: 0 });
  const job = { kind, args, place, lane, priority, maxAttempts, ...rest, state: "todo" as const, attempts: 0, createdAt: now };
  return db.jobs.add(waiting(job as unknown as JobRow, runAt));
}

/** What commits and listeners are given: the caller's transaction is theirs. */
export function toolsFor(work: Work, db: WorkDatabase): Tools {
  const now = work.world.now();
  return { db, now, enqueue: (request) => enqueueIn(work, db, request, now) };
}

async function hasten(db: WorkDatabase, job: JobRow, runAt: number, priority: number): Promise<number> {
  const sooner = Math.min(job.runAt ?? runAt, runAt);
  if (sooner !== job.runAt || priority > job.priority) await db.jobs.put(waiting({ ...job, priority: Math.max(job.priority, priority) }, sooner, job.error));
  return job.id;
}
