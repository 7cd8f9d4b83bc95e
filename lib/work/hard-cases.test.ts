import { expect, it } from "vitest";
import { freshWork, NOON } from "../../test/engine/fresh-work.ts";
import { defineKind } from "./work.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

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
        retry: { wait: "constant", delayMs: 30 * MINUTE, maxMs: 30 * MINUTE },
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

it("makes up for all slots, however many were missed", async () => {
  let runs = 0;
  const work = await freshWork({
    kinds: {
      poll: defineKind<undefined>({
        parse: () => undefined,
        async run() {
          runs++;
        },
      }),
    },
    configuration: { schedules: { poll: { everyMs: 30 * MINUTE, catchUp: "all", job: { kind: "poll" } } } },
  });
  await work.drain();
  work.clock.set(NOON + 50 * 30 * MINUTE);
  await work.drain();
  for (let i = 0; i < 3; i++) await work.drainNext();
  expect(runs).toBeGreaterThanOrEqual(51);
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
  const { configure } = await import("./configure.ts");
  await configure(work.work, { permits: 4, lanes: {}, schedules: { poll: { everyMs: 30 * MINUTE, cooldownMs: 2, catchUp: "skip", job: { kind: "new" } } } });
  expect(await work.db.schedules.get("poll")).toMatchObject({ cooldownMs: 2, catchUp: "skip", job: { kind: "new" } });
});
