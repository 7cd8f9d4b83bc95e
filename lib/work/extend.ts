import { LEASE_MS } from "./claim.ts";
import { type Held, Stopped } from "./held.ts";
import { isLeased } from "./job-state.ts";
import type { WorkDatabase } from "./rows.ts";
import { transact, type Work } from "./work.ts";

/** Prolongs the leases of the jobs under way, notes what their hosts have answered, and brings word to those that shall stop or that have lost theirs. */
export async function extend(work: Work, held: Iterable<Held>): Promise<void> {
  const all = [...held];
  await transact(work, "extend", ["jobs", "lanes"], async (db) => {
    const now = work.world.now();
    const until = now + LEASE_MS;
    for (const one of all) {
      const row = await db.jobs.get(one.job.id);
      if (!isLeased(row) || row.token !== one.job.token) one.stop.abort(new Stopped("Somebody else has this job now."));
      else {
        if (row.abort) one.stop.abort(new Stopped("Stopped on demand."));
        await db.jobs.put({ ...row, until });
        await noteLane(db, one, now);
        one.until = until;
      }
    }
  });
}

/** Writes what the holder knows of its lane, and leaves alone what others decide. */
export async function noteLane(db: WorkDatabase, { lane, job }: Held, now: number): Promise<void> {
  // Times of a clock that was set back meanwhile would keep the host waiting for as long.
  if (!lane || now < job.startedAt) return;
  const { nextAt, askedUntil, strikes, lastOkAt, lastError } = lane;
  await db.lanes.update(lane.host, { nextAt, askedUntil, strikes, ...(lastOkAt !== undefined && { lastOkAt }), ...(lastError && { lastError }) });
}
