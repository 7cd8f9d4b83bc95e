import { describe, expect, it, vi } from "vitest";
import { type FreshWork, freshWork, NOON } from "../../test/engine/fresh-work.ts";
import { claim } from "./claim.ts";
import { configure } from "./configure.ts";
import { newCursor } from "./listeners/new-cursor.ts";
import type { Configuration, Listener } from "./work.ts";

const MINUTE = 60_000;
const HALF = 30 * MINUTE;
const HOUR = 60 * MINUTE;
const listener = (rest: Partial<Listener> = {}): Listener => ({ tables: [], apply: async () => {}, ...rest });
const poll = (everyMs: number) => ({ poll: { everyMs, job: { kind: "poll", key: "poll" } } });

const CONFIGURATION: Configuration = { permits: 4, lanes: { "a.example": { cap: 1, gapMs: 1000 } }, schedules: poll(HALF) };

async function configured(...configurations: Configuration[]): Promise<FreshWork> {
  const work = await freshWork({
    listeners: { hears: listener({ priority: 2 }), late: listener({ from: "now" }), asked: listener({ from: "request" }) },
  });
  await work.db.log.add({ what: "old" });
  for (const configuration of configurations) await configure(work.work, configuration);
  return work;
}

/** True where rows were written or removed meanwhile. */
async function writes(what: () => Promise<unknown>): Promise<boolean> {
  const writing = (["put", "add", "delete", "clear"] as const).map((name) => vi.spyOn(IDBObjectStore.prototype, name));
  await what();
  const calls = writing.flatMap(({ mock }) => mock.calls);
  for (const spy of writing) spy.mockRestore();
  return calls.length > 0;
}

describe("the rows of the work", () => {
  it("are made as this version says", async () => {
    const { db } = await configured(CONFIGURATION);
    expect(await db.engine.get("permits")).toEqual({ name: "permits", permits: 4 });
    expect(await db.lanes.toArray()).toEqual([{ host: "a.example", cap: 1, gapMs: 1000, nextAt: 0, askedUntil: 0, paused: false, strikes: 0 }]);
    expect(await db.schedules.toArray()).toEqual([
      { id: "poll", everyMs: HALF, nextAt: NOON, cooldownMs: 5 * MINUTE, job: { kind: "poll", key: "poll" }, slots: 0, lastSlotAt: 0, since: NOON },
    ]);
    expect(await db.cursors.toArray()).toMatchObject([
      { name: "hears", forward: 0, priority: 2 },
      { name: "late", forward: 1, priority: 0 },
    ]);
  });

  it("are not written where they are as they should be", async () => {
    const { work, clock } = await configured();
    expect(await writes(() => configure(work, CONFIGURATION))).toBe(true);
    clock.set(NOON + MINUTE);
    expect(await writes(() => configure(work, CONFIGURATION))).toBe(false);
  });

  it.each([
    ["permits", { permits: 5 }],
    ["gap of a lane", { lanes: { "a.example": { cap: 1, gapMs: 2000 } } }],
    ["lane that is switched off", { lanes: { "a.example": { cap: 1, gapMs: 1000, isOff: true } } }],
    ["lane that is gone", { lanes: {} }],
    ["lane", { lanes: { ...CONFIGURATION.lanes, "b.example": { cap: 2, gapMs: 0 } } }],
    ["interval", { schedules: poll(MINUTE) }],
    ["schedule", { schedules: { ...CONFIGURATION.schedules, tidy: { everyMs: HALF, job: { kind: "tidy" } } } }],
    ["schedule that is gone", { schedules: {} }],
  ] as [string, Partial<Configuration>][])("are written once for a new %s", async (_, change) => {
    const { work } = await configured(CONFIGURATION);
    const changed = { ...CONFIGURATION, ...change };
    expect(await writes(() => configure(work, changed))).toBe(true);
    expect(await writes(() => configure(work, changed))).toBe(false);
  });

  it("keep what was learnt and what a person has set", async () => {
    const { db, work } = await configured(CONFIGURATION);
    const learnt = { nextAt: NOON + 5, askedUntil: NOON + 3, paused: true, strikes: 3, lastOkAt: 7, heardAt: 8, silence: { since: 9, at: 9, times: 1 } };
    await db.lanes.update("a.example", learnt);
    await db.cursors.update("hears", { forward: 1, paused: true });
    await db.schedules.update("poll", { slots: 7, lastDoneAt: 5, nextAt: NOON + MINUTE });
    await configure(work, { ...CONFIGURATION, permits: 1, lanes: { "a.example": { cap: 3, gapMs: 1 } } });
    expect(await db.lanes.get("a.example")).toEqual({ host: "a.example", cap: 3, gapMs: 1, ...learnt });
    expect(await db.cursors.get("hears")).toMatchObject({ forward: 1, paused: true });
    expect(await db.schedules.get("poll")).toMatchObject({ slots: 7, lastDoneAt: 5, nextAt: NOON + MINUTE, since: NOON });
  });
});

describe("an interval", () => {
  /** A schedule that ran at noon, ten minutes ago. */
  async function changedTo(everyMs: number): Promise<number | undefined> {
    const { db, work, clock } = await configured(CONFIGURATION);
    await db.schedules.update("poll", { slots: 1, lastSlotAt: NOON, nextAt: NOON + HALF });
    clock.set(NOON + 10 * MINUTE);
    await configure(work, { ...CONFIGURATION, schedules: poll(everyMs) });
    return (await db.schedules.get("poll"))?.nextAt;
  }

  it("that is changed counts from now where its last run lies ahead", async () => {
    const { db, work, clock } = await configured(CONFIGURATION);
    await db.schedules.update("poll", { slots: 1, lastSlotAt: NOON + 400 * 24 * 60 * MINUTE });
    clock.set(NOON + MINUTE);
    await configure(work, { ...CONFIGURATION, schedules: poll(15 * MINUTE) });
    expect(await db.schedules.get("poll")).toMatchObject({ nextAt: NOON + 16 * MINUTE });
  });

  it.each([
    ["shortened counts at once", 15, 15],
    ["shortened to less than has passed is due now", 5, 5],
    ["prolonged counts from the last run", 60, 60],
    ["prolonged ever so much waits no longer than itself", 10_000, 10_000],
  ])("that is %s: every %i minutes, next after %i", async (_, everyMinutes, expected) => {
    expect(await changedTo(everyMinutes * MINUTE)).toBe(NOON + expected * MINUTE);
  });
});

describe("a lane that is gone", () => {
  const WITHOUT = { ...CONFIGURATION, lanes: {} };
  const kinds = { poll: { parse: () => undefined, run: async () => {} }, ask: { parse: () => undefined, run: async () => {}, lane: "a.example" } };

  it("is removed, and a listener's cursor that nobody knows any more with it", async () => {
    const { db, work } = await configured(CONFIGURATION);
    await db.cursors.bulkAdd(["old", "old/7", "asked/7"].map((name) => newCursor(name, { forward: 0, priority: 0 })));
    await configure(work, WITHOUT);
    expect(await db.lanes.count()).toBe(0);
    expect(await db.cursors.toCollection().primaryKeys()).toEqual(["asked/7", "hears", "late"]);
  });

  it("stays as long as a job waits for it or has it", async () => {
    const { db, engine, work } = await freshWork({ kinds });
    await configure(work, CONFIGURATION);
    await engine.enqueue({ kind: "ask", runAt: NOON });
    await configure(work, WITHOUT);
    expect(await db.lanes.count()).toBe(1);
    const { jobs } = await claim(work, { owner: "worker", places: ["background"], dead: new Set() });
    expect(jobs.map(({ job }) => job.kind).sort()).toEqual(["ask", "poll"]);
    await configure(work, WITHOUT);
    expect(await db.lanes.count()).toBe(1);
    await db.jobs.clear();
    await configure(work, WITHOUT);
    expect(await db.lanes.count()).toBe(0);
  });
});

describe("a lane that is gone while its host wants to be left alone", () => {
  it.each([
    ["until then", HOUR, 1],
    ["no longer", -1, 0],
    ["by a clock that was ahead, not at all", 48 * HOUR, 0],
  ])("stays %s, and nothing is said of its trouble", async (_, until, lanes) => {
    const { db, work } = await configured(CONFIGURATION);
    await db.lanes.update("a.example", { strikes: 5, nextAt: NOON + until });
    await configure(work, { ...CONFIGURATION, lanes: {} });
    const left = await db.lanes.toArray();
    expect(left).toMatchObject(Array.from({ length: lanes }, () => ({ strikes: 0, askedUntil: NOON + until })));
    expect(left).toHaveLength(lanes);
    expect(await configure(work, { ...CONFIGURATION, lanes: {} })).toBe(false);
  });
});

describe("a schedule that is gone", () => {
  it("is removed, and asks for no job any more", async () => {
    const { db, work } = await configured(CONFIGURATION, { ...CONFIGURATION, schedules: {} });
    expect(await db.schedules.count()).toBe(0);
    await configure(work, CONFIGURATION);
    expect(await db.schedules.get("poll")).toMatchObject({ nextAt: NOON });
  });
});

it("a schedule that was taken away and comes back goes on where it was, and everything else with it", async () => {
  const ran: string[] = [];
  const schedules: Configuration["schedules"] = poll(HALF);
  const kinds = { poll: { parse: () => undefined, run: async () => void ran.push("poll") } };
  const { db, clock, drain } = await freshWork({ kinds, configuration: { schedules } });
  await drain();
  delete schedules.poll;
  await drain();
  expect(await db.schedules.count()).toBe(0);
  Object.assign(schedules, poll(HALF));
  clock.set(NOON + MINUTE);
  await drain();
  expect(ran).toEqual(["poll", "poll"]);
  expect((await db.jobs.toArray()).map(({ slot }) => slot)).toEqual(["poll#1", "poll#2"]);
});
