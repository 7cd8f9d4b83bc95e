import { type JobError, WORK_TABLES, type WorkDatabase } from "../rows.ts";
import { asJobError, type Failure, type Outcome, STORAGE_FULL, transact, type Work } from "../work.ts";
import { afterRun } from "./defer.ts";
import { toolsFor } from "./enqueue.ts";
import { noteLane } from "./extend.ts";
import type { Held } from "./held.ts";
import { ended, isLeased, type LeasedJob } from "./job-state.ts";
import { putBack } from "./put-back.ts";
import { LOOKS_AGAIN_MS, putOff } from "./put-off.ts";
import { type Retry, retryDelayMs } from "./retry.ts";

const RETRY: Retry = { delayMs: 1_000, maxMs: 60_000, jitter: 0.2 };

/** Ends an attempt: results, follow-ups, what the host has answered, and the job's state, all in one transaction. An outcome for a lease that is no longer held is noted and not taken. */
export async function finish(work: Work, held: Held, outcome: Outcome): Promise<void> {
  try {
    await commit(work, held, outcome);
  } catch (error) {
    if (!outcome.commit) throw error;
    // What was to be written cannot be written: that is how this attempt ended.
    const refused = asJobError(error);
    await commit(work, held, { ...refusal(refused), commit: async (tools) => work.kinds[held.job.kind]?.onRefused?.(refused, tools) });
  }
}

/** That there is no room is nobody's fault: there may be some again. */
function refusal(error: JobError): Failure {
  return error.kind === STORAGE_FULL ? { putOff: { ...error, longestMs: LOOKS_AGAIN_MS, hastenedBy: ["person", "start"] } } : { error };
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

async function settle(work: Work, db: WorkDatabase, job: LeasedJob, { putOff: why, error = why, final }: Failure, now: number): Promise<void> {
  await afterRun(db, job, !error, now);
  if (!error) return void (await db.jobs.put(ended(job, "done", now)));
  if (job.abort) return void (await db.jobs.put(ended(job, "aborted", now)));
  if (why && (await putOff(db, job, why, now))) return;
  if (final || job.attempts >= job.maxAttempts) return void (await db.jobs.put(ended(job, "failed", now, { kind: error.kind, message: error.message })));
  const delay = retryDelayMs(work.kinds[job.kind]?.retry ?? RETRY, job.attempts, work.world.random());
  await putBack(db, { ...job, putOffs: 0 }, now + delay, now, { error: { kind: error.kind, message: error.message } });
}

async function noteFenced(db: WorkDatabase, job: LeasedJob, now: number): Promise<void> {
  const row = await db.engine.get("fenced");
  const count = row?.name === "fenced" ? row.count + 1 : 1;
  await db.engine.put({ name: "fenced", count, at: now, job: job.id });
}
