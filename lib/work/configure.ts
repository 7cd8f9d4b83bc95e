import { headOf } from "./pump.ts";
import type { CursorRow, LaneRow, ScheduleRow, WorkDatabase } from "./rows.ts";
import { type Configuration, type Listener, transact, type Work } from "./work.ts";

/** Brings the rows in line with what this version and the settings say. What is as it should be is not written. */
export async function configure(work: Work, { permits, lanes, schedules }: Configuration): Promise<void> {
  const now = work.world.now();
  const db = await work.world.database();
  const [laneRows, scheduleRows, cursorRows, permitRow] = await Promise.all([
    db.lanes.toArray(),
    db.schedules.toArray(),
    db.cursors.toArray(),
    db.engine.get("permits"),
  ]);
  const isStale =
    (permitRow?.name === "permits" ? permitRow.permits : undefined) !== permits ||
    Object.entries(lanes).some(
      ([host, rule]) =>
        !hasAll(
          laneRows.find((row) => row.host === host),
          rule,
        ),
    ) ||
    Object.entries(schedules).some(([id, rule]) =>
      isChanged(
        rule,
        scheduleRows.find((row) => row.id === id),
      ),
    ) ||
    scheduleRows.some(({ id }) => !schedules[id]) ||
    Object.entries(work.listeners).some(
      ([name, { from, priority = 0, busyMs = 0 }]) =>
        from !== "request" &&
        !hasAll(
          cursorRows.find((row) => row.name === name),
          { priority, busyMs },
        ),
    );
  if (!isStale) return;
  await transact(work, "configure", ["engine", "lanes", "schedules", "cursors", "log"], async (db) => {
    await db.engine.put({ name: "permits", permits });
    for (const [host, rule] of Object.entries(lanes)) {
      const fresh: LaneRow = { host, ...rule, nextAt: 0, askedUntil: 0, paused: false, strikes: 0 };
      await db.lanes.put({ ...fresh, ...(await db.lanes.get(host)), ...rule });
    }
    for (const [id, rule] of Object.entries(schedules)) await db.schedules.put(scheduleRow(id, rule, await db.schedules.get(id), now));
    await db.schedules.filter(({ id }) => !schedules[id]).delete();
    for (const [name, listener] of Object.entries(work.listeners)) await ensureCursor(db, name, listener);
  });
}

function hasAll(row: object | undefined, rule: object): boolean {
  return row !== undefined && Object.entries(rule).every(([name, value]) => (row as Record<string, unknown>)[name] === value);
}

function isChanged(
  { everyMs, job, catchUp = "latest", cooldownMs = COOLDOWN_MS }: Configuration["schedules"][string],
  known: ScheduleRow | undefined,
): boolean {
  return !hasAll(known, { everyMs, catchUp, cooldownMs }) || JSON.stringify(known?.job) !== JSON.stringify(job);
}

/** A new schedule is due at once; a shortened interval counts at once as well. */
function scheduleRow(id: string, rule: Configuration["schedules"][string], known: ScheduleRow | undefined, now: number): ScheduleRow {
  const { everyMs, job, catchUp = "latest", cooldownMs = COOLDOWN_MS } = rule;
  const nextAt = known ? Math.min(known.everyMs === everyMs ? known.nextAt : known.lastSlotAt + everyMs, now + everyMs) : now;
  return { slots: 0, lastSlotAt: 0, since: now, ...known, id, everyMs, job, catchUp, cooldownMs, nextAt };
}

const COOLDOWN_MS = 5 * 60_000;

async function ensureCursor(db: WorkDatabase, name: string, { from = "beginning", priority = 0, busyMs = 0 }: Listener): Promise<void> {
  if (from === "request") return;
  const known = await db.cursors.get(name);
  if (known) await db.cursors.put({ ...known, priority, busyMs });
  else await db.cursors.add(newCursor(name, { forward: from === "now" ? await headOf(db) : 0, priority, busyMs }));
}

/** A cursor that has heard nothing yet. */
export function newCursor(name: string, marks: Pick<CursorRow, "forward" | "backward" | "priority" | "busyMs">): CursorRow {
  return { name, ...marks, generation: 0, paused: false, done: 0, spentMs: 0, steppedAt: 0 };
}
