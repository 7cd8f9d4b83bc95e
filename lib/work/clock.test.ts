import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freshWork, NOON, type NotedDatabase } from "../../test/engine/fresh-work.ts";
import { moveTimes } from "./clock.ts";
import { leased, waiting } from "./jobs/job-state.ts";
import { newCursor } from "./listeners/new-cursor.ts";
import type { JobRow } from "./rows.ts";
import { WORK_TABLES } from "./rows.ts";
import { defineKind } from "./work.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ERROR = { kind: "Error", message: "no" };

const see = (db: NotedDatabase, now: number) => db.transaction("rw", WORK_TABLES, async () => moveTimes(db, now));

/** Plans something of each sort for that time. */
async function plan(db: NotedDatabase, at: number): Promise<void> {
  const row = { kind: "poll", args: undefined, place: "background", lane: "", priority: 2, state: "todo", attempts: 0, maxAttempts: 5, createdAt: 0 } as const;
  await db.jobs.add(waiting({ ...row, key: "poll" } as unknown as JobRow, at, ERROR));
  await db.jobs.add(leased({ ...row, lock: "one" } as unknown as JobRow, "worker", at - MINUTE, at));
  const answers = { lastOkAt: at, lastError: { ...ERROR, at } };
  await db.lanes.add({ host: "a.example", cap: 1, gapMs: 0, nextAt: at, askedUntil: at, paused: false, strikes: 0, ...answers });
  await db.schedules.add({
    id: "poll",
    everyMs: HOUR,
    nextAt: at,
    catchUp: "latest",
    cooldownMs: 0,
    job: { kind: "poll" },
    slots: 1,
    lastSlotAt: at - HOUR,
    since: at,
    lastDoneAt: at,
  });
  await db.cursors.add({ ...newCursor("matcher", { forward: 0, priority: 0, busyMs: MINUTE }), steppedAt: at - MINUTE });
  await db.faults.bulkAdd([
    { cursor: "matcher", seq: 1, attempts: 1, nextAt: at, error: ERROR, at: 0 },
    { cursor: "matcher", seq: 2, attempts: 5, error: ERROR, at: 0 },
  ]);
}

/** When each of them is due. */
async function planned(db: NotedDatabase): Promise<Record<string, number | undefined>> {
  const [todo, held] = [await db.jobs.where({ state: "todo" }).first(), await db.jobs.where({ state: "leased" }).first()];
  const [lane, schedule, cursor] = [await db.lanes.get("a.example"), await db.schedules.get("poll"), await db.cursors.get("matcher")];
  return {
    job: todo?.runAt,
    rank: (todo?.rank ?? 0) + 2 * MINUTE,
    lease: held?.until,
    lane: lane?.nextAt,
    asked: lane?.askedUntil,
    answered: lane?.lastOkAt,
    refused: lane?.lastError?.at,
    schedule: schedule?.nextAt,
    slot: (schedule?.lastSlotAt ?? 0) + HOUR,
    since: schedule?.since,
    done: schedule?.lastDoneAt,
    busy: (cursor?.steppedAt ?? 0) + MINUTE,
    fault: (await db.faults.get(["matcher", 1]))?.nextAt,
  };
}

const NAMES = ["job", "rank", "lease", "lane", "asked", "answered", "refused", "schedule", "slot", "since", "done", "busy", "fault"];
const all = (at: number) => Object.fromEntries(NAMES.map((name) => [name, at]));

describe("a clock", () => {
  it.each([
    ["an hour back", HOUR],
    ["a day back", DAY],
    ["more than a minute back", MINUTE + 1],
  ])("that is set %s takes with it all that is planned and noted", async (_, back) => {
    const { db } = await freshWork();
    await see(db, NOON);
    await plan(db, NOON + 5 * MINUTE);
    await see(db, NOON - back);
    expect(await planned(db)).toEqual(all(NOON - back + 5 * MINUTE));
    const job = await db.jobs.where({ waitingKey: "poll" }).first();
    expect(job).toMatchObject({ state: "todo", error: ERROR });
    expect(await db.jobs.where({ heldLock: "one" }).count()).toBe(1);
    expect(await db.faults.get(["matcher", 2])).not.toHaveProperty("nextAt");
  });

  it.each([
    ["a minute back", -MINUTE],
    ["a second back", -SECOND],
    ["not at all", 0],
    ["an hour ahead", HOUR],
  ])("that is set %s leaves it where it is", async (_, by) => {
    const { db } = await freshWork();
    await see(db, NOON);
    await plan(db, NOON + 5 * MINUTE);
    await see(db, NOON + by);
    expect(await planned(db)).toEqual(all(NOON + 5 * MINUTE));
  });

  it("that is seen for the first time moves nothing", async () => {
    const { db } = await freshWork();
    await plan(db, NOON + 5 * MINUTE);
    await see(db, NOON - DAY);
    expect(await planned(db)).toEqual(all(NOON + 5 * MINUTE));
  });

  it("is followed wherever it goes: nothing is ever due later than it was to wait, but for the tolerance", async () => {
    const { db } = await freshWork();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -2 * DAY, max: 2 * DAY }), { minLength: 1, maxLength: 5 }), async (jumps) => {
        await Promise.all(db.tables.map((table) => table.clear()));
        let now = NOON;
        await see(db, now);
        await plan(db, now + HOUR);
        for (const jump of jumps) {
          now += jump;
          await see(db, now);
          for (const [what, at = Number.NaN] of Object.entries(await planned(db))) expect(at - now, what).toBeLessThanOrEqual(HOUR + MINUTE);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("is not written down at each look", async () => {
    const { db } = await freshWork();
    await see(db, NOON);
    await see(db, NOON + 9 * SECOND);
    expect(await db.engine.get("clock")).toEqual({ name: "clock", seenAt: NOON });
    await see(db, NOON + 11 * SECOND);
    expect(await db.engine.get("clock")).toEqual({ name: "clock", seenAt: NOON + 11 * SECOND });
  });
});

/** A schedule of half an hour on a clock that is set; gives when it ran. */
async function polling() {
  const runs: number[] = [];
  const work = await freshWork({
    kinds: {
      poll: defineKind<undefined>({
        parse: () => undefined,
        run: async (_, job) => {
          runs.push(job.now());
        },
      }),
    },
    configuration: { schedules: { poll: { everyMs: HOUR / 2, job: { kind: "poll", key: "poll" } } } },
  });
  await work.drain();
  return { ...work, runs };
}

describe("work whose clock is set", () => {
  it("back by an hour waits no longer than an interval from then on", async () => {
    const { clock, drain, drainNext, runs, due } = await polling();
    const back = NOON + 10 * MINUTE - HOUR;
    clock.set(back);
    await drain();
    expect(due.at).toBe(back + HOUR / 2);
    await drainNext();
    expect(runs).toEqual([NOON, back + HOUR / 2]);
  });

  it("a day ahead and right again leaves nothing behind", async () => {
    const { clock, drain, drainNext, runs, due } = await polling();
    clock.set(NOON + DAY);
    await drain();
    expect(runs).toEqual([NOON, NOON + DAY]);
    clock.set(NOON + MINUTE);
    await drain();
    expect(due.at).toBe(NOON + HOUR / 2 + MINUTE);
    await drainNext();
    expect(runs).toEqual([NOON, NOON + DAY, NOON + HOUR / 2 + MINUTE]);
  });

  it("a day ahead and right again is not taken for one that ended well tomorrow", async () => {
    const { db, clock, drain } = await polling();
    clock.set(NOON + DAY);
    await drain();
    clock.set(NOON + MINUTE);
    await drain();
    expect(await db.schedules.get("poll")).toMatchObject({ lastDoneAt: NOON + MINUTE });
  });
});
