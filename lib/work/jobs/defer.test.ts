import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FreshWork, freshWork, NOON } from "../../../test/engine/fresh-work.ts";
import { claim } from "../claim.ts";
import type { ScheduleRow } from "../rows.ts";
import { defineKind, type Kind, type ScheduleRule } from "../work.ts";
import { healed } from "./defer.ts";

const MINUTE = 60_000;
const HALF = 30 * MINUTE;
const DAY = 24 * 60 * MINUTE;

describe("a schedule that a wrong clock has planned", () => {
  const row = { id: "poll", everyMs: HALF, nextAt: NOON, cooldownMs: 5 * MINUTE, job: { kind: "poll" }, slots: 1, lastSlotAt: NOON - HALF, since: NOON - DAY };

  it.each([
    ["is due where its slot lies further ahead than an interval", { nextAt: NOON + HALF + 1 }, { nextAt: NOON }],
    ["waits for an interval", { nextAt: NOON + HALF }, { nextAt: NOON + HALF }],
    ["waits for a rest after a run that is longer", { nextAt: NOON + DAY, cooldownMs: DAY }, { nextAt: NOON + DAY }],
    ["waits for no more than that rest", { nextAt: NOON + DAY + 1, cooldownMs: DAY }, { nextAt: NOON }],
    ["is due at once after 400 days", { nextAt: NOON + 400 * DAY }, { nextAt: NOON }],
    ["is as late as it is", { nextAt: NOON - DAY }, { nextAt: NOON - DAY }],
    ["was set up by now", { since: NOON + DAY }, { since: NOON }],
    ["had its last slot by now", { lastSlotAt: NOON + DAY }, { lastSlotAt: NOON }],
    ["ended well by now", { lastDoneAt: NOON + DAY }, { lastDoneAt: NOON }],
    ["ended well when it did", { lastDoneAt: NOON - DAY }, { lastDoneAt: NOON - DAY }],
    ["waits as long as it may where it was early", { nextAt: NOON + HALF + MINUTE, earlyMs: MINUTE }, { nextAt: NOON + HALF + MINUTE }],
    ["waits no longer", { nextAt: NOON + HALF + MINUTE + 1, earlyMs: MINUTE }, { nextAt: NOON }],
  ] as [string, Partial<ScheduleRow>, Partial<ScheduleRow>][])("%s", (_, planned, expected) => {
    expect(healed({ ...row, ...planned }, NOON)).toEqual({ ...row, ...planned, ...expected });
  });
});

/** Runs a schedule whose job takes that long; gives when its runs began and ended, in minutes. */
async function scheduled(rule: Partial<ScheduleRule>, run: Kind["run"] = async () => {}) {
  const runs: { from: number; to: number }[] = [];
  const work: FreshWork = await freshWork({
    kinds: {
      poll: defineKind<undefined>({
        parse: () => undefined,
        async run(args, job) {
          const mine = { from: (work.clock.now() - NOON) / MINUTE, to: Number.NaN };
          runs.push(mine);
          try {
            return await run(args, job);
          } finally {
            mine.to = (work.clock.now() - NOON) / MINUTE;
          }
        },
      }),
      other: defineKind<undefined>({ parse: () => undefined, run: async () => {} }),
    },
    configuration: { schedules: { poll: { everyMs: HALF, job: { kind: "poll" }, ...rule } } },
  });
  return {
    ...work,
    runs,
    starts: () => runs.map(({ from }) => from),
    /** Answers the alarm until then. */
    async until(minutes: number) {
      await work.drain();
      while (work.due.at !== undefined && work.due.at <= NOON + minutes * MINUTE) await work.drainNext();
    },
    /** Has something else to do then. */
    async workAt(minutes: number) {
      work.clock.set(NOON + minutes * MINUTE);
      await work.engine.enqueue({ kind: "other" });
      await work.drain();
    },
    async sleepUntil(minutes: number) {
      work.clock.set(NOON + minutes * MINUTE);
      await work.drain();
    },
  };
}

describe("a schedule", () => {
  it("runs at once and then in its slots, each of which is used once", async () => {
    const { db, starts, until } = await scheduled({});
    await until(100);
    expect(starts()).toEqual([0, 30, 60, 90]);
    expect((await db.jobs.toArray()).map(({ slot }) => slot)).toEqual(["poll#1", "poll#2", "poll#3", "poll#4"]);
    expect(await db.schedules.get("poll")).toMatchObject({ slots: 4, nextAt: NOON + 4 * HALF, lastSlotAt: NOON + 3 * HALF, lastDoneAt: NOON + 3 * HALF });
  });

  it.each([
    ["one", 30, 60],
    ["one and a bit", 59, 60],
    ["six", 200, 210],
    ["a thousand", 30_000, 30_030],
  ])("that missed %s runs once, for the latest of them: at minute %i, next at %i", async (_, minute, next) => {
    const { db, starts, drain, sleepUntil } = await scheduled({});
    await drain();
    await sleepUntil(minute);
    await drain();
    expect(starts()).toEqual([0, minute]);
    expect((await db.jobs.toArray()).map(({ slot }) => slot)).toEqual(["poll#1", "poll#2"]);
    expect(await db.schedules.get("poll")).toMatchObject({ nextAt: NOON + next * MINUTE, lastSlotAt: NOON + (next - 30) * MINUTE, slots: 2 });
  });

  it("leaves its next slot in the future, within an interval, however late it is", async () => {
    const { db, work, clock, drain } = await scheduled({});
    await drain();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e10), async (everyMs, late) => {
        await db.jobs.clear();
        await db.schedules.update("poll", { everyMs, nextAt: NOON });
        clock.set(NOON + late);
        await claim(work, { owner: "worker", places: [], dead: new Set() });
        const { nextAt = Number.NaN, lastSlotAt } = (await db.schedules.get("poll")) ?? {};
        expect(nextAt).toBeGreaterThan(NOON + late);
        expect(nextAt).toBeLessThanOrEqual(NOON + late + everyMs);
        expect(lastSlotAt).toBe(nextAt - everyMs);
        expect(await db.jobs.count()).toBe(1);
      }),
      { numRuns: 20 },
    );
  });

  it("uses a slot once where two contexts wake for it", async () => {
    const { db, pass, engine, starts, drain, clock } = await scheduled({});
    await drain();
    clock.set(NOON + HALF);
    await pass(Promise.all([engine.drain(), engine.drain()]));
    expect(starts()).toEqual([0, 30]);
    expect(await db.jobs.count()).toBe(2);
  });

  it("does not begin a second run beside one that runs, and pauses after one that ran into the next slot", async () => {
    const { clock, runs, starts, until } = await scheduled({ everyMs: 10_000, cooldownMs: MINUTE }, () =>
      // Longer than an interval, shorter than a slice.
      clock.sleep(15_000, AbortSignal.any([]), () => true),
    );
    await until(3);
    expect(runs.slice(0, 2)).toEqual([
      { from: 0, to: 0.25 },
      { from: 1.25, to: 1.5 },
    ]);
    for (const [place, from] of starts().slice(1).entries()) expect(from - (runs[place]?.to ?? Number.NaN)).toBe(1);
  });

  it("is told from one that failed by the time of its last good end", async () => {
    const { db, until } = await scheduled({}, async () => ({ final: true, error: { kind: "odd", message: "odd" } }));
    await until(40);
    expect(await db.jobs.where({ state: "failed" }).count()).toBe(2);
    expect(await db.schedules.get("poll")).not.toHaveProperty("lastDoneAt");
  });

  /** A run of three slices of 15 s each; gives when each slice began, in seconds. */
  async function sliced(rule: Partial<ScheduleRule>, endsWell = true) {
    const slices: [number, number][] = [];
    const work: FreshWork = await freshWork({
      kinds: {
        slice: defineKind<number>({
          parse: Number,
          async run(slice, job) {
            slices.push([slice, (work.clock.now() - NOON) / 1000]);
            await work.clock.sleep(15_000, job.signal, () => true);
            if (slice === 3 && !endsWell) return { final: true, error: { kind: "odd", message: "odd" } };
            return {
              async commit({ enqueue }) {
                await enqueue({ kind: "beside", args: 0, key: "beside" });
                if (slice < 3) await enqueue({ kind: "slice", args: slice + 1, key: "slice", schedule: "poll" });
              },
            };
          },
        }),
        beside: defineKind<unknown>({ parse: () => undefined, run: (_, job) => work.clock.sleep(40_000, job.signal, () => true) }),
      },
      configuration: { schedules: { poll: { everyMs: 30_000, job: { kind: "slice", args: 1, key: "slice" }, cooldownMs: MINUTE, ...rule } } },
    });
    const until = async (seconds: number) => {
      await work.drain();
      while (work.due.at !== undefined && work.due.at < NOON + seconds * 1000) await work.drainNext();
    };
    return { ...work, slices, until };
  }

  it("whose run goes on longer than its interval, slice after slice, pauses after the last of them", async () => {
    const { db, slices, until } = await sliced({});
    await until(150);
    expect(slices.slice(0, 4)).toEqual([
      [1, 0],
      [2, 15],
      [3, 30],
      [1, 105],
    ]);
    expect(await db.schedules.get("poll")).toMatchObject({ lastDoneAt: NOON + 150_000 });
    expect((await db.jobs.filter(({ kind }) => kind === "slice").toArray()).map(({ slot }) => slot)).toEqual([
      "poll#1",
      undefined,
      undefined,
      "poll#2",
      undefined,
      undefined,
    ]);
  });

  it("has ended well only with the last slice, however many of the run ended well before", async () => {
    const { db, slices, until } = await sliced({}, false);
    await until(100);
    expect(slices).toHaveLength(3);
    expect(await db.schedules.get("poll")).not.toHaveProperty("lastDoneAt");
    expect(await db.schedules.get("poll")).toMatchObject({ nextAt: NOON + 105_000 });
  });

  it("rings no alarm for a slot that its own run delays", async () => {
    const { db, due, until, engine, drain, clock } = await sliced({});
    await until(50);
    const lane = { host: "a.example", cap: 1, gapMs: 0, nextAt: 0, askedUntil: 0, paused: true, strikes: 0 };
    await db.lanes.add(lane);
    await engine.enqueue({ kind: "slice", args: 2, key: "slice", schedule: "poll" });
    await db.jobs.where({ state: "todo" }).modify({ lane: lane.host });
    clock.set(NOON + 10 * MINUTE);
    await drain();
    expect(due.at).toBeUndefined();
    expect(await db.jobs.where({ slot: "poll#2" }).count()).toBe(0);
  });

  it("that comes upon a job of its key which waits takes that one for its run", async () => {
    const { db, engine, starts, drain } = await scheduled({ job: { kind: "poll", key: "poll" } });
    const id = await engine.enqueue({ kind: "poll", key: "poll", runAt: NOON + 10 * MINUTE });
    await drain();
    expect(starts()).toEqual([0]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "done", schedule: "poll", slot: "poll#1" });
    expect(await db.schedules.get("poll")).toMatchObject({ lastDoneAt: NOON, run: id });
  });
});

describe("a schedule that may be early", () => {
  const rule = { earlyMs: 10 * MINUTE };

  it("runs so much sooner where something else is done, and keeps its times", async () => {
    const { workAt, due, starts } = await scheduled(rule);
    for (const minute of [0, 19, 20, 25, 49, 50, 79]) await workAt(minute);
    expect(starts()).toEqual([0, 20, 50]);
    expect(due.at).toBe(NOON + 90 * MINUTE);
  });

  it("is not what anybody is woken for before its time", async () => {
    const { starts, until } = await scheduled(rule);
    await until(95);
    expect(starts()).toEqual([0, 30, 60, 90]);
  });

  it("runs no more often for it, whenever something else is done", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 10, maxLength: 40 }), async (waits) => {
        const { workAt, starts } = await scheduled(rule);
        let minute = 0;
        await workAt(0);
        for (const wait of waits) {
          minute += wait;
          await workAt(minute);
        }
        // One of them may be early.
        expect(starts().length).toBeLessThanOrEqual(Math.floor((minute + 10) / 30) + 1);
        expect(new Set(starts()).size).toBe(starts().length);
      }),
      { numRuns: 8 },
    );
  });
});
