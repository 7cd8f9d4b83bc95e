import { LEASE_MS } from "./claim.ts";
import { ended, isLeased, type LeasedJob, LONGEST_WAIT_MS, waiting } from "./jobs/job-state.ts";
import { putBack } from "./jobs/put-back.ts";
import { rested } from "./lanes/lane.ts";
import type { WorkDatabase } from "./rows.ts";

/**
 * Takes back the jobs whose lease is over, or whose owner is known to be dead. Their worker was killed, or is so late that
 * it counts as killed: the job is tried again, or has failed as "crashed" when its attempts are used up. Gives the jobs still leased.
 */
export async function sweep(db: WorkDatabase, dead: ReadonlySet<string>, now: number): Promise<LeasedJob[]> {
  const leased = await heldJobs(db, now);
  const isOver = (job: LeasedJob) => job.until <= now || dead.has(job.owner);
  for (const job of leased.filter(isOver)) {
    await restLane(db, job, dead.has(job.owner) ? Math.min(now, job.until) : job.until);
    await takeBack(db, job, now);
  }
  return leased.filter((job) => !isOver(job));
}

/** The leased jobs. No lease is longer than it was made: what lies further ahead was planned by a clock that was wrong, and who lives will say so before it is over. */
async function heldJobs(db: WorkDatabase, now: number): Promise<LeasedJob[]> {
  const leased = (await db.jobs.where("until").above(0).toArray()).filter(isLeased);
  const cut = leased.map((job) => (job.until > now + LEASE_MS ? { ...job, until: now + LEASE_MS } : job));
  const changed = cut.filter((job, place) => job !== leased[place]);
  if (changed.length > 0) await db.jobs.bulkPut(changed);
  return cut;
}

/** Lets jobs run that are planned further ahead than any can be: by a clock that was wrong. */
export async function healJobs(db: WorkDatabase, now: number): Promise<void> {
  const lost = await db.jobs
    .where("runAt")
    .above(now + LONGEST_WAIT_MS)
    .toArray();
  if (lost.length > 0) await db.jobs.bulkPut(lost.map((job) => waiting(job, now, now)));
}

/** Nobody can say what the holder still sent, so it is taken to have sent at the last moment it was allowed to. */
async function restLane(db: WorkDatabase, { lane }: LeasedJob, lastMoment: number): Promise<void> {
  const row = await db.lanes.get(lane);
  if (row) await db.lanes.put(rested(row, lastMoment));
}

async function takeBack(db: WorkDatabase, job: LeasedJob, now: number): Promise<void> {
  const error = { kind: "crashed", message: `The worker was stopped during attempt ${job.attempts}.` };
  if (job.abort) await db.jobs.put(ended(job, "aborted", now));
  else if (job.attempts >= job.maxAttempts) await db.jobs.put(ended(job, "failed", now, error));
  else await putBack(db, job, now + crashDelayMs(job.attempts), now, { state: "interrupted", error });
}

/** The browser stops workers for reasons of its own, so the first time counts for nothing: 0, 1, 2, 4 … s. */
function crashDelayMs(attempts: number): number {
  return attempts <= 1 ? 0 : 1_000 * 2 ** Math.min(attempts - 2, 8);
}
