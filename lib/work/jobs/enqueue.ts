import type { JobRequest, JobRow, WorkDatabase } from "../rows.ts";
import { type Tools, transact, type Work } from "../work.ts";
import { movedTo, type WaitingJob, waiting } from "./job-state.ts";

/** Of a kind that says nothing of it. */
export const ATTEMPTS = 5;

/** Asks for a job; gives its id. Where one of the same key waits, that one is given, made as early and as urgent as the new one would be. */
export function enqueue(work: Work, request: JobRequest): Promise<number> {
  return transact(work, "enqueue", ["jobs", "lanes", "schedules"], (db) => enqueueIn(work, db, request, work.world.now()));
}

type Request = JobRequest & Pick<JobRow, "slot">;

/** The same as part of the caller's transaction, which has to hold the tables jobs, lanes and schedules. */
export async function enqueueIn(work: Work, db: WorkDatabase, request: Request, now: number): Promise<number> {
  const known = request.key === undefined ? undefined : ((await db.jobs.where({ waitingKey: request.key }).first()) as WaitingJob | undefined);
  const id = known ? await hasten(work, db, known, request, now) : await add(work, db, request, now);
  if (request.schedule !== undefined) await db.schedules.update(request.schedule, { run: id });
  return id;
}

async function add({ kinds }: Work, db: WorkDatabase, request: Request, now: number): Promise<number> {
  const { kind, args, runAt = now, lane = kinds[request.kind]?.lane ?? "", ...rest } = request;
  const { place = "background", priority = 0, maxAttempts = ATTEMPTS, lock = request.schedule } = kinds[kind] ?? {};
  await ensureLane(db, lane);
  const fresh = { state: "todo", attempts: 0, claims: 0, createdAt: now, ...(lock !== undefined && { lock }) } as const;
  return db.jobs.add(waiting({ kind, args, place, priority, maxAttempts, ...fresh, ...rest, lane } as unknown as JobRow, runAt, now));
}

/** A lane that no rule declares, or that was removed when nobody waited for it any more, is one without limits of its own: its jobs are not forgotten. */
export async function ensureLane(db: WorkDatabase, lane: string): Promise<void> {
  if (lane !== "" && !(await db.lanes.get(lane))) await db.lanes.add({ host: lane, cap: 1, gapMs: 0, nextAt: 0, askedUntil: 0, paused: false, strikes: 0 });
}

/** A run of a schedule that comes upon a job which waits already is that job. */
async function hasten({ kinds }: Work, db: WorkDatabase, job: WaitingJob, request: Request, now: number): Promise<number> {
  const { runAt = now, priority = kinds[request.kind]?.priority ?? 0, schedule, slot } = request;
  const sooner = Math.min(job.runAt, runAt);
  if (sooner === job.runAt && priority <= job.priority && schedule === undefined) return job.id;
  const run = { ...(schedule !== undefined && { schedule }), ...(slot !== undefined && { slot: job.slot ?? slot }) };
  await db.jobs.put(movedTo({ ...job, ...run, priority: Math.max(job.priority, priority) }, sooner, now));
  return job.id;
}

/** What commits and listeners are given: the caller's transaction is theirs. */
export function toolsFor(work: Work, db: WorkDatabase): Tools {
  const now = work.world.now();
  return { db, now, enqueue: (request) => enqueueIn(work, db, request, now) };
}
