import { moveTimes } from "./clock.ts";
import { deferSchedules } from "./jobs/defer.ts";
import { type LeasedJob, leased } from "./jobs/job-state.ts";
import { isFree, rested } from "./lanes/lane.ts";
import type { JobRow, LaneRow, Place, WorkDatabase } from "./rows.ts";
import { WORK_TABLES } from "./rows.ts";
import { ensurePumps } from "./schedules/pump.ts";
import { sweep } from "./sweep.ts";
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
  /** True where heavy work could be claimed at this moment too, but not by this context. */
  isHeavyDue: boolean;
}

/**
 * Takes the jobs that may run now, as many as there are permits, in one transaction. It also is the engine's only
 * housekeeping, done here and by no job, since a job can be stopped itself: leases that are over are swept, schedules
 * that are due put in their jobs, listeners with something to hear get theirs.
 */
export function claim(work: Work, { owner, places, dead }: Claim): Promise<Claimed> {
  return transact(work, "claim", WORK_TABLES, async (db) => {
    const now = work.world.now();
    await moveTimes(db, now);
    const held = await sweep(db, dead, now);
    await deferSchedules(work, db, held, now);
    await ensurePumps(work, db, held, now);
    const [row, lanes] = await Promise.all([db.engine.get("permits"), db.lanes.toArray()]);
    const permits = row?.name === "permits" ? row.permits : 1;
    const jobs: Claimed["jobs"] = [];
    const firstsOf = (some: readonly Place[]) => firstDue(db, { places: some, lanes: openLanes(lanes, held, now), held, most: permits - held.length, now });
    const take = async (next: JobRow) => {
      const job = leased(next, owner, now, now + LEASE_MS);
      await db.jobs.put(job);
      held.push(job);
      const lane = lanes.find(({ host }) => host === job.lane);
      jobs.push({ job, ...(lane && { lane }) });
      // Reserved before anything is sent: whatever becomes of this worker, the host is left alone for a gap.
      if (lane) await db.lanes.put(rested(lane, now));
    };
    let isAgain: boolean;
    do {
      isAgain = false;
      for (const next of await firstsOf(places)) {
        if (isOpen(next, held)) await take(next);
        // Another of these has just taken its lane or its lock, and what comes behind it may run instead.
        else isAgain = true;
      }
    } while (isAgain);
    return { jobs, isHeavyDue: !places.includes("heavy") && (await firstsOf(["heavy"])).length > 0 };
  });
}

/** The lanes that nobody holds and whose host may be asked, and none. */
function openLanes(lanes: LaneRow[], held: LeasedJob[], now: number): string[] {
  return ["", ...lanes.filter((lane) => isFree(lane, now) && isOpen({ lane: lane.host }, held)).map(({ host }) => host)];
}

/** True where no job that is held has this lane or this lock. */
function isOpen({ lane, lock }: Pick<JobRow, "lane" | "lock">, held: LeasedJob[]): boolean {
  return !held.some((job) => (lane !== "" && job.lane === lane) || (lock !== undefined && job.lock === lock));
}

interface Sought {
  places: readonly Place[];
  lanes: string[];
  held: LeasedJob[];
  most: number;
  now: number;
}

/**
 * The first jobs in the order of rank. Each lane is asked for its own first ones, at once for all permits, so that a lane with
 * thousands of jobs costs no more than one with a few.
 */
async function firstDue(db: WorkDatabase, { places, lanes, held, most, now }: Sought): Promise<JobRow[]> {
  if (most <= 0) return [];
  const isDue = (job: JobRow) => (job.runAt ?? 0) <= now && isOpen(job, held);
  const firsts = await Promise.all(
    places.flatMap((place) =>
      lanes.map((lane) =>
        db.jobs
          .where("[place+lane+rank]")
          .between([place, lane, Number.NEGATIVE_INFINITY], [place, lane, now], true, true)
          .filter(isDue)
          // Of a host's jobs only one can run.
          .limit(lane === "" ? most : 1)
          .toArray(),
      ),
    ),
  );
  return firsts
    .flat()
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.id - b.id)
    .slice(0, most);
}
