import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { describe, expect, it } from "vitest";
import { freshWork, NOON, type NotedDatabase } from "../../test/engine/fresh-work.ts";
import type { Place } from "./rows.ts";
import { defineKind, isQuotaError, type Kind, type RunningJob } from "./work.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const noting = (run: (job: RunningJob) => Promise<void> = async () => {}, rest: Pick<Kind, "place" | "lane"> = {}) =>
  defineKind<string, NotedDatabase>({
    parse: (args) => String(args),
    tables: ["notes"],
    async run(text, job) {
      await run(job);
      return {
        async commit({ db }) {
          await db.notes.add({ text });
        },
      };
    },
    ...rest,
  });

describe("a call to drain", () => {
  it("while it drains joins in, and what it was made for is done when it resolves", async () => {
    const work = await freshWork({ kinds: { plain: noting(), slow: noting((job) => work.clock.sleep(5 * SECOND, job.signal, () => true)) } });
    const { clock, engine, pass, notes } = work;
    await engine.enqueue({ kind: "slow", args: "slow" });
    const first = engine.drain();
    await clock.settle();
    await engine.enqueue({ kind: "plain", args: "plain" });
    const second = engine.drain();
    expect(second).toBe(first);
    await clock.settle();
    // It does not wait for what has begun before.
    expect(await notes()).toEqual(["plain"]);
    await pass(second);
    expect(await notes()).toEqual(["plain", "slow"]);
  });

  it("takes what the configuration says by then, also while it drains", async () => {
    const schedules: Record<string, { everyMs: number; job: { kind: string; args: string } }> = {};
    const work = await freshWork({
      kinds: { plain: noting(), slow: noting((job) => work.clock.sleep(5 * SECOND, job.signal, () => true)) },
      configuration: { schedules },
    });
    await work.engine.enqueue({ kind: "slow", args: "slow" });
    const first = work.engine.drain();
    await work.clock.settle();
    schedules.new = { everyMs: MINUTE, job: { kind: "plain", args: "scheduled" } };
    void work.engine.drain();
    await work.clock.settle();
    expect(await work.notes()).toEqual(["scheduled"]);
    await work.pass(first);
  });

  it("tells when something is due next, before it begins and when it has ended, and how many jobs it ran", async () => {
    const told: (number | undefined)[] = [];
    const ends: number[] = [];
    const { db, engine, drain } = await freshWork({
      kinds: { plain: noting() },
      around: {
        async onDue(at) {
          told.push(at);
        },
        async onSliceEnd(ran) {
          ends.push(ran);
        },
      },
    });
    await engine.enqueue({ kind: "plain", args: "now" });
    await engine.enqueue({ kind: "plain", args: "later", runAt: NOON + MINUTE });
    await drain();
    // Once more before the rows are brought in line, which they are once.
    expect(told).toEqual([NOON, NOON, NOON + MINUTE]);
    expect(ends).toEqual([1]);
    await db.jobs.clear();
    await drain();
    expect(told.at(-1)).toBeUndefined();
  });

  it("that finds nothing due takes nothing and tells once when something is, whoever called while the database was opened", async () => {
    const points: string[] = [];
    const work = await freshWork({ kinds: { plain: noting() }, world: { point: async (name) => void points.push(name) } });
    await work.engine.enqueue({ kind: "plain", args: "later", runAt: NOON + MINUTE });
    await work.drain();
    points.length = 0;
    const first = work.engine.drain();
    void work.engine.drain();
    await work.pass(first);
    expect(points).toEqual(["before alarm", "after alarm"]);
    expect(work.due.at).toBe(NOON + MINUTE);
  });

  it("that finds a host's rest as only a wrong clock plans it sets it right, and asks the host after a gap", async () => {
    const lanes = { "a.example": { cap: 1, gapMs: MINUTE } };
    const { clock, db, engine, drain, drainNext, notes } = await freshWork({
      kinds: { ask: noting(undefined, { lane: "a.example" }) },
      configuration: { lanes },
    });
    await drain();
    await db.lanes.update("a.example", { nextAt: NOON + 400 * 24 * 60 * MINUTE });
    await engine.enqueue({ kind: "ask", args: "asked" });
    await drain();
    await drainNext();
    expect(await notes()).toEqual(["asked"]);
    expect(clock.now()).toBe(NOON + MINUTE);
  });

  it("waits for what is due before long, and not for what is not", async () => {
    const { clock, engine, drain, notes, due } = await freshWork({ kinds: { plain: noting() } });
    await engine.enqueue({ kind: "plain", args: "soon", runAt: NOON + 5 * SECOND });
    await engine.enqueue({ kind: "plain", args: "late", runAt: NOON + MINUTE });
    await drain();
    expect(await notes()).toEqual(["soon"]);
    expect(clock.now()).toBe(NOON + 5 * SECOND);
    expect(due.at).toBe(NOON + MINUTE);
  });

  it("works in slices: a job that takes as long ends, and what waits behind it follows", async () => {
    const { clock, engine, drain, notes } = await freshWork({
      kinds: { slow: noting((job) => clock.sleep(25 * SECOND, job.signal, () => true)) },
      configuration: { permits: 1 },
    });
    for (const args of ["one", "two"]) await engine.enqueue({ kind: "slow", args });
    await drain();
    expect(await notes()).toEqual(["one", "two"]);
    expect(clock.now()).toBe(NOON + 50 * SECOND);
  });

  it("rests all lanes once after a start of the browser", async () => {
    let isCold = true;
    const lanes = { "a.example": { cap: 1, gapMs: MINUTE } };
    const { db, drain } = await freshWork({ configuration: { lanes }, around: { isColdStart: async () => isCold } });
    await db.lanes.add({ host: "a.example", ...lanes["a.example"], nextAt: 0, askedUntil: 0, paused: false, strikes: 0 });
    await drain();
    expect(await db.lanes.get("a.example")).toMatchObject({ nextAt: NOON + MINUTE });
    isCold = false;
    await db.lanes.update("a.example", { nextAt: 0 });
    await drain();
    expect(await db.lanes.get("a.example")).toMatchObject({ nextAt: 0 });
  });

  it.each([
    [["background"], ["heavy"], []],
    [["background", "heavy"], [], ["heavy"]],
  ] as [Place[], Place[], string[]][])("for %j calls others for the work at %j", async (places, expected, done) => {
    const called: Place[] = [];
    const { engine, drain, notes } = await freshWork({
      kinds: { heavy: noting(undefined, { place: "heavy" }) },
      around: {
        places: () => places,
        async onWorkElsewhere(place) {
          called.push(place);
        },
      },
    });
    await drain();
    expect(called).toEqual([]);
    await engine.enqueue({ kind: "heavy", args: "heavy" });
    await drain();
    expect(called).toEqual(expected);
    expect(await notes()).toEqual(done);
  });
});

it("what is logged while others are called for the heavy work is heard at once", async () => {
  const heard: number[] = [];
  const work = await freshWork({
    kinds: {
      heavy: noting(undefined, { place: "heavy" }),
      logs: defineKind<undefined>({ parse: () => undefined, run: async () => ({ commit: async ({ db }) => void (await db.log.add({ what: "new" })) }) }),
    },
    listeners: {
      hears: {
        tables: [],
        async apply() {
          heard.push(work.clock.now() - NOON);
        },
      },
    },
    around: { places: () => ["background"], onWorkElsewhere: () => work.clock.sleep(SECOND, AbortSignal.any([]), () => true) },
  });
  await work.engine.enqueue({ kind: "heavy", args: "heavy" });
  await work.engine.enqueue({ kind: "logs" });
  await work.drain();
  expect(heard).toEqual([SECOND]);
});

describe("a job that never ends", () => {
  it("is told to stop, then left; others go on, and it is tried again when its lease is over", async () => {
    const stopped: number[] = [];
    const begun: number[] = [];
    const work = await freshWork({
      kinds: {
        plain: noting(),
        endless: defineKind<undefined>({
          parse: () => undefined,
          maxAttempts: 2,
          run(_, { signal }) {
            begun.push((work.clock.now() - NOON) / SECOND);
            signal.addEventListener("abort", () => stopped.push((work.clock.now() - NOON) / SECOND));
            return new Promise(() => {});
          },
        }),
      },
    });
    const { db, clock, engine, pass, drainNext, notes, due } = work;
    const id = await engine.enqueue({ kind: "endless" });
    const draining = engine.drain();
    await clock.settle();
    await engine.enqueue({ kind: "plain", args: "beside" });
    void engine.drain();
    await clock.settle();
    expect(await notes()).toEqual(["beside"]);
    await engine.enqueue({ kind: "plain", args: "behind", runAt: NOON + 25 * SECOND });
    await pass(draining);
    expect(stopped).toEqual([30]);
    expect(clock.now()).toBe(NOON + 35 * SECOND);
    expect(await notes()).toEqual(["beside", "behind"]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "leased" });
    while (due.at !== undefined) await drainNext();
    expect(begun).toHaveLength(2);
    // Nobody prolongs the lease of one that was left.
    expect(begun[1]).toBeLessThanOrEqual(95);
    expect(await db.jobs.get(id)).toMatchObject({ state: "failed", attempts: 2, error: { kind: "crashed" } });
  });

  it("that heeds the word goes on in the next slice, and has failed once when that took too many", async () => {
    const begun: number[] = [];
    const { db, clock, engine, drain } = await freshWork({
      kinds: {
        endless: defineKind<undefined>({
          parse: () => undefined,
          retry: { delayMs: MINUTE, maxMs: MINUTE },
          run: (_, { signal, attempt }) =>
            new Promise((_resolve, reject) => {
              begun.push(attempt);
              signal.addEventListener("abort", () => reject(new Error("The request was broken off.")));
            }),
        }),
      },
    });
    const id = await engine.enqueue({ kind: "endless" });
    await drain();
    expect(begun).toEqual([1, 1, 1, 1]);
    expect(clock.now()).toBe(NOON + 4 * 30 * SECOND);
    expect(await db.jobs.get(id)).toMatchObject({ state: "todo", attempts: 1, runAt: clock.now() + MINUTE, error: { kind: "out-of-time" } });
  });

  it("that heeds the word and leaves the rest to a follow-up has ended well", async () => {
    const { db, engine, drain } = await freshWork({
      kinds: {
        slice: defineKind<number>({
          parse: Number,
          async run(slice, { signal }) {
            if (slice > 1) return;
            await new Promise((resolve) => signal.addEventListener("abort", resolve));
            return { commit: async ({ enqueue }) => void (await enqueue({ kind: "slice", args: slice + 1 })) };
          },
        }),
      },
    });
    await engine.enqueue({ kind: "slice", args: 1 });
    await drain();
    expect(await db.jobs.toArray()).toMatchObject([
      { args: 1, state: "done", attempts: 1 },
      { args: 2, state: "done", attempts: 1 },
    ]);
  });

  it("keeps its lease for as long as it is at work within a slice", async () => {
    const { db, clock, engine, drain } = await freshWork({ kinds: { slow: noting((job) => clock.sleep(29 * SECOND, job.signal, () => true)) } });
    const id = await engine.enqueue({ kind: "slow", args: "slow" });
    const untils = new Set<number>();
    db.jobs.hook("updating", (_, __, job) => {
      if (job.until !== undefined) untils.add((job.until - NOON) / SECOND);
    });
    await drain();
    expect([...untils]).toEqual([60, 75]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "done", attempts: 1 });
  });
});

it("leases are prolonged by one beat, however often the work ended and began again", async () => {
  let extended = 0;
  const work = await freshWork({
    kinds: { plain: noting(), slow: noting((job) => work.clock.sleep(25 * SECOND, job.signal, () => true)) },
    world: {
      async point(name) {
        if (name === "before extend") extended++;
      },
    },
  });
  const { engine, drain } = work;
  for (const args of ["one", "two", "three"]) {
    await engine.enqueue({ kind: "plain", args });
    await drain();
  }
  await engine.enqueue({ kind: "slow", args: "slow" });
  await drain();
  expect(extended).toBe(1);
});

describe("a fault of the database", () => {
  it("that was closed under the work is none: it is asked for once more", async () => {
    let isClosed = false;
    let closedOnes = 0;
    const { db, engine, drain, faults, notes } = await freshWork({
      kinds: { plain: noting() },
      world: {
        // As a connection is that learns of its closing when it is used.
        async database() {
          if (!db.isOpen() && closedOnes++ > 0) await db.open();
          return db;
        },
        async point(name) {
          if (name === "before finish" && !isClosed) {
            isClosed = true;
            db.close();
          }
        },
      },
    });
    await engine.enqueue({ kind: "plain", args: "done" });
    await drain();
    expect(closedOnes).toBe(2);
    expect(faults).toEqual([]);
    expect(await notes()).toEqual(["done"]);
    expect(await db.jobs.toArray()).toMatchObject([{ state: "done", attempts: 1 }]);
  });

  it("that nobody's outcome can tell is told, and the job comes back when its lease is over", async () => {
    const { db, engine, drain, drainNext, faults, due } = await freshWork({
      kinds: { plain: defineKind<undefined>({ parse: () => undefined, run: async () => {} }) },
    });
    const id = await engine.enqueue({ kind: "plain" });
    const refuse = (changes: object) => {
      if ("endedAt" in changes) throw new Error("disk broken");
    };
    db.jobs.hook("updating", refuse);
    await drain();
    expect(faults).toMatchObject([{ message: "disk broken" }]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "leased" });
    db.jobs.hook("updating").unsubscribe(refuse);
    expect(due.at).toBe(NOON + MINUTE);
    await drainNext();
    expect(await db.jobs.get(id)).toMatchObject({ state: "done", attempts: 2 });
  });

  it("that takes no more rows lets the alarm be set all the same, and is told", async () => {
    const work = await freshWork({ kinds: { plain: noting() }, around: { onSliceEnd: async () => void ended.push("slice") } });
    const ended: string[] = [];
    const { db, engine, clock, pass, due, faults } = work;
    await engine.enqueue({ kind: "plain", args: "now" });
    await work.drain();
    const id = await engine.enqueue({ kind: "plain", args: "later", runAt: NOON + MINUTE });
    due.at = undefined;
    clock.set(NOON + MINUTE);
    const refuse = () => {
      throw new Dexie.QuotaExceededError("full");
    };
    db.jobs.hook("updating", refuse);
    const told = await pass(engine.drain().catch((error) => error));
    db.jobs.hook("updating").unsubscribe(refuse);
    expect([told, ...faults].some(isQuotaError)).toBe(true);
    expect(ended).toEqual(["slice", "slice"]);
    expect(due.at).toBe(NOON + 2 * MINUTE);
    await work.drainNext();
    expect(await db.jobs.get(id)).toMatchObject({ state: "done" });
  });

  it("that keeps a slice from beginning rejects, and the next call begins anew", async () => {
    let isBroken = true;
    const { engine, drain, notes } = await freshWork({
      kinds: { plain: noting() },
      around: {
        async configuration() {
          if (isBroken) throw new Error("cannot be read");
          return { permits: 1, lanes: {}, schedules: {} };
        },
      },
    });
    await engine.enqueue({ kind: "plain", args: "done" });
    await expect(drain()).rejects.toThrow("cannot be read");
    isBroken = false;
    await drain();
    expect(await notes()).toEqual(["done"]);
  });

  it("in what a job would write is that job's failure, and writes nothing of it", async () => {
    const { db, engine, drain, faults, notes } = await freshWork({
      kinds: {
        half: defineKind<undefined, NotedDatabase>({
          parse: () => undefined,
          maxAttempts: 1,
          tables: ["notes"],
          run: async () => ({
            async commit({ db, enqueue }) {
              await db.notes.add({ text: "half" });
              await enqueue({ kind: "half", runAt: NOON + MINUTE });
              throw new Error("the other half");
            },
          }),
          async onRefused({ message }, { db }) {
            await db.notes.add({ text: message });
          },
        }),
      },
    });
    await engine.enqueue({ kind: "half" });
    await drain();
    expect(await notes()).toEqual(["the other half"]);
    expect(await db.jobs.toArray()).toMatchObject([{ state: "failed", error: { message: "the other half" } }]);
    expect(faults).toEqual([]);
  });
});

describe("a context that is about to be ended", () => {
  it("ends its slice and puts off what runs, which goes on when somebody works again", async () => {
    const begun: number[] = [];
    const work = await freshWork({
      kinds: {
        plain: noting(),
        endless: defineKind<undefined>({
          parse: () => undefined,
          run: (_, { signal, attempt }) => {
            begun.push(attempt);
            return begun.length > 1 ? Promise.resolve() : new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
          },
        }),
      },
      configuration: { permits: 1 },
    });
    const { db, clock, engine, pass, drain, notes, due } = work;
    const id = await engine.enqueue({ kind: "endless" });
    await engine.enqueue({ kind: "plain", args: "behind" });
    const draining = engine.drain();
    await clock.settle();
    clock.set(NOON + SECOND);
    engine.stop();
    await pass(draining);
    expect(clock.now()).toBe(NOON + SECOND);
    expect(await db.jobs.get(id)).toMatchObject({ state: "put-off", attempts: 0, putOffs: 1, runAt: NOON + SECOND, error: { kind: "out-of-time" } });
    expect(await notes()).toEqual([]);
    expect(due.at).toBeLessThanOrEqual(NOON + SECOND);
    await drain();
    expect(begun).toEqual([1, 1]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "done", attempts: 1, claims: 2 });
    expect(await notes()).toEqual(["behind"]);
  });

  it("loses nothing where nothing runs", async () => {
    const { engine, drain, notes } = await freshWork({ kinds: { plain: noting() } });
    engine.stop();
    await engine.enqueue({ kind: "plain", args: "one" });
    await drain();
    expect(await notes()).toEqual(["one"]);
  });
});

describe("slices that fail as a whole", () => {
  /** What is due next after each of so many failures, in minutes, and then after a slice that went well. */
  async function failing(counts?: number[]) {
    const told: boolean[] = [];
    const state = { isBroken: true };
    const work = await freshWork({
      kinds: { plain: noting() },
      around: {
        async configuration() {
          if (state.isBroken) throw new Error("cannot be read");
          return { permits: 1, lanes: {}, schedules: {} };
        },
        ...(counts && {
          async countFailures(failed: boolean) {
            told.push(failed);
            return counts.shift() ?? Promise.reject(new Error("not counted"));
          },
        }),
      },
    });
    const fail = async () => {
      await expect(work.drain()).rejects.toThrow("cannot be read");
      return ((work.due.at ?? Number.NaN) - work.clock.now()) / MINUTE;
    };
    return { ...work, fail, told, state };
  }

  it("are looked at again after 1, 2, 4 … and at last 30 minutes, and begin anew to count when one went well", async () => {
    const { engine, fail, drain, notes, state, clock } = await failing();
    await engine.enqueue({ kind: "plain", args: "done" });
    const waits: number[] = [];
    for (let times = 0; times < 8; times++) {
      waits.push(await fail());
      clock.set(clock.now() + 10 * SECOND);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
    state.isBroken = false;
    await drain();
    expect(await notes()).toEqual(["done"]);
    state.isBroken = true;
    expect(await fail()).toBe(1);
  });

  it("are counted by others where there are any, who are told of those that went well too", async () => {
    const { fail, drain, told, state } = await failing([3, 4]);
    expect([await fail(), await fail(), await fail()]).toEqual([4, 8, 4]);
    state.isBroken = false;
    await drain();
    expect(told).toEqual([true, true, true, false]);
  });

  it("do not bring forward what is due later than that", async () => {
    const { engine, fail } = await failing();
    await engine.enqueue({ kind: "plain", args: "late", runAt: NOON + 60 * MINUTE });
    expect(await fail()).toBe(60);
  });

  it("have a next look too where the database cannot say what is due", async () => {
    let isGone = false;
    const work = await freshWork({
      world: {
        async database() {
          if (isGone) throw new Error("cannot be opened");
          return work.db;
        },
      },
    });
    await work.drain();
    isGone = true;
    await expect(work.drain()).rejects.toThrow("cannot be opened");
    expect(work.due.at).toBe(NOON + MINUTE);
  });
});
