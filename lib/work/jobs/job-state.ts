import type { EndState, JobError, JobRow } from "../rows.ts";

/** A priority point is worth that much waiting: so many ms earlier is a job looked at. No job is overtaken for longer than the highest priority is worth. */
const HEAD_START_MS = 60_000;

/** The job as it waits, until that time (epoch ms). */
export function waiting({ token: _t, owner: _o, until: _u, heldLock: _h, endedAt: _e, error: _err, ...job }: JobRow, runAt: number, error?: JobError): JobRow {
  return {
    ...job,
    state: "todo",
    runAt,
    rank: runAt - Math.max(job.priority, 0) * HEAD_START_MS,
    ...(job.key !== undefined && { waitingKey: job.key }),
    ...(error && { error }),
  };
}

/** The job as it is held by this owner until that time. */
export function leased({ runAt: _r, rank: _k, waitingKey: _w, ...job }: JobRow, owner: string, now: number, until: number): LeasedJob {
  const attempts = job.attempts + 1;
  return {
    ...job,
    state: "leased",
    attempts,
    owner,
    token: `${owner}#${attempts}`,
    until,
    startedAt: now,
    ...(job.lock !== undefined && { heldLock: job.lock }),
  };
}

/** The job as it has ended. */
export function ended(
  { runAt: _r, rank: _k, waitingKey: _w, token: _t, owner: _o, until: _u, heldLock: _h, error: _err, ...job }: JobRow,
  state: EndState,
  now: number,
  error?: JobError,
): JobRow {
  return { ...job, state, endedAt: now, ...(error && { error }) };
}

export type LeasedJob = JobRow & { state: "leased"; owner: string; token: string; until: number; startedAt: number };

export function isLeased(job: JobRow | undefined): job is LeasedJob {
  return job?.state === "leased";
}
