import { LONGEST_ASKED_MS } from "./lanes/lane.ts";
import { newCursor } from "./listeners/new-cursor.ts";
import type { LaneRow, ScheduleRow, WorkDatabase } from "./rows.ts";
import { headOf } from "./schedules/pump.ts";
import { type Configuration, listenerOf, type ScheduleRule, transact, type Work } from "./work.ts";

const TABLES = ["engine", "lanes", "schedules", "cursors", "log", "jobs"];
const COOLDOWN_MS = 5 * 60_000;

/** Brings the rows in line with what this version and the settings say. What is as it should be is not written; `onChange` comes before anything is. True where anything was. */
export async function configure(work: Work, configuration: Configuration, onChange: () => Promise<void> = async () => {}): Promise<boolean> {
  const changes = await changesOf(work, await work.world.database(), configuration);
  if (changes.length === 0) return false;
  await onChange();
  await transact(work, "configure", TABLES, async (db) => {
    for (const change of await changesOf(work, db, configuration)) await change();
  });
  return true;
}

/** What is to be written. */
async function changesOf(work: Work, db: WorkDatabase, { permits, lanes, schedules }: Configuration): Promise<(() => PromiseLike<unknown>)[]> {
  const changes: (() => PromiseLike<unknown>)[] = [];
  const put = <Row>(table: { put(row: Row): PromiseLike<unknown> }, known: Row | undefined, row: Row) => {
    if (JSON.stringify(row) !== JSON.stringify(known)) changes.push(() => table.put(row));
  };
  const [laneRows, scheduleRows, cursorRows, permitRow] = await Promise.all([
    db.lanes.toArray(),
    db.schedules.toArray(),
    db.cursors.toArray(),
    db.engine.get("permits"),
  ]);
  put(db.engine, permitRow, { name: "permits", permits });
  for (const [host, rule] of Object.entries(lanes)) {
    const known = laneRows.find((row) => row.host === host);
    put(db.lanes, known, { ...(known ?? { host, nextAt: 0, askedUntil: 0, paused: false, strikes: 0 }), ...rule });
  }
  const now = work.world.now();
  for (const lane of laneRows) {
    if (lanes[lane.host] || (await hasJobs(db, lane.host))) continue;
    const until = restsUntil(lane);
    // Nobody asks it, so that there is nothing to complain of.
    if (now < until && until <= now + LONGEST_ASKED_MS) put(db.lanes, lane, { ...lane, strikes: 0, askedUntil: until });
    else changes.push(() => db.lanes.delete(lane.host));
  }
  for (const [id, rule] of Object.entries(schedules)) {
    const known = scheduleRows.find((row) => row.id === id);
    put(db.schedules, known, await scheduleRow(db, id, rule, known, work.world.now()));
  }
  for (const { id } of scheduleRows) if (!schedules[id]) changes.push(() => db.schedules.delete(id));
  for (const { name } of cursorRows) if (!listenerOf(work, name)) changes.push(() => db.cursors.delete(name));
  for (const [name, { from = "beginning", priority = 0 }] of Object.entries(work.listeners)) {
    if (from === "request") continue;
    const known = cursorRows.find((row) => row.name === name);
    put(db.cursors, known, { ...(known ?? newCursor(name, { forward: from === "now" ? await headOf(db) : 0, priority })), priority });
  }
  return changes;
}

/** A new schedule is due at once; a shortened interval counts at once as well. */
async function scheduleRow(db: WorkDatabase, id: string, rule: ScheduleRule, known: ScheduleRow | undefined, now: number): Promise<ScheduleRow> {
  const { everyMs, job, cooldownMs = COOLDOWN_MS } = rule;
  const early = (rule.earlyMs ?? known?.earlyMs) === undefined ? {} : { earlyMs: rule.earlyMs ?? 0 };
  if (!known) return { id, everyMs, job, cooldownMs, nextAt: now, slots: await lastSlot(db, id), lastSlotAt: 0, since: now, ...early };
  const nextAt = known.everyMs === everyMs ? known.nextAt : Math.min(known.lastSlotAt, now) + everyMs;
  return { ...known, everyMs, job, cooldownMs, nextAt, ...early };
}

/** A host that asked for time, or failed, is left alone for as long, whoever names it then. */
function restsUntil({ strikes, nextAt, askedUntil }: LaneRow): number {
  return Math.max(askedUntil, strikes > 0 ? nextAt : 0);
}

/** A lane that no rule names any more is kept as long as a job waits for it, or has it. */
async function hasJobs(db: WorkDatabase, host: string): Promise<boolean> {
  const waiting = await db.jobs.where("[lane+runAt]").between([host, Number.NEGATIVE_INFINITY], [host, Number.POSITIVE_INFINITY]).limit(1).count();
  return waiting > 0 || (await db.jobs.where("until").above(0).toArray()).some(({ lane }) => lane === host);
}

/** The number of the last slot of that schedule which a job still has: one that was taken away and comes back goes on counting. */
async function lastSlot(db: WorkDatabase, id: string): Promise<number> {
  const jobs = await db.jobs.where("slot").startsWith(`${id}#`).toArray();
  return Math.max(0, ...jobs.map(({ slot = "" }) => Number(slot.slice(id.length + 1))));
}
