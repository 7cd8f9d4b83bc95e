import { type EndState, type JobError, type JobRow, WAITING_STATES, type WaitingState } from "../rows.ts";
import type { Hastener } from "../work.ts";

/** A priority point is worth that much waiting: so many ms earlier is a job looked at. No job is overtaken for longer than the highest priority is worth. */
const HEAD_START_MS = 60_000;
/** No job waits longer. One whose time lies further ahead was planned by a clock that was wrong, and is due. */
export const LONGEST_WAIT_MS = 6 * 60 * 60_000;

export type WaitingJob = JobRow & { state: WaitingState; runAt: number };
export type LeasedJob = JobRow & { state: "leased"; owner: string; token: string; until: number; startedAt: number };

export function isLeased(job: JobRow | undefined): job is LeasedJob {
  return job?.state === "leased";
}

export function isWaiting(job: JobRow | undefined): job is WaitingJob {
  return job !== undefined && (WAITING_STATES as readonly string[]).includes(job.state);
}

/** How a job waits. */
interface Wait {
  state?: WaitingState | undefined;
  error?: JobError | undefined;
  hastenedBy?: readonly Hastener[] | undefined;
}

/** The job as it waits, until that time (epoch ms) or as long as a job can. */
export function waiting(job: JobRow, runAt: number, now: number, { state = "todo", error, hastenedBy }: Wait = {}): WaitingJob {
  const { token: _t, owner: _o, until: _u, heldLock: _h, endedAt: _e, error: _err, hastenedBy: _by, ...rest } = job;
  const at = Math.min(runAt, now + LONGEST_WAIT_MS);
  return {
    ...rest,
    state,
    runAt: at,
    rank: at - Math.max(job.priority, 0) * HEAD_START_MS,
    ...(job.key !== undefined && { waitingKey: job.key }),
    ...(error && { error }),
    ...(hastenedBy && { hastenedBy }),
  };
}

/** The same job at another time, for the same reason. */
export function movedTo(job: WaitingJob, runAt: number, now: number): WaitingJob {
  return waiting(job, runAt, now, job);
}

/** The job as it is held by this owner until that time. */
export function leased({ runAt: _r, rank: _k, waitingKey: _w, hastenedBy: _by, ...job }: JobRow, owner: string, now: number, until: number): LeasedJob {
  const claims = job.claims + 1;
  return {
    ...job,
    state: "leased",
    attempts: job.attempts + 1,
    claims,
    owner,
    token: `${owner}#${claims}`,
    until,
    startedAt: now,
    ...(job.lock !== undefined && { heldLock: job.lock }),
  };
}

/** The job as it has ended. */
export function ended(job: JobRow, state: EndState, now: number, error?: JobError): JobRow {
  const { runAt: _r, rank: _k, waitingKey: _w, token: _t, owner: _o, until: _u, heldLock: _h, error: _err, hastenedBy: _by, putOffs: _p, ...rest } = job;
  return { ...rest, state, endedAt: now, ...(error && { error }) };
}
