import { describe, expect, it } from "vitest";
import { type FreshWork, freshWork, NOON } from "../../test/engine/fresh-work.ts";
import { configure } from "./configure.ts";
import { defineKind } from "./work.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

it("a job behind a held lane keeps no other lane's job waiting", async () => {
  const begun: [string, number][] = [];
  const asking = (lane: string, ms: number) =>
    defineKind<string>({
      parse: String,
      lane,
      async run(name, job) {
        begun.push([name, (work.clock.now() - NOON) / SECOND]);
        await work.clock.sleep(ms, job.signal, () => true);
      },
    });
  const work = await freshWork({
    kinds: { a: asking("a.example", 15 * SECOND), b: asking("b.example", 0) },
    configuration: { lanes: { "a.example": { cap: 1, gapMs: 1000 }, "b.example": { cap: 1, gapMs: 1000 } } },
  });
  await work.engine.enqueue({ kind: "a", args: "a1" });
  await work.engine.enqueue({ kind: "a", args: "a2" });
  await work.engine.enqueue({ kind: "b", args: "b", runAt: NOON + 3 * SECOND });
  await work.drain();
  expect(begun).toContainEqual(["b", 3]);
});

it("an event that came meanwhile is no fault", async () => {
  let later = false;
  let isBad = true;
  let added = false;
  let steps = 0;
  const work = await freshWork({
    listeners: {
      hears: {
        tables: [],
        async apply(events) {
          if (isBad && events.some((event) => (event as unknown as { what: string }).what === "bad")) {
            later = true;
            throw new Error("bad");
          }
        },
      },
    },
    world: {
      async point(name) {
        if (name === "before step" && later && work.clock.now() > NOON && !added && ++steps === 2) {
          added = true;
          await work.db.log.add({ what: "good" });
        }
      },
    },
  });
  await work.db.log.add({ what: "bad" });
  await work.drain();
  later = false;
  await work.drainNext();
  isBad = false;
  expect((await work.db.faults.toArray()).map(({ seq, error }) => [seq, error.message])).toEqual([[1, "bad"]]);
});

it("a listener whose fault cannot be written waits before another attempt", async () => {
  let tries = 0;
  const work = await freshWork({ listeners: { hears: { tables: [], async apply() {} } } });
  await work.drain();
  work.db.cursors.hook("updating", () => {
    tries++;
    if (tries < 300) throw new Error("no room");
  });
  await work.db.log.add({ what: "a" });
  await work.drain();
  expect(tries).toBeLessThan(100);
});

it("a job of negative priority runs when nothing else does", async () => {
  const work = await freshWork({ kinds: { plain: defineKind<undefined>({ parse: () => undefined, run: async () => {} }) } });
  const id = await work.engine.enqueue({ kind: "plain", priority: -1 });
  await work.drain();
  expect(await work.db.jobs.get(id)).toMatchObject({ state: "done" });
});

it("never runs a schedule twice at a time, not even when a retry waits as the next slot comes", async () => {
  let running = 0;
  let most = 0;
  const work = await freshWork({
    kinds: {
      poll: defineKind<undefined>({
        parse: () => undefined,
        retry: { delayMs: 30 * MINUTE, maxMs: 30 * MINUTE },
        async run(_, job) {
          most = Math.max(most, ++running);
          await work.clock.sleep(5000, job.signal, () => true);
          running--;
          return job.id === 1 && job.attempt === 1 ? { error: { kind: "x", message: "" } } : {};
        },
      }),
    },
    configuration: { schedules: { poll: { everyMs: 30 * MINUTE, job: { kind: "poll" } } } },
  });
  await work.drain();
  work.clock.set(NOON + 31 * MINUTE);
  await work.drain();
  expect(most).toBe(1);
});

it("runs again next what a person asked for while it ran", async () => {
  const begun: number[] = [];
  const work = await freshWork({
    kinds: {
      poll: defineKind<undefined>({
        parse: () => undefined,
        async run(_, job) {
          begun.push((work.clock.now() - NOON) / SECOND);
          await work.clock.sleep(5000, job.signal, () => true);
        },
      }),
    },
    configuration: { schedules: { poll: { everyMs: 30 * MINUTE, job: { kind: "poll" } } } },
  });
  const d = work.engine.drain();
  await work.clock.settle();
  await work.engine.runNow("poll");
  await work.pass(d);
  await work.drainNext();
  expect(begun[1]).toBeLessThan(60);
});

it("takes over a changed rule of a schedule", async () => {
  const configuration = { schedules: { poll: { everyMs: 30 * MINUTE, cooldownMs: 1, job: { kind: "old" } } } };
  const work = await freshWork({ configuration });
  await work.drain();
  await configure(work.work, { permits: 4, lanes: {}, schedules: { poll: { everyMs: 30 * MINUTE, cooldownMs: 2, job: { kind: "new" } } } });
  expect(await work.db.schedules.get("poll")).toMatchObject({ cooldownMs: 2, job: { kind: "new" } });
});

/** A schedule of half an hour that asks a host, on a clock that is set; gives when it ran. */
async function polling(during: (work: FreshWork, run: number) => Promise<void> = async () => {}) {
  const runs: number[] = [];
  const work: FreshWork = await freshWork({
    kinds: {
      poll: defineKind<undefined>({
        parse: () => undefined,
        lane: "a.example",
        async run(_, job) {
          runs.push(job.now());
          const ask = () =>
            job.send(
              async () => {},
              () => ({ kind: "ok" }),
            );
          await ask();
          await during(work, runs.length);
          await ask();
        },
      }),
    },
    configuration: {
      lanes: { "a.example": { cap: 1, gapMs: SECOND } },
      schedules: { poll: { everyMs: 30 * MINUTE, job: { kind: "poll", key: "poll" } } },
    },
  });
  await work.drain();
  return { ...work, runs };
}

describe("work whose clock is set", () => {
  it.each([
    ["back by an hour", -HOUR],
    ["back by 400 days", -400 * DAY],
  ])("%s runs after a gap, and then at its usual distance", async (_, by) => {
    const { clock, drain, drainNext, runs, due, faults } = await polling();
    const back = NOON + 10 * MINUTE + by;
    clock.set(back);
    await drain();
    expect(due.at).toBe(back + 30 * MINUTE);
    await drainNext();
    expect(runs).toEqual([NOON, back + SECOND, back + 30 * MINUTE]);
    expect(faults).toEqual([]);
  });

  it("back by less than an interval waits no longer than one", async () => {
    const { clock, drain, drainNext, runs, due } = await polling();
    clock.set(NOON);
    await drain();
    expect(due.at).toBe(NOON + 30 * MINUTE);
    await drainNext();
    expect(runs).toEqual([NOON, NOON + 30 * MINUTE]);
  });

  it.each([
    ["a day", DAY],
    ["400 days", 400 * DAY],
  ])("ahead by %s and right again leaves nothing behind", async (_, by) => {
    const { db, clock, drain, drainNext, runs, due } = await polling();
    clock.set(NOON + by);
    await drain();
    expect(runs).toEqual([NOON, NOON + by]);
    clock.set(NOON + MINUTE);
    await drain();
    expect(runs).toEqual([NOON, NOON + by, NOON + MINUTE + SECOND]);
    expect(due.at).toBe(NOON + 31 * MINUTE);
    expect((await db.schedules.get("poll"))?.lastDoneAt).toBeLessThan(NOON + 2 * MINUTE);
    expect(await db.lanes.get("a.example")).toMatchObject({ lastOkAt: clock.now(), heardAt: clock.now() });
    await drainNext();
    expect(runs.at(-1)).toBe(NOON + 31 * MINUTE);
  });

  it.each([
    ["400 days ahead while a job runs and right again before it ends", 400 * DAY, 0],
    ["400 days ahead while a job runs and right again after it", 400 * DAY, Number.POSITIVE_INFINITY],
    ["400 days ahead for one heartbeat of a job", 400 * DAY, 20 * SECOND],
    ["an hour back while a job runs", -HOUR, Number.POSITIVE_INFINITY],
    ["an hour back while a job runs and right again before it ends", -HOUR, 0],
    ["an hour back for one heartbeat of a job", -HOUR, 20 * SECOND],
  ])("%s leaves no job, no lease and no host waiting for that", async (_, by, forMs) => {
    const { db, clock, drain, drainNext, runs, due, faults } = await polling(async ({ clock }, run) => {
      if (run > 1) return;
      const right = clock.now();
      clock.set(right + by);
      if (forMs > 0 && forMs < HOUR) await clock.sleep(forMs, AbortSignal.any([]), () => true);
      if (forMs < HOUR) clock.set(right + forMs);
    });
    if (clock.now() > NOON + DAY) clock.set(NOON + MINUTE);
    await drain();
    const from = clock.now();
    while (runs.length < 3) await drainNext();
    expect(clock.now() - from).toBeLessThanOrEqual(61 * MINUTE);
    const jobs = await db.jobs.toArray();
    expect(new Set(jobs.map(({ state }) => state))).toEqual(new Set(["done"]));
    expect((due.at ?? Number.NaN) - clock.now()).toBeLessThanOrEqual(30 * MINUTE);
    expect(faults).toEqual([]);
  });

  it("400 days ahead for one bad answer lets the next request be sent as soon as the host may be asked", async () => {
    const sent: number[] = [];
    const work: FreshWork = await freshWork({
      kinds: {
        ask: defineKind<undefined>({
          parse: () => undefined,
          lane: "a.example",
          async run(_, { send }) {
            const right = work.clock.now();
            const ask = async () => {
              sent.push(work.clock.now() - NOON);
              if (sent.length === 1) work.clock.set(right + 400 * DAY);
            };
            if (sent.length === 0) await send(ask, () => ({ kind: "strike", error: { kind: "server-error", message: "503" } }));
            work.clock.set(right);
            await send(ask, () => ({ kind: "ok" }));
          },
        }),
      },
      configuration: { lanes: { "a.example": { cap: 1, gapMs: SECOND } } },
    });
    const id = await work.engine.enqueue({ kind: "ask" });
    await work.drain();
    while (work.due.at !== undefined) await work.drainNext();
    expect(await work.db.jobs.get(id)).toMatchObject({ state: "done", attempts: 1 });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toBeGreaterThanOrEqual(SECOND);
    expect(sent[1]).toBeLessThanOrEqual(5 * MINUTE);
  });

  it("an hour back while a job that never ends is at work tells it to stop all the same", async () => {
    let stoppedAfter: number | undefined;
    const work: FreshWork = await freshWork({
      kinds: {
        endless: defineKind<undefined>({
          parse: () => undefined,
          run: (_, { signal }) => {
            work.clock.set(NOON - HOUR);
            return new Promise((resolve) =>
              signal.addEventListener("abort", () => {
                stoppedAfter = work.clock.now() - (NOON - HOUR);
                resolve();
              }),
            );
          },
        }),
      },
    });
    await work.engine.enqueue({ kind: "endless" });
    await work.drain();
    expect(stoppedAfter).toBeLessThanOrEqual(MINUTE);
  });
});
