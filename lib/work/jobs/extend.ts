import { LEASE_MS } from "../claim.ts";
import { moveTimes } from "../clock.ts";
import { movedBack, ruled } from "../lanes/lane.ts";
import { WORK_TABLES, type WorkDatabase } from "../rows.ts";
import { transact, type Work } from "../work.ts";
import { type Held, Stopped } from "./held.ts";
import { isLeased } from "./job-state.ts";

/** Prolongs the leases of the jobs under way, notes what their hosts have answered, and brings word: to those that shall stop or that have lost theirs, and of what was changed at their lanes. */
export async function extend(work: Work, held: Iterable<Held>): Promise<void> {
  const all = [...held];
  const news = await transact(work, "extend", WORK_TABLES, async (db) => {
    const now = work.world.now();
    const until = now + LEASE_MS;
    const news: (() => void)[] = [];
    for (const one of all) {
      const row = await db.jobs.get(one.job.id);
      if (!isLeased(row) || row.token !== one.job.token) {
        news.push(() => one.stop.abort(new Stopped("Somebody else has this job now.")));
        continue;
      }
      await noteLane(db, one, now);
      await db.jobs.put({ ...row, until });
      const rule = await db.lanes.get(row.lane);
      news.push(() => {
        one.until = until;
        if (one.lane && rule) one.lane = ruled(one.lane, rule);
        if (row.abort) one.stop.abort(new Stopped("Stopped on demand."));
      });
    }
    return news;
  });
  // Only what was committed holds.
  for (const tell of news) tell();
}

/** Writes what the holder knows of its lane, and leaves alone what others decide. */
export async function noteLane(db: WorkDatabase, { lane, job }: Held, now: number): Promise<void> {
  if (!lane) return;
  // The holder counts by the clock that its job began with; if that was set back since, what is planned is moved first, so that this is not moved twice.
  const back = Math.max(job.startedAt - now, 0);
  if (back > 0) await moveTimes(db, now);
  const { host, paused: _p, cap: _c, gapMs: _g, jitter: _j, ...known } = movedBack(lane, back);
  await db.lanes.update(host, known);
}
