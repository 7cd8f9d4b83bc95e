import { Dexie } from "dexie";
import { lockOwners } from "../../../lib/background/surroundings/owners.ts";
import { sleep } from "../../../lib/background/surroundings/sleep.ts";
import { createEngine } from "../../../lib/work/engine.ts";
import { waiting } from "../../../lib/work/jobs/job-state.ts";
import { type JobRow, WORK_STORES, type WorkDatabase } from "../../../lib/work/rows.ts";
import { BARE } from "./bare-surroundings.ts";

const DAY = 24 * 60 * 60_000;

const db = new Dexie("work") as WorkDatabase;
db.version(1).stores({ ...WORK_STORES, log: "++seq" });
let permits = 4;

/** The engine in surroundings that cost nothing: what is measured is its own. */
const engine = createEngine(
  { database: async () => db, now: Date.now, random: Math.random, sleep, owners: lockOwners() },
  { trivial: { parse: () => undefined, run: async () => {} } },
  {},
  {
    ...BARE,
    configuration: async () => ({
      permits,
      lanes: { "wg21.link": { cap: 1, gapMs: 1_000 } },
      schedules: { later: { everyMs: DAY, job: { kind: "trivial" } } },
    }),
  },
);

const bench = {
  /** Leaves a database with so many jobs that wait until then, and nothing else to do. */
  async fill(count: number, inMs: number): Promise<void> {
    await engine.drain();
    await db.jobs.clear();
    const now = Date.now();
    const job = {
      kind: "trivial",
      args: undefined,
      place: "background",
      lane: "",
      priority: 0,
      maxAttempts: 5,
      state: "todo",
      attempts: 0,
      claims: 0,
      createdAt: now,
    };
    await db.jobs.bulkAdd(Array.from({ length: count }, () => waiting({ ...job } as unknown as JobRow, now + inMs, now)));
  },

  /** Does so many jobs with so many permits; gives ms. */
  async work(count: number, atOnce: number): Promise<number> {
    permits = atOnce;
    await bench.fill(count, 0);
    const ms = await bench.drain();
    const done = await db.jobs.where({ state: "done" }).count();
    if (done !== count) throw new Error(`${done} of ${count} jobs were done`);
    return ms;
  },

  /** From wake to sleep; gives ms. */
  async drain(): Promise<number> {
    const start = performance.now();
    await engine.drain();
    return performance.now() - start;
  },
};

export type WorkBench = typeof bench;

Object.assign(globalThis, { bench });
