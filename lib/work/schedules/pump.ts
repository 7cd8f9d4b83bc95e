import { enqueueIn } from "../jobs/enqueue.ts";
import type { LeasedJob } from "../jobs/job-state.ts";
import type { CursorRow, WorkDatabase } from "../rows.ts";
import { listenerOf, type Work } from "../work.ts";

/** The kind of job that lets a listener hear what it has not heard yet. */
export const LISTEN = "listen";

function pumpKey(cursor: string): string {
  return `${LISTEN}:${cursor}`;
}

/** Makes sure that each listener with something to hear has its job. */
export async function ensurePumps(work: Work, db: WorkDatabase, leased: LeasedJob[], now: number): Promise<void> {
  for (const { cursor, at } of await lagging(work, db)) {
    const key = pumpKey(cursor.name);
    if (at <= now && !leased.some((job) => job.key === key)) {
      await enqueueIn(work, db, { kind: LISTEN, args: { cursor: cursor.name }, key, lock: key, priority: cursor.priority }, now);
    }
  }
}

/** The cursors that have something to do and no job that waits to do it, and from when on: now (0), after their busy time, or when a fault is to be tried again. */
export async function lagging(work: Work, db: WorkDatabase): Promise<{ cursor: CursorRow; at: number }[]> {
  const [cursors, head] = await Promise.all([db.cursors.toArray(), headOf(db)]);
  const heard = cursors.filter(({ paused, name }) => !paused && listenerOf(work, name));
  const found = await Promise.all(
    heard.map(async (cursor) => {
      const hasMore = (cursor.forward ?? head) < reachOf(work, cursor, cursors, head) || cursor.backward !== undefined;
      const since = hasMore ? 0 : await firstRetryAt(db, cursor.name);
      // A job that waits keeps its time: it may have failed, and would fail again without a pause.
      if (since === undefined || (await db.jobs.where({ waitingKey: pumpKey(cursor.name) }).count()) > 0) return [];
      return [{ cursor, at: Math.max(since, cursor.busyMs > 0 ? cursor.steppedAt + cursor.busyMs : 0) }];
    }),
  );
  return found.flat();
}

/** When the first fault of that cursor is to be tried again. Passes over those that others are to try sooner, where it has any itself. */
async function firstRetryAt(db: WorkDatabase, name: string): Promise<number | undefined> {
  if (!(await hasFaults(db, name))) return undefined;
  const first = await db.faults
    .orderBy("nextAt")
    .filter(({ cursor }) => cursor === name)
    .first();
  return first?.nextAt;
}

export async function hasFaults(db: WorkDatabase, name: string): Promise<boolean> {
  return (await db.faults.where({ cursor: name }).limit(1).count()) > 0;
}

/** The last event that a cursor may hear: the head of the log, or as far as the listener before it has come. */
export function reachOf(work: Work, cursor: CursorRow, cursors: CursorRow[], head: number): number {
  const after = listenerOf(work, cursor.name)?.after;
  const ahead = after === undefined ? undefined : cursors.find(({ name }) => name === after);
  return Math.min(ahead?.forward ?? head, head);
}

/** The number of the last event, 0 where there is none. */
export async function headOf(db: WorkDatabase): Promise<number> {
  return ((await db.log.toCollection().reverse().firstKey()) ?? 0) as number;
}
