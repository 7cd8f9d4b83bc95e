import type { Engine } from "../../lib/work/engine.ts";
import { defineKind, defineListener } from "../../lib/work/work.ts";
import type { Rules, Subject, Town } from "./town.ts";

const MINUTE = 60_000;
export const GAP_MS = 10_000;
export const PERMITS = 3;

/** Something that a person or the browser sets off, and how long it takes at most to come to its end. */
export interface Scenario {
  name: string;
  /** Called on the context that is to be disturbed, once its engine is there. */
  begin(engine: Engine, town: Town): Promise<unknown>;
  schedules?: boolean;
}

/** A source that is asked twice, tells of new things and of one that nobody can read; one hears it, another tells of it. */
export function rulesOf({ createEngine, notificationId }: Subject, { schedules = false, hasLocks = true } = {}): Rules {
  return {
    createEngine,
    hasLocks,
    configuration: () => ({
      permits: PERMITS,
      lanes: { "a.example": { cap: 1, gapMs: GAP_MS }, "b.example": { cap: 2, gapMs: GAP_MS } },
      schedules: schedules ? { poll: { everyMs: 30 * MINUTE, job: { kind: "poll", key: "poll" } } } : {},
    }),
    kinds: (town, context) => ({
      poll: asking(town, context, "a.example", 2),
      probe: asking(town, context, "b.example", 3),
      slow: asking(town, context, "a.example", 1, 20_000),
      tell: defineKind<undefined>({
        parse: () => undefined,
        priority: 5,
        async run(_, job) {
          const { name, engine } = context();
          const untold = await town.db.heard.where(":id").above(0).toArray();
          const told = new Set((await town.db.effects.toArray()).map(({ key }) => key));
          const content = untold.filter(({ cursor, seq }) => cursor === "matcher" && !told.has(`told:${seq}`)).map(({ seq }) => seq);
          if (content.length === 0) return;
          const id = notificationId(content.map((seq) => ({ id: String(seq) })) as Parameters<typeof notificationId>[0]);
          await engine.work.world.point?.("before show");
          show(town, id, content.join());
          await engine.work.world.point?.("after show");
          return {
            commit: async ({ db, now }) => {
              await db.effects.bulkPut(content.map((seq) => ({ key: `told:${seq}`, at: now })));
              await (db as typeof town.db).commits.add({ job: job.id, attempt: job.attempt, what: `tell ${name}` });
            },
          };
        },
        tables: ["commits"],
      }),
      plain: defineKind<undefined>({
        parse: () => undefined,
        run: async (_, job) => ({
          commit: ({ db }) => (db as typeof town.db).commits.add({ job: job.id, attempt: job.attempt, what: "plain" }).then(() => {}),
        }),
        tables: ["commits"],
      }),
      endless: defineKind<undefined>({
        parse: () => undefined,
        run: (_, job) => new Promise((_resolve, reject) => job.signal.addEventListener("abort", () => reject(job.signal.reason))),
      }),
      flaky: defineKind<undefined>({
        parse: () => undefined,
        retry: { wait: "constant", delayMs: 5_000, maxMs: 5_000 },
        maxAttempts: 20,
        run: async (_, job) => (job.attempt < 3 ? { error: { kind: "flaky", message: "not yet" } } : undefined),
      }),
    }),
    listeners: (town) => ({
      matcher: defineListener<{ what: string }>({
        tables: ["heard"],
        batch: 3,
        retry: { wait: "constant", delayMs: MINUTE, maxMs: MINUTE },
        maxAttempts: 2,
        async apply(events, { db }) {
          const generation = (await db.cursors.get("matcher"))?.generation ?? 0;
          for (const { seq, what } of events) {
            if (what === "heard") continue;
            await (db as typeof town.db).heard.add({ cursor: "matcher", generation, seq });
            if (what === "unreadable") throw new Error("unreadable");
          }
          if (events.some(({ what }) => what !== "heard")) await db.log.add({ what: "heard" });
        },
      }),
      notifier: defineListener<{ what: string }>({
        tables: [],
        after: "matcher",
        async apply(events, { enqueue }) {
          if (events.some(({ what }) => what === "heard")) await enqueue({ kind: "tell", key: "tell" });
        },
      }),
      // Begun by a person only.
      history: defineListener<{ what: string }>({
        tables: ["heard"],
        from: "request",
        batch: 2,
        async apply(events, { db, of }) {
          for (const { seq } of events) await (db as typeof town.db).heard.add({ cursor: `history/${of}`, generation: 0, seq });
        },
      }),
    }),
  };
}

export const SCENARIOS: Scenario[] = [
  { name: "a poll that finds something new", begin: (engine) => engine.enqueue({ kind: "poll", key: "poll" }) },
  { name: "a schedule, over two slots", begin: (engine) => engine.drain(), schedules: true },
  {
    name: "two hosts, a key that is asked for twice, a lock and a retry",
    async begin(engine) {
      await engine.enqueue({ kind: "probe", key: "probe" });
      await engine.enqueue({ kind: "probe", key: "probe" });
      await engine.enqueue({ kind: "slow" });
      await engine.enqueue({ kind: "poll" });
      await engine.enqueue({ kind: "plain", lock: "one" });
      await engine.enqueue({ kind: "plain", lock: "one" });
      await engine.enqueue({ kind: "flaky", key: "flaky" });
    },
  },
  {
    name: "a job that is aborted and one that is cancelled",
    async begin(engine, town) {
      const running = await engine.enqueue({ kind: "endless" });
      const waiting = await engine.enqueue({ kind: "plain", runAt: town.clock.now() + MINUTE });
      const draining = engine.drain();
      await town.clock.settle();
      await engine.cancelJob(running);
      await engine.cancelJob(waiting);
      await draining;
    },
  },
  {
    name: "a look back and a reset",
    async begin(engine, town) {
      await town.db.log.bulkAdd(["a", "unreadable", "b", "c", "d"].map((what) => ({ what })));
      await engine.lookBack("history/1");
      await engine.drain();
      await engine.resetListener("matcher");
    },
  },
];

/** Asks a host so many times, a little later each, and writes down what it learnt. */
function asking(town: Town, context: Parameters<Rules["kinds"]>[1], host: string, times: number, restMs = 0) {
  return defineKind<undefined>({
    parse: () => undefined,
    lane: host,
    maxAttempts: 20,
    tables: ["commits", "log"],
    async run(_, job) {
      const { engine } = context();
      for (let request = 0; request < times; request++) {
        if (restMs > 0) await engine.work.world.sleep(restMs, job.signal);
        await job.send(
          async () => {
            town.sent.push({ host, at: town.clock.now() });
            const row = await town.db.jobs.get(job.id);
            if (row?.state !== "leased" || row.attempts !== job.attempt) town.violations.push(`I3 ${host} was asked for a lease that was over`);
            return "ok";
          },
          () => ({ kind: "ok" }),
        );
      }
      return {
        commit: async ({ db }) => {
          await (db as typeof town.db).commits.add({ job: job.id, attempt: job.attempt, what: "asked" });
          await db.log.bulkAdd(["new", "newer", "unreadable", "newest"].map((what) => ({ what })));
        },
      };
    },
  });
}

function show(town: Town, id: string, content: string): void {
  town.shown.push({ id, content, at: town.clock.now() });
}
