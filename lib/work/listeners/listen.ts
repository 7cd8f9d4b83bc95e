import { toolsFor } from "../jobs/enqueue.ts";
import { type Retry, retryDelayMs } from "../jobs/retry.ts";
import type { CursorRow, FaultRow, WorkDatabase } from "../rows.ts";
import { hasFaults, headOf, LONGEST_FAULT_MS, reachOf } from "../schedules/pump.ts";
import { asJobError, isQuotaError, type Kind, type Listener, listenerOf, transact, type Work } from "../work.ts";

const BATCH = 200;
const ATTEMPTS = 5;
const RETRY: Retry = { delayMs: 60_000, maxMs: LONGEST_FAULT_MS };
/** A batch that takes longer keeps waiting what a person has asked for meanwhile: the next is smaller. */
const BATCH_MS = 50;
const SMALLEST_BATCH = 20;
const TABLES = ["cursors", "faults", "log", "jobs", "lanes", "schedules"];

type Way = "forward" | "backward" | "fault";
interface Batch {
  cursor: CursorRow;
  way: Way;
  // biome-ignore lint/suspicious/noExplicitAny: rows of the log are the application's own
  events: any[];
  fault?: FaultRow;
}

/** The kind of job that lets a listener hear, batch by batch, until there is nothing more or the slice is over. */
export function listenKind(work: Work): Kind {
  return {
    maxAttempts: 20,
    parse(args) {
      const cursor = (args as { cursor?: unknown } | undefined)?.cursor;
      if (typeof cursor !== "string") throw new TypeError("Which cursor is meant is not said.");
      return cursor;
    },
    async run(name, job) {
      const cursor = name as string;
      const listener = listenerOf(work, cursor);
      if (!listener) return;
      const most = listener.batch ?? BATCH;
      for (let size = most, isMore = true; isMore && !job.isOver(); ) {
        const start = job.now();
        isMore = await step(work, cursor, listener, size);
        size = nextSize(size, job.now() - start, most);
      }
    },
  };
}

/** As many events as take about BATCH_MS, judged by those that took that long. */
export function nextSize(size: number, tookMs: number, most: number): number {
  const wanted = tookMs > 0 ? Math.round((size * BATCH_MS) / tookMs) : 2 * size;
  return Math.min(Math.max(Math.min(wanted, 2 * size), SMALLEST_BATCH), most);
}

/** Lets a listener hear the next batch; false where there is none. The mark moves in the transaction of the effect, or neither happens. */
export async function step(work: Work, name: string, listener: Listener, size = listener.batch ?? BATCH): Promise<boolean> {
  let first: number | undefined;
  const note = (seq: number | undefined) => {
    first = seq;
  };
  try {
    return await hear(work, name, listener, size, note);
  } catch (error) {
    // It is no fault of the event: the job waits and comes back.
    if (isQuotaError(error) || isTooEarly(error)) throw error;
    // A batch of which one event failed is undone as a whole, so half of it is heard, until that one is alone.
    return size > 1 ? step(work, name, listener, Math.ceil(size / 2)) : noteFault(work, name, listener, error, first);
  }
}

/** Tells `note` the first event of the batch before it is applied. */
function hear(work: Work, name: string, listener: Listener, size: number, note: (seq: number | undefined) => void): Promise<boolean> {
  return transact(work, "step", [...new Set([...TABLES, ...listener.tables])], async (db) => {
    const start = work.world.now();
    const batch = await nextBatch(work, db, name, size);
    if (!batch) return false;
    note(batch.events[0]?.seq);
    const of = name.slice(name.indexOf("/") + 1);
    if (batch.events.length > 0) await listener.apply(batch.events, { ...toolsFor(work, db), of });
    if (batch.fault) await db.faults.delete([name, batch.fault.seq]);
    await move(db, batch, work.world.now() - start, work.world.now());
    return true;
  });
}

/** The event that failed becomes a fault, to be tried again later, and the mark moves on. */
function noteFault(work: Work, name: string, listener: Listener, cause: unknown, failed: number | undefined): Promise<boolean> {
  return transact(work, "step", TABLES, async (db) => {
    const batch = await nextBatch(work, db, name, 1);
    const event = batch?.events[0];
    // Something else was logged meanwhile and comes first: it is not what failed.
    if (!batch || !event || event.seq !== failed) return batch !== undefined;
    const now = work.world.now();
    const attempts = (batch.fault?.attempts ?? 0) + 1;
    const error = asJobError(cause);
    const delay = attempts < (listener.maxAttempts ?? ATTEMPTS) ? retryDelayMs(listener.retry ?? RETRY, attempts, work.world.random()) : undefined;
    await db.faults.put({ cursor: name, seq: event.seq, attempts, error, at: now, ...(delay !== undefined && { nextAt: now + delay }) });
    await move(db, batch, 0, now);
    return true;
  });
}

/** True where the transaction ended before all was written: a fault of the listener, which waited for something else. */
function isTooEarly(error: unknown): boolean {
  return error instanceof Error && (error.name === "PrematureCommitError" || error.name === "TransactionInactiveError");
}

/** What is new first, then what failed and is to be tried again, then what is old. */
async function nextBatch(work: Work, db: WorkDatabase, name: string, size: number): Promise<Batch | undefined> {
  const cursors = await db.cursors.toArray();
  const cursor = cursors.find((row) => row.name === name);
  if (!cursor || cursor.paused) return undefined;
  if (cursor.forward !== undefined) {
    const reach = reachOf(work, cursor, cursors, await headOf(db));
    const events = await db.log.where(":id").between(cursor.forward, reach, false, true).limit(size).toArray();
    if (events.length > 0) return { cursor, way: "forward", events };
  }
  const now = work.world.now();
  const due: [number, number][] = [
    [Number.NEGATIVE_INFINITY, now],
    // Planned by a clock that was wrong.
    [now + LONGEST_FAULT_MS + 1, Number.POSITIVE_INFINITY],
  ];
  const fault = await db.faults
    .where("nextAt")
    .inAnyRange(due, { includeUppers: true })
    .filter((row) => row.cursor === name)
    .first();
  if (fault) return { cursor, way: "fault", fault, events: (await db.log.bulkGet([fault.seq])).filter(Boolean) };
  if (cursor.backward === undefined) return undefined;
  return { cursor, way: "backward", events: await db.log.where(":id").below(cursor.backward).reverse().limit(size).toArray() };
}

async function move(db: WorkDatabase, { cursor, way, events }: Batch, spentMs: number, now: number): Promise<void> {
  const last = events.at(-1)?.seq;
  const done = cursor.done + (way === "fault" ? 0 : events.length);
  const moved: CursorRow = { ...cursor, done, spentMs: cursor.spentMs + spentMs, steppedAt: now };
  if (way === "forward") moved.forward = last;
  if (way === "backward" && last !== undefined) moved.backward = last;
  else if (way === "backward") delete moved.backward;
  const isDone = moved.forward === undefined && moved.backward === undefined && !(await hasFaults(db, cursor.name));
  if (isDone) await db.cursors.delete(cursor.name);
  else await db.cursors.put(moved);
}
