import { moveTimes } from "./clock.ts";
import { deferSchedules } from "./defer.ts";
import { type LeasedJob, leased } from "./job-state.ts";
import { isFree, rested } from "./lane.ts";
import { ensurePumps } from "./pump.ts";
import type { JobRow, LaneRow, Place, WorkDatabase } from "./rows.ts";
import { WORK_TABLES } from "./rows.ts";
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
    const firstOf = (some: readonly Place[]) => firstDue(db, some, openLanes(lanes, held, now), locksOf(held), now);
    while (held.length < permits) {
      const next = await firstOf(places);
      if (!next) break;
      const job = leased(next, owner, now, now + LEASE_MS);
      await db.jobs.put(job);
      held.push(job);
      const lane = lanes.find(({ host }) => host === job.lane);
      jobs.push({ job, ...(lane && { lane }) });
      // Reserved before anything is sent: whatever becomes of this worker, the host is left alone for a gap.
      if (lane) await db.lanes.put(rested(lane, now));
    }
    return { jobs, isHeavyDue: !places.includes("heavy") && held.length < permits && (await firstOf(["heavy"])) !== undefined };
  });
}

/** The lanes that nobody holds and whose host may be asked, and none. */
function openLanes(lanes: LaneRow[], held: LeasedJob[], now: number): string[] {
  const taken = new Set(held.map(({ lane }) => lane));
  return ["", ...lanes.filter((lane) => isFree(lane, now) && !taken.has(lane.host)).map(({ host }) => host)];
}

function locksOf(held: LeasedJob[]): Set<string | undefined> {
  return new Set(held.flatMap(({ lock }) => lock ?? []));
}

/** The first job in the order of rank. Each lane is asked for its own first one, so that a lane with thousands of jobs costs no more than one with a few. */
async function firstDue(db: WorkDatabase, places: readonly Place[], lanes: string[], locks: Set<string | undefined>, now: number): Promise<JobRow | undefined> {
  const isDue = ({ runAt = 0, lock }: JobRow) => runAt <= now && !(lock !== undefined && locks.has(lock));
  const firsts = await Promise.all(
    places.flatMap((place) =>
      lanes.map((lane) =>
        db.jobs.where("[place+lane+rank]").between([place, lane, Number.NEGATIVE_INFINITY], [place, lane, now], true, true).filter(isDue).first(),
      ),
    ),
  );
  return firsts.flatMap((job) => job ?? []).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.id - b.id)[0];
}
