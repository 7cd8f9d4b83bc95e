import { describe, expect, it } from "vitest";
import { type FreshWork, freshWork, NOON, type NotedDatabase } from "../../test/engine/fresh-work.ts";
import { waiting } from "./jobs/job-state.ts";
import { newCursor } from "./listeners/new-cursor.ts";
import { JOB_STATES, WAITING_STATES } from "./rows.ts";
import { defineKind, defineListener, type Hastener, type Listener } from "./work.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ENDED = ["done", "failed", "cancelled", "aborted"] as const;
const ERROR = { kind: "Error", message: "no" };

/** Writes down what it hears; cannot apply what is "bad" while it is told so. */
function writing(faulty: { isFaulty: boolean }, rest: Partial<Listener> = {}): Listener {
  const listener = defineListener<{ what: string }, NotedDatabase>({
    tables: ["notes"],
    async apply(events, { db, of }) {
      for (const { what } of events) {
        await db.notes.add({ text: `${of} ${what}` });
        if (what === "bad" && faulty.isFaulty) throw new Error("bad");
      }
    },
  });
  return { ...listener, ...rest };
}

/** An engine that has drained once. */
async function controlled(): Promise<FreshWork & { faulty: { isFaulty: boolean } }> {
  const faulty = { isFaulty: true };
  const work = await freshWork({
    kinds: {
      plain: defineKind<undefined>({ parse: () => undefined, run: async () => {} }),
      asking: defineKind<undefined>({ parse: () => undefined, run: async () => {}, lane: "a.example" }),
      failing: defineKind<undefined>({ parse: () => undefined, maxAttempts: 2, run: async () => ({ error: ERROR }) }),
      endless: defineKind<undefined>({
        parse: () => undefined,
        run: (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      }),
    },
    listeners: { hears: writing(faulty), history: writing(faulty, { from: "request" }) },
    configuration: {
      lanes: { "a.example": { cap: 1, gapMs: SECOND }, "b.example": { cap: 1, gapMs: SECOND } },
      schedules: {
        poll: { everyMs: 30 * MINUTE, job: { kind: "plain", key: "poll" } },
        check: { everyMs: 30 * MINUTE, job: { kind: "asking", key: "check" } },
      },
    },
  });
  await work.drain();
  return { ...work, faulty };
}

/** A job that was put off for an hour. */
async function putOff({ db, engine }: FreshWork, hastenedBy: readonly Hastener[], kind = "plain"): Promise<number> {
  const id = await engine.enqueue({ kind, key: `put-off:${hastenedBy}` });
  const job = await db.jobs.get(id);
  if (job) await db.jobs.put(waiting({ ...job, putOffs: 4 }, NOON + HOUR, NOON, { state: "put-off", error: ERROR, hastenedBy }));
  return id;
}

const log = ({ db }: FreshWork, ...events: string[]) => db.log.bulkAdd(events.map((what) => ({ what })));

describe("a job that nobody wants any more", () => {
  it("ends as cancelled where it waits", async () => {
    const { db, engine, drain } = await controlled();
    const id = await engine.enqueue({ kind: "plain", key: "one", runAt: NOON + MINUTE });
    expect(await engine.cancelJob(id)).toBe(true);
    expect(await db.jobs.get(id)).toMatchObject({ state: "cancelled", endedAt: NOON, attempts: 0 });
    expect(await engine.enqueue({ kind: "plain", key: "one" })).not.toBe(id);
    await drain();
    expect(await db.jobs.get(id)).toMatchObject({ state: "cancelled" });
  });

  it.each(WAITING_STATES)("ends as cancelled where it is %s", async (state) => {
    const { db, engine } = await controlled();
    const id = await engine.enqueue({ kind: "plain", key: "one", runAt: NOON + MINUTE });
    const job = await db.jobs.get(id);
    if (job) await db.jobs.put(waiting(job, NOON + MINUTE, NOON, { state, hastenedBy: ["person"] }));
    expect(await engine.cancelJob(id)).toBe(true);
    expect(await db.jobs.get(id)).toMatchObject({ state: "cancelled", endedAt: NOON });
    expect(await db.jobs.get(id)).not.toHaveProperty("hastenedBy");
  });

  it("ends as aborted where it runs and heeds it, without another attempt", async () => {
    const { db, clock, engine, pass } = await controlled();
    const id = await engine.enqueue({ kind: "endless" });
    const draining = engine.drain();
    await clock.settle();
    expect(await engine.cancelJob(id)).toBe(true);
    expect(await db.jobs.get(id)).toMatchObject({ state: "leased", abort: true });
    await pass(Promise.all([engine.drain(), draining]));
    expect(clock.now()).toBe(NOON);
    expect(await db.jobs.get(id)).toMatchObject({ state: "aborted", attempts: 1, endedAt: NOON });
  });

  it("ends as aborted where its worker is dead", async () => {
    const { db, clock, engine, drainNext } = await controlled();
    const id = await engine.enqueue({ kind: "plain", runAt: NOON + MINUTE });
    await db.jobs.update(id, { state: "leased", owner: "dead", token: "dead#1", until: NOON + MINUTE, attempts: 1 });
    await engine.cancelJob(id);
    clock.set(NOON + MINUTE);
    await drainNext();
    expect(await db.jobs.get(id)).toMatchObject({ state: "aborted" });
  });

  it.each(ENDED)("stays as it ended: %s", async (state) => {
    const { db, engine } = await controlled();
    const id = await engine.enqueue({ kind: "plain" });
    await db.jobs.update(id, { state });
    expect(await engine.cancelJob(id)).toBe(false);
    expect(await db.jobs.get(id)).toMatchObject({ state });
  });

  it("is none where there is no such job", async () => {
    const { engine } = await controlled();
    expect(await engine.cancelJob(999)).toBe(false);
  });
});

describe("a job that has failed", () => {
  it("runs again as often as the first time", async () => {
    const { db, engine, drain } = await controlled();
    const id = await engine.enqueue({ kind: "failing" });
    await drain();
    expect(await db.jobs.get(id)).toMatchObject({ state: "failed", attempts: 2 });
    expect(await engine.retryJob(id)).toBe(true);
    await drain();
    expect(await db.jobs.get(id)).toMatchObject({ state: "failed", attempts: 4 });
    await engine.retryJob(id);
    await drain();
    expect(await db.jobs.get(id)).toMatchObject({ state: "failed", attempts: 6 });
  });

  it("stays as it is where another of its key waits", async () => {
    const { db, engine, drain } = await controlled();
    const id = await engine.enqueue({ kind: "failing", key: "one" });
    await drain();
    await engine.enqueue({ kind: "failing", key: "one", runAt: NOON + 30 * MINUTE });
    expect(await engine.retryJob(id)).toBe(false);
    expect(await db.jobs.get(id)).toMatchObject({ state: "failed" });
  });

  it("runs again where its lane was removed meanwhile", async () => {
    const { db, engine, drain } = await freshWork({
      kinds: { failing: defineKind<undefined>({ parse: () => undefined, maxAttempts: 1, run: async () => ({ error: ERROR }) }) },
    });
    const id = await engine.enqueue({ kind: "failing", lane: "mirror.example" });
    await drain();
    await drain();
    expect([(await db.jobs.get(id))?.state, await db.lanes.count()]).toEqual(["failed", 0]);
    expect(await engine.retryJob(id)).toBe(true);
    await drain();
    expect(await db.jobs.get(id)).toMatchObject({ state: "failed", attempts: 2 });
  });

  it.each(JOB_STATES.filter((state) => state !== "failed"))("is not one that is %s", async (state) => {
    const { db, engine } = await controlled();
    const id = await engine.enqueue({ kind: "plain" });
    await db.jobs.update(id, { state });
    expect(await engine.retryJob(id)).toBe(false);
  });
});

describe("a lane", () => {
  it("that is paused gives no job away until it is resumed", async () => {
    const { db, engine, drain, due } = await controlled();
    expect(await engine.pauseLane("a.example", true)).toBe(true);
    const id = await engine.enqueue({ kind: "asking" });
    await drain();
    expect(await db.jobs.get(id)).toMatchObject({ state: "todo", attempts: 0 });
    expect(due.at).toBe(NOON + 30 * MINUTE);
    await engine.pauseLane("a.example", false);
    await drain();
    expect(await db.jobs.get(id)).toMatchObject({ state: "done" });
  });

  it("that is not there cannot be paused", async () => {
    const { engine } = await controlled();
    expect(await engine.pauseLane("c.example", true)).toBe(false);
  });

  it.each([
    ["is asked at once where only we were cautious", { nextAt: NOON + MINUTE, askedUntil: 0 }, 0, NOON + SECOND],
    ["is left alone where it has asked for that", { nextAt: NOON + MINUTE, askedUntil: NOON + MINUTE }, NOON + MINUTE, NOON + MINUTE],
  ])("that a person wants asked %s", async (_, lane, told, nextAt) => {
    const { db, engine } = await controlled();
    await db.lanes.update("a.example", lane);
    await db.schedules.update("poll", { nextAt: NOON + MINUTE });
    expect(await engine.askNow("a.example", "poll")).toBe(told);
    expect(await db.lanes.get("a.example")).toMatchObject({ nextAt });
    expect((await db.schedules.get("poll"))?.nextAt).toBe(told === 0 ? NOON : NOON + MINUTE);
  });

  it("whose host asked for more than it can is asked at once where a person wants it", async () => {
    const { db, engine } = await controlled();
    await db.lanes.update("a.example", { nextAt: NOON + 400 * DAY, askedUntil: NOON + 400 * DAY });
    expect(await engine.askNow("a.example", "check")).toBe(0);
    expect(await db.lanes.get("a.example")).toMatchObject({ nextAt: NOON + SECOND });
    expect(await db.schedules.get("check")).toMatchObject({ nextAt: NOON, wanted: true });
  });

  it("rests for a gap after a start, or as long as it was to, where it was not silent", async () => {
    const { db, engine } = await controlled();
    const lane = { cap: 1, gapMs: SECOND, askedUntil: 0, paused: false, strikes: 0 };
    await db.lanes.bulkPut([
      { ...lane, host: "a.example", nextAt: 0 },
      { ...lane, host: "b.example", nextAt: NOON + MINUTE },
      { ...lane, host: "c.example", nextAt: NOON + MINUTE, silence: { since: NOON, at: NOON, times: 4 } },
    ]);
    await engine.startAnew();
    expect((await db.lanes.toArray()).map(({ nextAt }) => nextAt)).toEqual([NOON + SECOND, NOON + MINUTE, NOON + SECOND]);
  });
});

describe("a job that was put off", () => {
  const ends: [string, Hastener, (work: FreshWork) => Promise<unknown>][] = [
    ["the network is there", "network", ({ engine }) => engine.hasten("network")],
    ["a permission is given", "permission", ({ engine }) => engine.hasten("permission")],
    ["the person is there", "person", ({ engine }) => engine.hasten("person")],
    ["the browser has started", "start", ({ engine }) => engine.hasten("start")],
    ["the person asks for a host", "person", ({ engine }) => engine.askNow("a.example", "check")],
    ["the person runs a schedule", "person", ({ engine }) => engine.runNow("poll")],
    ["a host is resumed", "person", ({ engine }) => engine.pauseLane("a.example", false)],
    ["all starts anew", "start", ({ engine }) => engine.startAnew()],
  ];

  it.each(ends)("runs now when %s, where it waits for that: %s", async (_, by, what) => {
    const work = await controlled();
    const { db, clock, drain } = work;
    const mine = await putOff(work, ["network", "permission", "person", "start"]);
    const others = await putOff(
      work,
      (["network", "permission", "person", "start"] as const).filter((other) => other !== by),
    );
    const nobodys = await putOff(work, []);
    const first = await db.jobs.get(mine);
    clock.set(NOON + MINUTE);
    await what(work);
    expect(await db.jobs.get(mine)).toEqual({ ...first, runAt: NOON + MINUTE, rank: NOON + MINUTE });
    await drain();
    expect((await db.jobs.bulkGet([mine, others, nobodys])).map((job) => job?.state)).toEqual(["done", "put-off", "put-off"]);
  });

  it.each([
    ["a host is paused", (work: FreshWork) => work.engine.pauseLane("a.example", true)],
    ["nothing is asked of a host that rests on demand", (work: FreshWork) => work.engine.askNow("a.example", "check")],
  ])("waits on when %s", async (_, what) => {
    const work = await controlled();
    await work.db.lanes.update("a.example", { nextAt: NOON + MINUTE, askedUntil: NOON + MINUTE });
    const id = await putOff(work, ["person"]);
    await what(work);
    expect(await work.db.jobs.get(id)).toMatchObject({ state: "put-off", runAt: NOON + HOUR });
  });

  it("is not made later by that, and its host is asked no sooner than a gap from now", async () => {
    const work = await controlled();
    const { db, engine } = work;
    const id = await putOff(work, ["network"], "asking");
    await db.jobs.update(id, { runAt: NOON - MINUTE });
    await db.lanes.update("a.example", { nextAt: NOON + 4 * MINUTE, silence: { since: NOON, at: NOON, times: 4 } });
    await db.lanes.update("b.example", { nextAt: NOON + 4 * MINUTE });
    expect(await engine.hasten("network")).toBe(1);
    expect(await db.jobs.get(id)).toMatchObject({ runAt: NOON - MINUTE });
    expect((await db.lanes.toArray()).map(({ nextAt }) => nextAt)).toEqual([NOON + SECOND, NOON + 4 * MINUTE]);
  });

  it("for want of a permission leaves a silent host alone when it is given", async () => {
    const { db, engine } = await controlled();
    await db.lanes.update("a.example", { nextAt: NOON + 4 * MINUTE, silence: { since: NOON, at: NOON, times: 4 } });
    expect(await engine.hasten("permission")).toBe(0);
    expect(await db.lanes.get("a.example")).toMatchObject({ nextAt: NOON + 4 * MINUTE });
  });
});

describe("a listener", () => {
  it("that is paused hears nothing until it is resumed, and then all of it", async () => {
    const work = await controlled();
    expect(await work.engine.pauseListener("hears", true)).toBe(true);
    await log(work, "one", "two");
    await work.drain();
    expect(await work.notes()).toEqual([]);
    expect(work.due.at).toBe(NOON + 30 * MINUTE);
    await work.engine.pauseListener("hears", false);
    await work.drain();
    expect(await work.notes()).toEqual(["hears one", "hears two"]);
    expect(await work.engine.pauseListener("nobody", true)).toBe(false);
  });

  it("that is reset hears all again, as another generation, and has forgotten what failed", async () => {
    const work = await controlled();
    const { db, engine, drain, notes, faulty } = work;
    await log(work, "one", "bad");
    await drain();
    expect(await db.faults.count()).toBe(1);
    faulty.isFaulty = false;
    expect(await engine.resetListener("hears")).toBe(true);
    expect(await db.faults.count()).toBe(0);
    expect(await db.cursors.get("hears")).toMatchObject({ forward: 0, generation: 1, done: 0, spentMs: 0, steppedAt: 0 });
    await drain();
    expect(await notes()).toEqual(["hears one", "hears one", "hears bad"]);
    expect(await db.cursors.get("hears")).toMatchObject({ forward: 2, generation: 1, done: 2 });
    expect(await engine.resetListener("nobody")).toBe(false);
  });

  it("that is reset keeps what was set of it, and looks back again where that is all it does", async () => {
    const work = await controlled();
    const { db, engine } = work;
    await log(work, "one", "two");
    await db.cursors.put({ ...newCursor("history/1", { backward: 1, priority: 3 }), paused: true });
    await engine.resetListener("history/1");
    expect(await db.cursors.get("history/1")).toEqual({ ...newCursor("history/1", { backward: 3, priority: 3 }), paused: true, generation: 1 });
  });

  it("hears again what failed and nothing else, when it is asked to", async () => {
    const work = await controlled();
    const { db, engine, drain, notes, faulty } = work;
    await log(work, "one", "bad", "two", "bad");
    await drain();
    await db.faults.toCollection().modify((fault) => {
      delete fault.nextAt;
    });
    await db.faults.add({ cursor: "another", seq: 1, attempts: 5, error: ERROR, at: 0 });
    faulty.isFaulty = false;
    expect(await engine.retryFaults("hears")).toBe(2);
    expect(await db.faults.where({ cursor: "hears" }).toArray()).toMatchObject([2, 4].map((seq) => ({ seq, attempts: 0, nextAt: NOON })));
    await drain();
    expect(await notes()).toEqual(["hears one", "hears two", "hears bad", "hears bad"]);
    expect(await db.faults.toArray()).toMatchObject([{ cursor: "another", attempts: 5 }]);
    expect(await db.cursors.get("hears")).toMatchObject({ forward: 4, done: 4 });
  });

  it("looks back at what was logged, latest first, as often as it is asked to, and leaves no mark", async () => {
    const work = await controlled();
    await log(work, "one", "two");
    await work.drain();
    await work.db.notes.clear();
    await work.engine.lookBack("history/7");
    await work.drain();
    expect(await work.notes()).toEqual(["7 two", "7 one"]);
    expect(await work.db.cursors.get("history/7")).toBeUndefined();
    await work.engine.lookBack("history/7");
    await work.drain();
    expect(await work.notes()).toHaveLength(4);
  });
});

describe("a schedule", () => {
  it("runs now, once, and then at its usual distance", async () => {
    const { db, clock, engine, drain, due } = await controlled();
    clock.set(NOON + 10 * MINUTE);
    expect(await engine.runNow("poll")).toBe(true);
    expect(await engine.runNow("poll")).toBe(true);
    await drain();
    expect((await db.jobs.where({ state: "done" }).toArray()).filter(({ schedule }) => schedule === "poll")).toHaveLength(2);
    expect(await db.schedules.get("poll")).toMatchObject({ nextAt: NOON + 40 * MINUTE });
    expect(due.at).toBe(NOON + 30 * MINUTE);
    expect(await engine.runNow("nothing")).toBe(false);
  });
});

describe("a schedule that a person wants run", () => {
  it.each([
    ["has its host asked soon where only we were cautious", { nextAt: NOON + 4 * MINUTE, askedUntil: 0, strikes: 7 }, NOON + SECOND],
    ["waits as long as the host asked for", { nextAt: NOON + HOUR, askedUntil: NOON + HOUR, strikes: 7 }, NOON + HOUR],
  ])("%s", async (_, lane, nextAt) => {
    const { db, engine } = await controlled();
    await db.lanes.update("a.example", lane);
    await db.lanes.update("b.example", { nextAt: NOON + 4 * MINUTE });
    expect(await engine.runNow("check")).toBe(true);
    expect((await db.lanes.toArray()).map(({ nextAt }) => nextAt)).toEqual([nextAt, NOON + 4 * MINUTE]);
    expect(await db.schedules.get("check")).toMatchObject({ nextAt: NOON, wanted: true });
  });
});

describe("what is old", () => {
  it("is forgotten where it ended before a time: nothing that waits or runs, no fault, nothing that was shown", async () => {
    const { db, engine } = await controlled();
    await db.jobs.clear();
    for (const state of JOB_STATES) {
      const id = await engine.enqueue({ kind: "plain", runAt: 0 });
      await db.jobs.update(id, { state, createdAt: 0, ...(ENDED.some((end) => end === state) && { endedAt: NOON - 1 }) });
    }
    const recent = await engine.enqueue({ kind: "plain" });
    await db.jobs.update(recent, { state: "done", endedAt: NOON });
    await db.faults.add({ cursor: "hears", seq: 1, attempts: 5, error: ERROR, at: 0 });
    await db.effects.add({ key: "told:P1R0", at: 0 });
    expect(await engine.forgetJobs(NOON)).toBe(4);
    expect((await db.jobs.toArray()).map(({ state }) => state)).toEqual([...WAITING_STATES, "leased", "done"]);
    expect([await db.faults.count(), await db.effects.count()]).toEqual([1, 1]);
  });
});

describe("a listener that began late", () => {
  it("hears what was logged before, when it is asked to look back, beside what is new", async () => {
    const heard: string[] = [];
    const late = defineListener<{ what: string }>({
      tables: [],
      from: "now",
      async apply(events) {
        heard.push(...events.map(({ what }) => what));
      },
    });
    const work = await freshWork({ listeners: { late } });
    await log(work, "one", "two");
    await work.drain();
    expect(heard).toEqual([]);
    await work.engine.lookBack("late");
    await work.drain();
    await log(work, "three");
    await work.drain();
    expect(heard).toEqual(["two", "one", "three"]);
    expect(await work.db.cursors.get("late")).toMatchObject({ forward: 3 });
  });
});
