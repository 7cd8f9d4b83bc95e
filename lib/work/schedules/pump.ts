import { enqueueIn } from "../jobs/enqueue.ts";
import type { CursorRow, JobRow, WorkDatabase } from "../rows.ts";
import { listenerOf, type Work } from "../work.ts";

/** The kind of job that lets a listener hear what it has not heard yet. */
export const LISTEN = "listen";
/** An event that could not be applied is tried again after a day at the latest. */
export const LONGEST_FAULT_MS = 24 * 60 * 60_000;

function pumpKey(cursor: string): string {
  return `${LISTEN}:${cursor}`;
}

/** Makes sure that each listener with something to hear has its job. */
export async function ensurePumps(work: Work, db: WorkDatabase, held: readonly Pick<JobRow, "key">[], now: number): Promise<void> {
  for (const { cursor, at, behind } of await lagging(work, db)) {
    const { name, priority } = cursor;
    const key = pumpKey(name);
    if (at > now || held.some((job) => job.key === key)) continue;
    const { heavyFrom = Number.POSITIVE_INFINITY } = listenerOf(work, name) ?? {};
    await enqueueIn(work, db, { kind: LISTEN, args: { cursor: name }, key, lock: key, priority, place: behind >= heavyFrom ? "heavy" : "background" }, now);
  }
}

/** The cursors that have something to do and no job that waits to do it, from when on (now is 0, or when a fault is to be tried again), and how many events they have still to hear. */
export async function lagging(work: Work, db: WorkDatabase): Promise<{ cursor: CursorRow; at: number; behind: number }[]> {
  const [cursors, head] = await Promise.all([db.cursors.toArray(), headOf(db)]);
  const heard = cursors.filter(({ paused, name }) => !paused && listenerOf(work, name));
  const found = await Promise.all(
    heard.map(async (cursor) => {
      const reach = reachOf(work, cursor, cursors, head);
      const hasMore = (cursor.forward ?? head) < reach || cursor.backward !== undefined;
      const at = hasMore ? 0 : await firstRetryAt(db, cursor.name, work.world.now());
      // A job that waits keeps its time: it may have failed, and would fail again without a pause.
      if (at === undefined || (await db.jobs.where({ waitingKey: pumpKey(cursor.name) }).count()) > 0) return [];
      return [{ cursor, at, behind: Math.max(reach - (cursor.forward ?? reach), 0) + Math.max((cursor.backward ?? 1) - 1, 0) }];
    }),
  );
  return found.flat();
}

/** When the first fault of that cursor is to be tried again. Passes over those that others are to try sooner, where it has any itself. */
async function firstRetryAt(db: WorkDatabase, name: string, now: number): Promise<number | undefined> {
  if (!(await hasFaults(db, name))) return undefined;
  const first = await db.faults
    .orderBy("nextAt")
    .filter(({ cursor }) => cursor === name)
    .first();
  return first?.nextAt !== undefined && first.nextAt > now + LONGEST_FAULT_MS ? now : first?.nextAt;
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
