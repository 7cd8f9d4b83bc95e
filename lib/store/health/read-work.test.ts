import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { newCursor } from "../../work/listeners/new-cursor.ts";
import type { JobRow } from "../../work/rows.ts";
import type { Database } from "../database/database.ts";
import { readTrouble } from "./read-trouble.ts";
import { hasEvents, readWork } from "./read-work.ts";

const NOW = 1_800_000_000_000;
const HOUR = 60 * 60_000;
const MARKS = { priority: 0 };

function job(rest: Partial<JobRow>): JobRow {
  return { kind: "tidy", place: "background", lane: "", priority: 0, state: "done", attempts: 1, claims: 1, maxAttempts: 5, createdAt: 0, ...rest } as JobRow;
}

async function logEvents(db: Database, count: number): Promise<void> {
  for (let event = 0; event < count; event++) await db.log.add({ kind: "matches-found", ids: [], at: NOW });
}

describe("how the work stands", () => {
  it("is read where there is nothing yet", async () => {
    const db = await freshDatabase();
    expect(await readWork(db)).toEqual({
      lanes: [],
      schedules: [],
      cursors: [],
      counts: { todo: 0, "put-off": 0, interrupted: 0, leased: 0, done: 0, failed: 0, cancelled: 0, aborted: 0 },
      leased: [],
      failed: [],
    });
    expect(await hasEvents(db)).toBe(false);
    expect(await readTrouble(db, NOW)).toEqual({ lanes: [], schedules: [], failed: 0, faults: 0 });
  });

  it("counts what a listener has not heard, ahead of it and behind", async () => {
    const db = await freshDatabase();
    await logEvents(db, 10);
    await db.cursors.bulkAdd([
      { ...newCursor("matcher", { forward: 7, ...MARKS }), done: 7 },
      { ...newCursor("notifier", { forward: 10, ...MARKS }), done: 4 },
      { ...newCursor("history/3", { backward: 5, ...MARKS }), done: 6 },
      { ...newCursor("both", { forward: 9, backward: 3, ...MARKS }), done: 0 },
    ]);
    const found = (await readWork(db)).cursors.map(({ name, behind, total }) => [name, behind, total]);
    expect(Object.fromEntries(found.map(([name, ...numbers]) => [name, numbers]))).toEqual({
      matcher: [3, 10],
      notifier: [0, 4],
      "history/3": [4, 10],
      both: [3, 3],
    });
    expect(await hasEvents(db)).toBe(true);
  });

  it("gives each listener its own faults, the first few with their errors", async () => {
    const db = await freshDatabase();
    await db.cursors.bulkAdd(["matcher", "notifier"].map((name) => newCursor(name, { forward: 0, ...MARKS })));
    for (let seq = 1; seq <= 8; seq++) await db.faults.add({ cursor: "matcher", seq, attempts: 1, error: { kind: "Error", message: `bad ${seq}` }, at: NOW });
    const [matcher, notifier] = (await readWork(db)).cursors;
    expect(matcher).toMatchObject({ faults: 8, firstFaults: [1, 2, 3, 4, 5].map((seq) => ({ error: { message: `bad ${seq}` } })) });
    expect(notifier).toMatchObject({ faults: 0, firstFaults: [] });
    expect((await readTrouble(db, NOW)).faults).toBe(8);
  });

  it("shows the last failed jobs, latest first, and those under way", async () => {
    const db = await freshDatabase();
    const failedAt = Array.from({ length: 25 }, (_, number) => NOW - ((number * 7) % 25) * HOUR);
    await db.jobs.bulkAdd([
      ...failedAt.map((endedAt) => job({ state: "failed", endedAt, error: { kind: "Error", message: "no" } })),
      job({ endedAt: NOW + 1 }),
      job({ state: "leased", until: NOW, kind: "check-index" }),
      job({ state: "todo", runAt: NOW }),
      job({ state: "put-off", runAt: NOW }),
      job({ state: "interrupted", runAt: NOW }),
    ]);
    const { counts, failed, leased, lastEndedAt } = await readWork(db);
    expect(lastEndedAt).toBe(NOW + 1);
    expect(counts).toEqual({ todo: 1, "put-off": 1, interrupted: 1, leased: 1, done: 1, failed: 25, cancelled: 0, aborted: 0 });
    expect(failed.map(({ endedAt }) => endedAt)).toEqual(failedAt.toSorted((a, b) => b - a).slice(0, 20));
    expect(leased.map(({ kind }) => kind)).toEqual(["check-index"]);
    expect((await readTrouble(db, NOW)).failed).toBe(24);
  });

  it("leaves out what failed where its schedule has ended well since", async () => {
    const db = await freshDatabase();
    const rule = { everyMs: HOUR, nextAt: NOW + HOUR, cooldownMs: 0, slots: 1, since: 0, lastSlotAt: 0 };
    await db.schedules.bulkAdd([
      { id: "good", job: { kind: "tidy" }, ...rule, lastDoneAt: NOW },
      { id: "never", job: { kind: "tidy" }, ...rule },
    ]);
    const failedOf = async (schedule: string | undefined, endedAt: number) => {
      await db.jobs.clear();
      await db.jobs.add(job({ state: "failed", endedAt, ...(schedule && { schedule }) }));
      return (await readTrouble(db, NOW)).failed;
    };
    expect([await failedOf("good", NOW - 1), await failedOf("good", NOW), await failedOf("never", NOW), await failedOf(undefined, NOW)]).toEqual([0, 1, 1, 1]);
  });

  it("says when a check that waits is tried again", async () => {
    const db = await freshDatabase();
    const rule = { everyMs: HOUR, nextAt: NOW + HOUR, cooldownMs: 0, slots: 1, since: 0, lastSlotAt: 0 };
    await db.schedules.bulkAdd([
      { id: "check-index", job: { kind: "check-index", key: "check-index" }, ...rule },
      { id: "tidy", job: { kind: "tidy" }, ...rule },
    ]);
    await db.jobs.add(job({ state: "todo", kind: "check-index", runAt: NOW + 60_000, waitingKey: "check-index" }));
    expect((await readWork(db)).schedules.map(({ id, waitingAt }) => [id, waitingAt])).toEqual([
      ["check-index", NOW + 60_000],
      ["tidy", undefined],
    ]);
  });

  it("knows the engine's single facts", async () => {
    const db = await freshDatabase();
    await db.engine.bulkPut([
      { name: "permits", permits: 4 },
      { name: "fenced", count: 2, at: NOW, job: 7 },
    ]);
    expect(await readWork(db)).toMatchObject({ permits: 4, fenced: { count: 2 } });
  });
});
