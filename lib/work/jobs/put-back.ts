import type { JobError, JobRow, WorkDatabase } from "../rows.ts";
import { ended, waiting } from "./job-state.ts";

/** Puts a job that was leased among those that wait, until that time. Where another of its key already waits, that one is the one to run, and this one has ended. */
export async function putBack(
  db: WorkDatabase,
  job: JobRow,
  runAt: number,
  now: number,
  wait: Parameters<typeof waiting>[3] & { error: JobError },
): Promise<void> {
  const other = job.key === undefined ? undefined : await db.jobs.where({ waitingKey: job.key }).first();
  const superseded = { kind: "superseded", message: `Job ${other?.id} of the same key waits. ${wait.error.message}` };
  await db.jobs.put(other ? ended(job, "cancelled", now, superseded) : waiting(job, runAt, now, wait));
}
