import { LEASE_MS } from "../claim.ts";
import { heardAgain, ruled } from "../lanes/lane.ts";
import { WORK_TABLES, type WorkDatabase } from "../rows.ts";
import { transact, type Work } from "../work.ts";
import { hasten } from "./hasten.ts";
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

/** Writes what the holder knows of its lane, and leaves alone what others decide. Where the host has answered, those that were silent may be asked again: the network is there. */
export async function noteLane(db: WorkDatabase, { lane }: Held, now: number): Promise<void> {
  if (!lane) return;
  const { host, paused: _p, cap: _c, gapMs: _g, jitter: _j, isOff: _o, ...known } = lane;
  const before = await db.lanes.get(host);
  // What is absent was known before and is so no longer.
  await db.lanes.update(host, { silence: undefined, ...known });
  const { heardAt = 0 } = lane;
  if (heardAt <= (before?.heardAt ?? 0)) return;
  // One that is silent while another answers has strikes, and is not asked the more often for it.
  const silent = (await db.lanes.toArray()).filter((other) => other.host !== host && other.silence && other.strikes === 0 && other.silence.at < heardAt);
  if (silent.length === 0 && !before?.silence) return;
  await db.lanes.bulkPut(silent.map((other) => heardAgain(other, now)));
  await hasten(db, "network", now);
}
