import { deferSchedules } from "./jobs/defer.ts";
import { type LeasedJob, leased } from "./jobs/job-state.ts";
import { healed, isFree, rested } from "./lanes/lane.ts";
import type { JobRow, LaneRow, Place, WorkDatabase } from "./rows.ts";
import { WORK_TABLES } from "./rows.ts";
import { ensurePumps } from "./schedules/pump.ts";
import { healJobs, sweep } from "./sweep.ts";
import { transact, type Work } from "./work.ts";

/** Longer than any request may take, and than a slice: a lease is over only when its owner is. */
export const LEASE_MS = 60_000;

export interface Claim {
  owner: string;
  places: readonly Place[];
  /** Owners known to be dead. */
  dead: ReadonlySet<string>;
}

export interface Claimed {
  jobs: { job: LeasedJob; lane?: LaneRow }[];
  /** The places whose turn it is too, and which this context does not work for. */
  elsewhere: Place[];
}

/**
 * Takes the jobs that may run now, as many as there are permits, in one transaction. Who is first is decided over all
 * places, and a place only says who runs it: where it is another's turn, lane, lock and permit are left for that one. It
 * also is the engine's only housekeeping, done here and by no job, since a job can be stopped itself: leases that are over
 * are swept, schedules that are due put in their jobs, listeners with something to hear get theirs.
 */
export function claim(work: Work, { owner, places, dead }: Claim): Promise<Claimed> {
  return transact(work, "claim", WORK_TABLES, async (db) => {
    const now = work.world.now();
    await healJobs(db, now);
    const held: Holding[] = await sweep(db, dead, now);
    await deferSchedules(work, db, held, now);
    await ensurePumps(work, db, held, now);
    const [row, rows] = await Promise.all([db.engine.get("permits"), db.lanes.toArray()]);
    const permits = row?.name === "permits" ? row.permits : 1;
    const lanes = rows.map((lane) => healed(lane, now));
    const moved = lanes.filter(({ nextAt }, place) => nextAt !== rows[place]?.nextAt);
    if (moved.length > 0) await db.lanes.bulkPut(moved);
    const jobs: Claimed["jobs"] = [];
    const elsewhere = new Set<Place>();
    const take = async (next: JobRow) => {
      const job = leased(next, owner, now, now + LEASE_MS);
      await db.jobs.put(job);
      const lane = lanes.find(({ host }) => host === job.lane);
      jobs.push({ job, ...(lane && { lane }) });
      // Reserved before anything is sent: whatever becomes of this worker, the host is left alone for a gap.
      if (lane) await db.lanes.put(rested(lane, now));
    };
    let isAgain: boolean;
    do {
      isAgain = false;
      for (const next of await firstDue(db, { lanes: openLanes(lanes, held, now), held, most: permits - held.length, now })) {
        if (!isOpen(next, held)) {
          // Another of these has just taken its lane or its lock, and what comes behind it may run instead.
          isAgain = true;
          continue;
        }
        held.push(next);
        if (places.includes(next.place)) await take(next);
        else elsewhere.add(next.place);
      }
    } while (isAgain);
    return { jobs, elsewhere: [...elsewhere] };
  });
}

/** What takes a permit: a job that is leased, or is about to be. */
type Holding = Pick<JobRow, "id" | "lane" | "lock" | "key" | "schedule">;

/** The lanes that nobody holds and whose host may be asked, and none. */
function openLanes(lanes: LaneRow[], held: Holding[], now: number): string[] {
  return ["", ...lanes.filter((lane) => isFree(lane, now) && isOpen({ lane: lane.host }, held)).map(({ host }) => host)];
}

/** True where no job that is held has this lane or this lock. */
function isOpen({ lane, lock }: Pick<JobRow, "lane" | "lock">, held: Holding[]): boolean {
  return !held.some((job) => (lane !== "" && job.lane === lane) || (lock !== undefined && job.lock === lock));
}

interface Sought {
  lanes: string[];
  held: Holding[];
  most: number;
  now: number;
}

/**
 * The first jobs in the order of rank. Each lane is asked for its own first ones, at once for all permits, so that a lane with
 * thousands of jobs costs no more than one with a few.
 */
async function firstDue(db: WorkDatabase, { lanes, held, most, now }: Sought): Promise<JobRow[]> {
  if (most <= 0) return [];
  const isDue = (job: JobRow) => (job.runAt ?? 0) <= now && !held.some(({ id }) => id === job.id) && isOpen(job, held);
  const firsts = await Promise.all(
    lanes.map((lane) =>
      db.jobs
        .where("[lane+rank]")
        .between([lane, Number.NEGATIVE_INFINITY], [lane, now], true, true)
        .filter(isDue)
        // Of a host's jobs only one can run.
        .limit(lane === "" ? most : 1)
        .toArray(),
    ),
  );
  return firsts
    .flat()
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.id - b.id)
    .slice(0, most);
}
