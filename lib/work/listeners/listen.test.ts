import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type FreshWork, freshWork, NOON, type NotedDatabase } from "../../../test/engine/fresh-work.ts";
import type { Setting } from "../../../test/engine/work-on.ts";
import { claim } from "../claim.ts";
import { nextDue } from "../schedules/next-due.ts";
import { defineKind, defineListener, type Listener, type Tools } from "../work.ts";
import { nextSize, step } from "./listen.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

interface Event {
  seq: number;
  what: string;
}

/** Writes down each event, in two rows; throws at the "bad" ones after the first of the two. */
function writing(rest: Partial<Listener> = {}, isBad: (event: Event) => boolean = ({ what }) => what === "bad"): Listener {
  const listener = defineListener<Event, NotedDatabase>({
    tables: ["notes"],
    async apply(events, { db, of }) {
      for (const event of events) {
        await db.notes.add({ text: `${of} ${event.what}` });
        if (isBad(event)) throw new Error(`cannot read ${event.what}`);
      }
    },
  });
  return { ...listener, ...rest };
}

async function listening(listeners: Record<string, Listener>, rest: Setting = {}): Promise<FreshWork & { log(...events: string[]): Promise<unknown> }> {
  const work = await freshWork({ listeners, ...rest });
  return { ...work, log: (...events) => work.db.log.bulkAdd(events.map((what) => ({ what }))) };
}

describe("a listener", () => {
  it("hears each event once, in order, in batches", async () => {
    const sizes: number[] = [];
    const { drain, log, notes, db } = await listening({
      hears: defineListener<Event, NotedDatabase>({
        tables: ["notes"],
        batch: 3,
        async apply(events, { db }) {
          sizes.push(events.length);
          await db.notes.bulkAdd(events.map(({ what }) => ({ text: what })));
        },
      }),
    });
    await log("a", "b", "c", "d", "e", "f", "g");
    await drain();
    await log("h");
    await drain();
    await drain();
    expect(await notes()).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
    expect(sizes).toEqual([3, 3, 1, 1]);
    expect(await db.cursors.get("hears")).toMatchObject({ forward: 8, done: 8, steppedAt: NOON });
  });

  it("hears what it logs itself", async () => {
    const { drain, log, db } = await listening({
      echo: defineListener<Event>({
        tables: [],
        async apply(events, { db }) {
          for (const { what } of events) if (what.length < 4) await db.log.add({ what: `${what}${what}` });
        },
      }),
    });
    await log("x");
    await drain();
    expect((await db.log.toArray()).map(({ what }) => what)).toEqual(["x", "xx", "xxxx"]);
    expect(await db.cursors.get("echo")).toMatchObject({ forward: 3 });
  });

  it("asks for jobs in the transaction in which it hears, or for none", async () => {
    const ask = async (events: Event[], { enqueue }: Tools) => {
      for (const { what } of events) {
        await enqueue({ kind: "plain", args: what });
        if (what === "bad") throw new Error("bad");
      }
    };
    const kinds = { plain: defineKind<unknown>({ parse: (args) => args, run: async () => {} }) };
    const { drain, log, db } = await listening({ asks: defineListener<Event>({ tables: [], apply: ask }) }, { kinds });
    await log("one", "bad", "two");
    await drain();
    expect((await db.jobs.where({ state: "done" }).toArray()).filter(({ kind }) => kind === "plain").map(({ args }) => args)).toEqual(["one", "two"]);
  });

  it("hears nothing of before its time where it begins now", async () => {
    const { drain, log, notes, db } = await listening({ late: writing({ from: "now" }), asked: writing({ from: "request" }) });
    await log("old");
    await drain();
    await log("new");
    await drain();
    expect(await notes()).toEqual(["late new"]);
    expect(await db.cursors.toCollection().primaryKeys()).toEqual(["late"]);
  });
});

describe("an event that cannot be applied", () => {
  it("is a fault, its writes are undone, and all others are applied once", async () => {
    const { db, drain, log, notes } = await listening({ hears: writing() });
    await log("a", "bad", "b", "bad", "c");
    await drain();
    expect(await notes()).toEqual(["hears a", "hears b", "hears c"]);
    expect(await db.faults.toArray()).toMatchObject([
      { cursor: "hears", seq: 2, attempts: 1, error: { kind: "Error", message: "cannot read bad" }, at: NOON },
      { cursor: "hears", seq: 4, attempts: 1 },
    ]);
    expect(await db.cursors.get("hears")).toMatchObject({ forward: 5, done: 5 });
  });

  it("never loses or doubles another, whichever fail and however large the batches", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), async (bad, batch) => {
        const { db, drain, log, notes } = await listening({ hears: writing({ batch }, ({ seq }) => bad[seq - 1] ?? false) });
        await log(...bad.map((_, place) => String(place)));
        await drain();
        expect(await notes()).toEqual(bad.flatMap((isBad, place) => (isBad ? [] : [`hears ${place}`])));
        expect((await db.faults.toArray()).map(({ seq }) => seq)).toEqual(bad.flatMap((isBad, place) => (isBad ? [place + 1] : [])));
      }),
      { numRuns: 15 },
    );
  });

  it("is tried again later and later, and left alone in the end", async () => {
    const tries: number[] = [];
    const hears = writing({ maxAttempts: 4, retry: { delayMs: MINUTE, maxMs: 3 * MINUTE } }, () => {
      tries.push(work.clock.now());
      return true;
    });
    const work = await listening({ hears });
    const { db, drain, drainNext, log, due } = work;
    await log("bad");
    await drain();
    while (due.at !== undefined) await drainNext();
    expect([...new Set(tries)].map((at) => (at - NOON) / MINUTE)).toEqual([0, 1, 3, 6]);
    const [fault] = await db.faults.toArray();
    expect(fault).toMatchObject({ attempts: 4 });
    expect(fault).not.toHaveProperty("nextAt");
  });

  it("is a fault no more when it can be, and what came meanwhile was not kept waiting", async () => {
    let isBad = true;
    const { db, drain, drainNext, log, notes } = await listening({ hears: writing({}, ({ what }) => what === "bad" && isBad) });
    await log("bad");
    await drain();
    await log("new");
    await drain();
    expect(await notes()).toEqual(["hears new"]);
    isBad = false;
    await drainNext();
    expect(await notes()).toEqual(["hears new", "hears bad"]);
    expect(await db.faults.count()).toBe(0);
    expect(await db.cursors.get("hears")).toMatchObject({ forward: 2, done: 2 });
  });

  it("is one listener's alone", async () => {
    const { db, drain, log, notes } = await listening({ one: writing(), two: writing({}, () => false) });
    await log("bad", "a");
    await drain();
    expect((await notes()).sort()).toEqual(["one a", "two a", "two bad"]);
    expect((await db.faults.toArray()).map(({ cursor }) => cursor)).toEqual(["one"]);
  });

  it.each([
    ["for want of room", () => Promise.reject(new Dexie.QuotaExceededError("full"))],
    ["since it waited for something else", () => Promise.reject(new Dexie.PrematureCommitError("committed too early"))],
    ["since its transaction was over", () => Promise.reject(new Dexie.TransactionInactiveError("over"))],
  ] as [string, () => Promise<never>][])("%s is not the event's fault: it is heard again when it can be, as often as that takes", async (_, refuse) => {
    let isRefused = true;
    const hears = defineListener<Event, NotedDatabase>({
      tables: ["notes"],
      maxAttempts: 2,
      async apply(events, { db }) {
        await db.notes.bulkAdd(events.map(({ what }) => ({ text: what })));
        if (isRefused) await refuse();
      },
    });
    const { db, due, clock, drain, log, notes } = await listening({ hears });
    await log("a", "b");
    for (let times = 0; times < 5; times++) {
      await drain();
      const [waits] = await db.jobs.where("runAt").above(0).toArray();
      expect(due.at).toBe(waits?.runAt);
      expect(due.at).toBeGreaterThan(clock.now());
      clock.set(clock.now() + 5 * MINUTE);
    }
    expect(await db.faults.count()).toBe(0);
    expect(await db.cursors.get("hears")).toMatchObject({ forward: 0 });
    isRefused = false;
    await drain();
    expect(await notes()).toEqual(["a", "b"]);
  });

  it("that has left the log since is forgotten", async () => {
    const { db, drain, drainNext, log } = await listening({ hears: writing() });
    await log("bad", "a");
    await drain();
    await db.log.delete(1);
    await drainNext();
    expect(await db.faults.count()).toBe(0);
  });
});

it("thousands of faults make no look at the work and no step dearer", async () => {
  const { db, work, clock, log, drain } = await listening({ one: writing(), two: writing() });
  await drain();
  let read = 0;
  db.faults.hook("reading", (fault) => {
    read++;
    return fault;
  });
  const moving = vi.spyOn(IDBCursor.prototype, "continue");
  onTestFinished(() => moving.mockRestore());
  const cost = async () => {
    read = 0;
    moving.mockClear();
    await claim(work, { owner: "worker", places: [], dead: new Set() });
    await nextDue(work, db);
    await step(work, "one", work.listeners.one as Listener);
    return read + moving.mock.calls.length;
  };
  const fault = (seq: number) => ({ cursor: "one", seq, attempts: 1, nextAt: NOON + seq * SECOND, error: { kind: "Error", message: "no" }, at: NOON });
  await log("a");
  await db.cursors.update("one", { forward: 1 });
  await db.faults.add(fault(1));
  clock.set(NOON + MINUTE);
  const few = await cost();
  await db.faults.bulkAdd(Array.from({ length: 1000 }, (_, seq) => fault(seq + 2)));
  expect(await cost()).toBeLessThanOrEqual(few + 10);
});

it("a listener that waits for something else than the database has no fault noted, and no mark moved", async () => {
  const waits = defineListener<Event, NotedDatabase>({
    tables: ["notes"],
    async apply(_, { db }) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await db.notes.add({ text: "too late" });
    },
  });
  const { db, work, drain, log, notes } = await listening({ waits });
  await drain();
  await log("a", "b");
  await expect(step(work, "waits", waits)).rejects.toMatchObject({ name: "TransactionInactiveError" });
  expect(await notes()).toEqual([]);
  expect(await db.faults.count()).toBe(0);
  expect(await db.cursors.get("waits")).toMatchObject({ forward: 0 });
});

it("a fault that a wrong clock has planned is tried again now", async () => {
  let isBad = true;
  const { db, clock, drain, log, notes, due } = await listening({ hears: writing({}, () => isBad) });
  clock.set(NOON + 400 * DAY);
  await log("bad", "worse");
  await drain();
  expect(await db.faults.toArray()).toMatchObject([1, 2].map((seq) => ({ seq, nextAt: NOON + 400 * DAY + MINUTE })));
  isBad = false;
  clock.set(NOON);
  await drain();
  expect(await notes()).toEqual(["hears bad", "hears worse"]);
  expect(await db.faults.count()).toBe(0);
  expect(due.at).toBeUndefined();
});

it("a fault waits a day, and no more", async () => {
  const { db, drain, log, due } = await listening({ hears: writing({ retry: { delayMs: DAY, maxMs: DAY } }) });
  await log("bad");
  await drain();
  expect(due.at).toBe(NOON + DAY);
  await db.faults.toCollection().modify({ nextAt: NOON + DAY + 1 });
  await drain();
  expect(await db.faults.toArray()).toMatchObject([{ attempts: 2, nextAt: NOON + DAY }]);
});

describe("a batch", () => {
  it.each([
    ["grows to twice its size where it took no time", 200, 0, 1000, 400],
    ["grows no further than it may", 200, 0, 300, 300],
    ["grows as far as its time allows", 200, 40, 1000, 250],
    ["stays where it took as long as it should", 200, 50, 1000, 200],
    ["shrinks where it took too long", 200, 100, 1000, 100],
    ["shrinks at once as far as it has to", 200, 500, 1000, 20],
    ["shrinks no further than that", 200, 60_000, 1000, 20],
    ["is never larger than it may, however small that is", 10, 60_000, 10, 10],
  ])("%s", (_, size, took, most, expected) => {
    expect(nextSize(size, took, most)).toBe(expected);
  });

  it("is as large as it may within its bounds, whatever it took", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(1e6), fc.integer({ min: 1, max: 1000 }), (size, took, most) => {
        const next = nextSize(size, took, most);
        expect(next).toBeLessThanOrEqual(most);
        expect(next).toBeGreaterThanOrEqual(Math.min(20, most));
      }),
    );
  });

  it("that takes long is followed by smaller ones, and by larger ones when they are quick", async () => {
    const sizes: number[] = [];
    const { clock, drain, log, ...work } = await listening({
      slow: {
        tables: [],
        async apply(events) {
          sizes.push(events.length);
          if (sizes.length < 3) clock.set(clock.now() + events.length);
        },
      },
    });
    await log(...Array.from({ length: 500 }, (_, place) => String(place)));
    await drain();
    expect(sizes).toEqual([200, 50, 50, 100, 100]);
    expect(await work.db.cursors.get("slow")).toMatchObject({ forward: 500, done: 500 });
  });
});

describe("a listener with much to hear", () => {
  it.each([
    ["as much as it takes", 3, 3, {}, "heavy"],
    ["less", 3, 2, {}, "background"],
    ["anything, where it always does", 0, 1, {}, "heavy"],
    ["any number, where it never does", undefined, 9, {}, "background"],
    ["what is left of it", 3, 9, { forward: 7 }, "background"],
    ["what it has not looked back at", 3, 9, { forward: 9, backward: 4 }, "heavy"],
    ["a little that it has not looked back at", 3, 9, { forward: 9, backward: 3 }, "background"],
  ] as const)("hears %s where heavy work belongs: from %s on, of %i", async (_, heavyFrom, count, marks, place) => {
    const { db, work, log, drain } = await listening({ hears: writing({ ...(heavyFrom !== undefined && { heavyFrom }) }) });
    await drain();
    await log(...Array.from({ length: count }, (_, place) => String(place)));
    await db.cursors.update("hears", { forward: 0, ...marks });
    await claim(work, { owner: "worker", places: [], dead: new Set() });
    expect(await db.jobs.toArray()).toMatchObject([{ kind: "listen", args: { cursor: "hears" }, place, state: "todo" }]);
  });

  it("hears only what the one before it has heard, and that alone counts", async () => {
    const { db, work, log, drain } = await listening({ first: writing(), second: writing({ after: "first", heavyFrom: 3 }) });
    await drain();
    await log("a", "b", "c", "d");
    await db.cursors.update("first", { forward: 2 });
    await claim(work, { owner: "worker", places: [], dead: new Set() });
    expect((await db.jobs.toArray()).map(({ key, place }) => [key, place])).toEqual([
      ["listen:first", "background"],
      ["listen:second", "background"],
    ]);
  });
});

describe("a listener that follows another", () => {
  it("hears only what that one has heard", async () => {
    const { db, engine, drain, log, notes } = await listening({ first: writing({ batch: 2 }), second: writing({ after: "first", priority: 5 }) });
    await drain();
    await engine.pauseListener("first", true);
    await log("a", "b", "c");
    await drain();
    expect(await notes()).toEqual([]);
    await db.cursors.update("first", { forward: 2 });
    await drain();
    expect(await notes()).toEqual(["second a", "second b"]);
    await engine.pauseListener("first", false);
    await drain();
    expect(await notes()).toEqual(["second a", "second b", "first c", "second c"]);
  });

  it("is not kept back by what that one could not apply", async () => {
    const { drain, log, notes } = await listening({ first: writing(), second: writing({ after: "first" }, () => false) });
    await log("bad");
    await drain();
    expect(await notes()).toEqual(["second bad"]);
  });
});

describe("a listener that looks back", () => {
  it("hears what was logged, latest first, batch by batch, and is gone then", async () => {
    const { db, engine, drain, log, notes } = await listening({ history: writing({ from: "request", batch: 2 }) });
    await log("a", "b", "c", "d", "e");
    await engine.lookBack("history/12");
    await log("later");
    await drain();
    expect(await notes()).toEqual(["e", "d", "c", "b", "a"].map((what) => `12 ${what}`));
    expect(await db.cursors.count()).toBe(0);
  });

  it("stays for as long as it has faults to try again", async () => {
    let isBad = true;
    const history = writing({ from: "request" }, ({ what }) => what === "bad" && isBad);
    const { db, engine, drain, drainNext, log, notes } = await listening({ history });
    await log("a", "bad", "b");
    await engine.lookBack("history/12");
    await drain();
    expect(await notes()).toEqual(["12 b", "12 a"]);
    expect(await db.cursors.get("history/12")).toMatchObject({ done: 3 });
    isBad = false;
    await drainNext();
    expect(await notes()).toEqual(["12 b", "12 a", "12 bad"]);
    expect([await db.cursors.count(), await db.faults.count()]).toEqual([0, 0]);
  });

  it("has nothing to do where nothing was logged", async () => {
    const { db, engine, drain, due } = await listening({ history: writing({ from: "request" }) });
    await engine.lookBack("history/12");
    await drain();
    expect(await db.cursors.count()).toBe(0);
    expect(due.at).toBeUndefined();
  });
});

describe("a cursor whose listener this version does not know", () => {
  it("is left alone by those that run, asks for no alarm, and is removed by the next slice", async () => {
    const { db, work, drain, log } = await listening({});
    await db.cursors.add({ name: "later", forward: 0, generation: 0, priority: 0, paused: false, done: 0, spentMs: 0, steppedAt: 0 });
    await log("a");
    await claim(work, { owner: "worker", places: ["background"], dead: new Set() });
    expect(await db.jobs.count()).toBe(0);
    expect(await nextDue(work, db)).toBeUndefined();
    await drain();
    expect(await db.cursors.count()).toBe(0);
  });
});
