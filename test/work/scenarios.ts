import type { Engine } from "../../lib/work/engine.ts";
import type { WorkDatabase } from "../../lib/work/rows.ts";
import { defineKind, defineListener, type RunningJob } from "../../lib/work/work.ts";
import { violationsOfSending } from "./invariants.ts";
import { clockOf, drain, note, type Rules, type Subject, startContext, type Town, type TownDatabase } from "./town.ts";

const MINUTE = 60_000;
/** The host whose work a person may switch off. */
export const SWITCHED = "b.example";
/** As many events as a mailing has papers. */
const MAILING = 300;
/** Slices of a chain that would go on for long. */
const CHAIN = 6;
export const PERMITS = 3;
export const LANES: Record<string, { cap: number; gapMs: number }> = {
  "a.example": { cap: 1, gapMs: 10_000 },
  "b.example": { cap: 2, gapMs: 10_000 },
  "c.example": { cap: 2, gapMs: 1_000 },
};

/** Neither rejects: what goes wrong is noted. */
interface Contexts {
  /** Lets the first context look at the work. */
  drain(): Promise<void>;
  /** Starts one more context on the same database; gives its drain. */
  another(): Promise<() => Promise<void>>;
}

/** Something that a person or the browser sets off. */
export interface Scenario {
  name: string;
  /** Called on the context that is to be disturbed, once its engine is there. */
  begin(engine: Engine, town: Town, contexts: Contexts): Promise<unknown>;
  schedules?: boolean;
  /** Heavy work has a context of its own. */
  isApart?: boolean;
}

/** Sources that are asked, tell of new things and of one that nobody can read; one hears it, another tells of it. */
export function rulesOf({ createEngine, notificationId }: Subject, { schedules = false, isApart = false }: Partial<Scenario>, hasLocks = true): Rules {
  return {
    createEngine,
    hasLocks,
    isApart,
    configuration: ({ offSince }) => ({
      permits: PERMITS,
      lanes: { ...LANES, [SWITCHED]: { ...(LANES[SWITCHED] ?? { cap: 1, gapMs: 0 }), isOff: offSince !== undefined } },
      schedules: schedules ? { poll: { everyMs: 30 * MINUTE, job: { kind: "poll", key: "poll" } } } : {},
    }),
    kinds: (town, context) => ({
      poll: asking(town, context, "a.example", 2),
      probe: asking(town, context, "b.example", 3),
      slow: asking(town, context, "a.example", 1, 20_000),
      // Answers come later than the gap allows the next request: the cap holds it back.
      crowd: defineKind<undefined>({
        parse: () => undefined,
        lane: "c.example",
        tables: ["commits"],
        async run(_, job) {
          // A job has ended only when all its requests have.
          const requests = await Promise.allSettled([1, 2, 3, 4].map(() => send(town, context, job, "c.example", 4_000)));
          for (const request of requests) if (request.status === "rejected") throw request.reason;
          if (requests.some((request) => request.status === "fulfilled" && request.value === "silence"))
            return { putOff: { kind: "unreachable", message: "no answer", hastenedBy: ["network"] } };
          return { commit: ({ db }) => commit(db, job, "asked at once") };
        },
      }),
      // What it brings is read where heavy work belongs.
      fetch: defineKind<undefined>({
        parse: () => undefined,
        lane: "a.example",
        maxAttempts: 20,
        tables: ["commits"],
        async run(_, job) {
          if ((await send(town, context, job, "a.example")) === "silence")
            return { putOff: { kind: "unreachable", message: "no answer", hastenedBy: ["network"] } };
          return {
            async commit({ db, enqueue }) {
              await commit(db, job, "fetched");
              await enqueue({ kind: "read", key: "read" });
            },
          };
        },
      }),
      read: defineKind<undefined>({
        parse: () => undefined,
        place: "heavy",
        maxAttempts: 20,
        tables: ["commits", "log"],
        async run(_, job) {
          await context().engine.work.world.sleep(2_000, job.signal);
          return {
            async commit({ db }) {
              await commit(db, job, "read");
              await db.log.bulkAdd(["new", "unreadable"].map((what) => ({ what })));
            },
          };
        },
      }),
      // A name is stored before it is shown, and nothing is named anew before that is noted.
      tell: defineKind<undefined>({
        parse: () => undefined,
        priority: 5,
        maxAttempts: 8,
        tables: ["commits", "heard"],
        async run(_, job) {
          const { world } = context().engine.work;
          await world.point?.("before name");
          const untold = await nameUntold(town, notificationId);
          await world.point?.("after name");
          const groups = Map.groupBy(untold, ({ name }) => name ?? "");
          for (const [id, rows] of groups) {
            await world.point?.("before show");
            town.shown.push({ id, seqs: [...new Set(rows.map(({ seq }) => seq))] });
            town.changes++;
            await world.point?.("after show");
          }
          return {
            async commit({ db, now, enqueue }) {
              await db.effects.bulkPut(untold.map(({ seq }) => ({ key: `told:${seq}`, at: now })));
              await commit(db, job, "told");
              if ((await untoldOf(db as TownDatabase)).length > 0) await enqueue({ kind: "tell", key: "tell" });
            },
          };
        },
      }),
      // Goes on with itself, as a cycle of probes does.
      chain: defineKind<number>({
        parse: (left) => Number(left),
        lane: "c.example",
        priority: 1,
        async run(left, job) {
          town.begun.push("chain");
          await send(town, context, job, "c.example");
          return { commit: async ({ enqueue }) => void (left > 0 && (await enqueue({ kind: "chain", key: "chain", args: left - 1 }))) };
        },
      }),
      // What a slice of that chain has found is to be read before it goes on.
      readFound: defineKind<undefined>({
        parse: () => undefined,
        lane: "c.example",
        place: "heavy",
        priority: 3,
        maxAttempts: 20,
        async run(_, job) {
          town.begun.push("readFound");
          await send(town, context, job, "c.example");
        },
      }),
      mailing: defineKind<undefined>({
        parse: () => undefined,
        tables: ["commits", "log"],
        run: async (_, job) => ({
          async commit({ db }) {
            await commit(db, job, "compared");
            await db.log.bulkAdd([...mailing(), { what: "unreadable" }]);
          },
        }),
      }),
      plain: defineKind<undefined>({
        parse: () => undefined,
        run: async (_, job) => ({ commit: ({ db }) => commit(db, job, "plain") }),
        tables: ["commits"],
      }),
      endless: defineKind<undefined>({
        parse: () => undefined,
        run: (_, job) => new Promise((_resolve, reject) => job.signal.addEventListener("abort", () => reject(job.signal.reason))),
      }),
      flaky: defineKind<undefined>({
        parse: () => undefined,
        retry: { delayMs: 5_000, maxMs: 5_000 },
        maxAttempts: 20,
        run: async (_, job) => (job.attempt < 3 ? { error: { kind: "flaky", message: "not yet" } } : undefined),
      }),
    }),
    listeners: (town) => ({
      matcher: defineListener<{ what: string }>({
        tables: ["heard"],
        batch: 500,
        retry: { delayMs: MINUTE, maxMs: MINUTE },
        maxAttempts: 2,
        async apply(events, { db }) {
          const generation = (await db.cursors.get("matcher"))?.generation ?? 0;
          for (const { seq, what } of events) {
            if (what === "heard") continue;
            // Means nothing to anybody, and asks the database nothing.
            if (what === "silent") {
              await undefined;
              continue;
            }
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
  { name: "requests at once, as many as the host allows", begin: (engine) => engine.enqueue({ kind: "crowd" }) },
  { name: "something heavy that another context does", isApart: true, begin: (engine) => engine.enqueue({ kind: "fetch", key: "fetch" }) },
  {
    name: "two contexts that drain at once",
    async begin(engine, _town, { drain, another }) {
      const drainOther = await another();
      await engine.enqueue({ kind: "poll", key: "poll" });
      await engine.enqueue({ kind: "plain", lock: "one" });
      await engine.enqueue({ kind: "plain", lock: "one" });
      await engine.enqueue({ kind: "crowd" });
      const draining = drain();
      void drainOther();
      await draining;
    },
  },
  {
    name: "a job that is aborted and one that is cancelled",
    async begin(engine, town, { drain }) {
      const running = await engine.enqueue({ kind: "endless" });
      const waiting = await engine.enqueue({ kind: "plain", runAt: clockOf(town) + MINUTE });
      const draining = drain();
      await town.clock.settle();
      await engine.cancelJob(running);
      await engine.cancelJob(waiting);
      await draining;
    },
  },
  {
    name: "a mailing of hundreds, of which few mean anything to anybody",
    begin: (engine) => engine.enqueue({ kind: "mailing", key: "mailing" }),
  },
  {
    name: "a chain of slices, and something heavy that is to be done before it goes on",
    isApart: true,
    async begin(engine, town) {
      await engine.enqueue({ kind: "chain", key: "chain", args: CHAIN });
      await engine.enqueue({ kind: "readFound" });
      town.begun.push("asked");
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

/** The first and one in the middle are news. */
function mailing(): { what: string }[] {
  return Array.from({ length: MAILING }, (_, place) => ({ what: place === 0 || place === MAILING / 2 ? "new" : "silent" }));
}

type ContextOf = Parameters<Rules["kinds"]>[1];

/** Asks a host so many times, a little later each, and writes down what it learnt. */
function asking(town: Town, context: ContextOf, host: string, times: number, restMs = 0) {
  return defineKind<undefined>({
    parse: () => undefined,
    lane: host,
    maxAttempts: 20,
    tables: ["commits", "log"],
    async run(_, job) {
      for (let request = 0; request < times; request++) {
        if (restMs > 0) await context().engine.work.world.sleep(restMs, job.signal);
        if ((await send(town, context, job, host)) === "silence") return { putOff: { kind: "unreachable", message: "no answer", hastenedBy: ["network"] } };
      }
      return {
        commit: async ({ db }) => {
          await commit(db, job, "asked");
          await db.log.bulkAdd(["new", "newer", "unreadable", "newest"].map((what) => ({ what })));
        },
      };
    },
  });
}

/** One request, whose answer takes so long. */
function send(town: Town, context: ContextOf, job: RunningJob, host: string, takesMs = 0): Promise<"ok" | "silence"> {
  return job.send(
    async (signal) => {
      if (town.isCutOff) return "silence";
      const request = { host, at: town.clock.now(), clockAt: clockOf(town), takesMs, context: context(), isOver: false };
      town.sent.push(request);
      town.changes++;
      note(town, violationsOfSending(town, request));
      const row = await town.db.jobs.get(job.id);
      if (row?.state !== "leased" || row.attempts !== job.attempt) note(town, [`I3 ${host} was asked for a lease that was over`]);
      if (takesMs > 0) await context().engine.work.world.sleep(takesMs, signal);
      request.isOver = true;
      return "ok";
    },
    (answer) => (answer === "ok" ? { kind: "ok" } : { kind: "silent", error: { kind: "unreachable", message: "no answer" } }),
  );
}

async function commit(db: WorkDatabase, { id, attempt }: RunningJob, what: string): Promise<void> {
  await (db as TownDatabase).commits.add({ job: id, attempt, what });
}

/** What is named and not yet noted as told; where there is none, all that is not told, under a new name. */
function nameUntold({ db }: Town, notificationId: Subject["notificationId"]) {
  return db.transaction("rw", [db.heard, db.effects], async () => {
    const untold = await untoldOf(db);
    const named = untold.filter(({ name }) => name !== undefined);
    if (named.length > 0 || untold.length === 0) return named;
    const name = notificationId(untold.map(({ seq }) => ({ id: String(seq) })) as Parameters<typeof notificationId>[0]);
    const all = untold.map((row) => ({ ...row, name }));
    await db.heard.bulkPut(all);
    return all;
  });
}

async function untoldOf(db: TownDatabase) {
  const told = new Set((await db.effects.toArray()).map(({ key }) => key));
  return (await db.heard.toArray()).filter(({ cursor, seq }) => cursor === "matcher" && !told.has(`told:${seq}`));
}

/** One more context on the same database, by a connection of its own: the other half of an update. Gives its drain. */
export async function startAnother(town: Town, rules: Rules): Promise<() => Promise<void>> {
  const context = startContext(town, rules, "background", await town.connect());
  return () => drain(town, context);
}
