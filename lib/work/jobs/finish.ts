import { WORK_TABLES, type WorkDatabase } from "../rows.ts";
import { asJobError, type Failure, type Outcome, transact, type Work } from "../work.ts";
import { afterRun } from "./defer.ts";
import { toolsFor } from "./enqueue.ts";
import { noteLane } from "./extend.ts";
import type { Held } from "./held.ts";
import { ended, isLeased, type LeasedJob } from "./job-state.ts";
import { putBack } from "./put-back.ts";
import { type Retry, retryDelayMs } from "./retry.ts";

const RETRY: Retry = { wait: "exponential", delayMs: 1_000, maxMs: 60_000, jitter: 0.2 };

/** Ends an attempt: results, follow-ups, what the host has answered, and the job's state, all in one transaction. An outcome for a lease that is no longer held is noted and not taken. */
export async function finish(work: Work, held: Held, outcome: Outcome): Promise<void> {
  try {
    await commit(work, held, outcome);
  } catch (error) {
    if (!outcome.commit) throw error;
    // What was to be written cannot be written: that is how this attempt ended.
    const refused = asJobError(error);
    await commit(work, held, { error: refused, commit: async (tools) => work.kinds[held.job.kind]?.onRefused?.(refused, tools) });
  }
}

function commit(work: Work, held: Held, outcome: Outcome): Promise<void> {
  const tables = [...WORK_TABLES, ...(work.kinds[held.job.kind]?.tables ?? [])];
  return transact(work, "finish", [...new Set(tables)], async (db) => {
    const now = work.world.now();
    const job = await db.jobs.get(held.job.id);
    if (!isLeased(job) || job.token !== held.job.token) return noteFenced(db, held.job, now);
    await noteLane(db, held, now);
    const found = await outcome.commit?.(toolsFor(work, db));
    await settle(work, db, job, { ...outcome, ...found }, now);
  });
}

async function settle(work: Work, db: WorkDatabase, job: LeasedJob, { error, final }: Failure, now: number): Promise<void> {
  const delay =
    error && !final && job.attempts < job.maxAttempts
      ? retryDelayMs(work.kinds[job.kind]?.retry ?? RETRY, job.attempts, error, work.world.random())
      : undefined;
  await afterRun(db, job, !error, now);
  if (!error) await db.jobs.put(ended(job, "done", now));
  else if (job.abort) await db.jobs.put(ended(job, "aborted", now));
  else if (delay === undefined) await db.jobs.put(ended(job, "failed", now, error));
  else await putBack(db, job, now + delay, now, error);
}

async function noteFenced(db: WorkDatabase, job: LeasedJob, now: number): Promise<void> {
  const row = await db.engine.get("fenced");
  const count = row?.name === "fenced" ? row.count + 1 : 1;
  await db.engine.put({ name: "fenced", count, at: now, job: job.id });
}
