import { describe, expect, it } from "vitest";
import { type FreshWork, freshWork, NOON } from "../../test/engine/fresh-work.ts";
import { newCursor } from "./listeners/new-cursor.ts";
import { defineKind, defineListener, type Listener } from "./work.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const ERROR = { kind: "Error", message: "no" };

/** Writes down what it hears; cannot apply what is "bad" while it is told so. */
function writing(faulty: { isFaulty: boolean }, rest: Partial<Listener> = {}): Listener {
  return {
    tables: ["notes"],
    async apply(events, { db, of }) {
      for (const { what } of events as unknown as { what: string }[]) {
        await db.table("notes").add({ text: `${of} ${what}` });
        if (what === "bad" && faulty.isFaulty) throw new Error("bad");
      }
    },
    ...rest,
  };
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
    configuration: { lanes: { "a.example": { cap: 1, gapMs: SECOND } }, schedules: { poll: { everyMs: 30 * MINUTE, job: { kind: "plain", key: "poll" } } } },
  });
  await work.drain();
  return { ...work, faulty };
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

  it.each(["done", "failed", "cancelled", "aborted"] as const)("stays as it ended: %s", async (state) => {
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

  it.each(["todo", "leased", "done", "cancelled", "aborted"] as const)("is not one that is %s", async (state) => {
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
    expect(await engine.pauseLane("b.example", true)).toBe(false);
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

  it("rests for a gap after a start, or as long as it was to", async () => {
    const { db, engine } = await controlled();
    await db.lanes.put({ host: "b.example", cap: 1, gapMs: SECOND, nextAt: NOON + MINUTE, askedUntil: 0, paused: false, strikes: 0 });
    await engine.restLanes();
    expect((await db.lanes.toArray()).map(({ nextAt }) => nextAt)).toEqual([NOON + SECOND, NOON + MINUTE]);
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
    await db.cursors.put({ ...newCursor("history/1", { backward: 1, priority: 3, busyMs: 5 }), paused: true });
    await engine.resetListener("history/1");
    expect(await db.cursors.get("history/1")).toEqual({ ...newCursor("history/1", { backward: 3, priority: 3, busyMs: 5 }), paused: true, generation: 1 });
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
    expect(await db.jobs.where({ state: "done" }).count()).toBe(2);
    expect(due.at).toBe(NOON + 40 * MINUTE);
    expect(await engine.runNow("nothing")).toBe(false);
  });
});

describe("what is old", () => {
  it("is forgotten where it ended before a time: nothing that waits or runs, no fault, nothing that was shown", async () => {
    const { db, engine } = await controlled();
    await db.jobs.clear();
    const states = ["todo", "leased", "done", "failed", "cancelled", "aborted"] as const;
    for (const state of states) {
      const id = await engine.enqueue({ kind: "plain", runAt: 0 });
      await db.jobs.update(id, { state, createdAt: 0, ...(states.indexOf(state) > 1 && { endedAt: NOON - 1 }) });
    }
    const recent = await engine.enqueue({ kind: "plain" });
    await db.jobs.update(recent, { state: "done", endedAt: NOON });
    await db.faults.add({ cursor: "hears", seq: 1, attempts: 5, error: ERROR, at: 0 });
    await db.effects.add({ key: "told:P1R0", at: 0 });
    expect(await engine.forgetJobs(NOON)).toBe(4);
    expect((await db.jobs.toArray()).map(({ state }) => state)).toEqual(["todo", "leased", "done"]);
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
