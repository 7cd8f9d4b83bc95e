import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { describe, expect, it } from "vitest";
import { type FreshWork, freshWork, NOON, type NotedDatabase } from "../../../test/engine/fresh-work.ts";
import type { Setting } from "../../../test/engine/work-on.ts";
import { claim } from "../claim.ts";
import type { JobRow } from "../rows.ts";
import { defineKind, type Kind, type Outcome, type PutOff, type RunningJob } from "../work.ts";
import { LONGEST_WAIT_MS } from "./job-state.ts";
import { OUT_OF_TIME, PutOffError } from "./put-off.ts";
import { runJob } from "./run-job.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const HOST = "a.example";
const OFFLINE: PutOff = { kind: "offline", message: "The network is gone.", hastenedBy: ["network"] };
const ERROR = { kind: "odd", message: "odd" };

interface PuttingOff extends FreshWork {
  ask(): Promise<number>;
  job(id?: number): Promise<JobRow | undefined>;
}

/** A kind of job that runs so. */
async function puttingOff(run: (job: RunningJob) => ReturnType<Kind["run"]>, rest: Partial<Kind> = {}, setting: Setting = {}): Promise<PuttingOff> {
  const kind = defineKind<undefined, NotedDatabase>({
    parse: () => undefined,
    tables: ["notes"],
    run: (_, job) => run(job),
    onPutOff: async ({ kind }, { db }) => void (await db.notes.add({ text: kind })),
  });
  const work = await freshWork({ kinds: { ask: { ...kind, ...rest } }, ...setting });
  return { ...work, ask: () => work.engine.enqueue({ kind: "ask" }), job: (id = 1) => work.db.jobs.get(id) };
}

describe("a job that is put off", () => {
  it.each([
    ["by its outcome", async () => ({ putOff: OFFLINE })],
    ["by what it throws", () => Promise.reject(new PutOffError(OFFLINE))],
    ["by what its commit finds", async () => ({ commit: async () => ({ putOff: OFFLINE }) })],
    [
      "within a request",
      async (job: RunningJob) => {
        const refuse = () => Promise.reject(new PutOffError(OFFLINE));
        await job.send(refuse, () => ({ kind: "ok" }));
      },
    ],
  ] as [string, (job: RunningJob) => Promise<Outcome>][])("%s waits without an attempt counted", async (_, run) => {
    const { ask, drain, job, due } = await puttingOff(run);
    await ask();
    await drain();
    expect(await job()).toMatchObject({
      state: "put-off",
      attempts: 0,
      claims: 1,
      putOffs: 1,
      runAt: NOON + MINUTE,
      hastenedBy: ["network"],
      error: { kind: "offline", message: "The network is gone." },
    });
    expect(due.at).toBe(NOON + MINUTE);
  });

  it.each([
    ["1, 2, 4 and then 5 minutes where nobody can tell", {}, [1, 2, 4, 5, 5, 5]],
    ["no longer than it says", { longestMs: 3 * MINUTE }, [1, 2, 3, 3, 3]],
    ["as long as it says, where that is more", { longestMs: HOUR }, [1, 2, 4, 8, 16, 32, 60, 60]],
    ["until it says", { until: NOON + HOUR }, [60]],
    ["until it says, whatever the longest is", { until: NOON + HOUR, longestMs: MINUTE }, [60]],
    ["not at all where that has passed", { until: 0 }, [0]],
    ["six hours at most", { until: NOON + 400 * 24 * HOUR }, [LONGEST_WAIT_MS / MINUTE]],
  ] as [string, Partial<PutOff>, number[]][])("waits %s", async (_, why, minutes) => {
    const { ask, job, work, db, clock } = await puttingOff(async () => {});
    work.kinds.ask = { ...(work.kinds.ask as Kind), run: async () => ({ putOff: { kind: "later", message: "", ...why } }) };
    await ask();
    for (const minute of minutes) {
      const { jobs } = await claim(work, { owner: "worker", places: ["background"], dead: new Set() });
      for (const { job } of jobs) await runJob(work, { job, until: job.until, stop: new AbortController() }, () => false);
      const { runAt = Number.NaN } = (await job()) ?? {};
      expect((runAt - clock.now()) / MINUTE).toBe(minute);
      clock.set(runAt);
    }
    expect(await db.jobs.get(1)).toMatchObject({ attempts: 0, claims: minutes.length, putOffs: minutes.length });
  });

  it("never runs out of attempts, and runs as its first when it can", async () => {
    let isOffline = true;
    const attempts: number[] = [];
    const { ask, drain, drainNext, job } = await puttingOff(
      async ({ attempt }) => {
        attempts.push(attempt);
        return isOffline ? { putOff: OFFLINE } : {};
      },
      { maxAttempts: 1 },
    );
    await ask();
    await drain();
    for (let times = 0; times < 9; times++) await drainNext();
    isOffline = false;
    await drainNext();
    expect(new Set(attempts)).toEqual(new Set([1]));
    expect(await job()).toMatchObject({ state: "done", attempts: 1, claims: 11 });
    expect(await job()).not.toHaveProperty("putOffs");
  });

  it("keeps the attempts that it made before, and begins anew to count when it has made another", async () => {
    const outcomes: Outcome[] = [{ putOff: OFFLINE }, { putOff: OFFLINE }, { error: ERROR }, { putOff: OFFLINE }, { error: ERROR }];
    const { ask, drain, drainNext, job } = await puttingOff(async () => outcomes.shift() ?? {}, { maxAttempts: 2, retry: { delayMs: HOUR, maxMs: HOUR } });
    await ask();
    await drain();
    await drainNext();
    expect(await job()).toMatchObject({ state: "put-off", attempts: 0, putOffs: 2 });
    await drainNext();
    expect(await job()).toMatchObject({ state: "todo", attempts: 1, putOffs: 0, error: ERROR });
    expect(await job()).not.toHaveProperty("hastenedBy");
    await drainNext();
    expect(await job()).toMatchObject({ state: "put-off", attempts: 1, putOffs: 1 });
    await drainNext();
    expect(await job()).toMatchObject({ state: "failed", attempts: 2, error: ERROR });
  });

  it("that is hastened runs at once", async () => {
    let isOffline = true;
    const { ask, drain, job, engine } = await puttingOff(async () => (isOffline ? { putOff: OFFLINE } : {}));
    await ask();
    await drain();
    isOffline = false;
    expect(await engine.hasten("person")).toBe(0);
    await drain();
    expect(await job()).toMatchObject({ state: "put-off" });
    expect(await engine.hasten("network")).toBe(1);
    await drain();
    expect(await job()).toMatchObject({ state: "done" });
  });

  it("ends as aborted where somebody wants it to stop", async () => {
    const { ask, drain, job, engine } = await puttingOff(async () => {
      await engine.cancelJob(1);
      return { putOff: OFFLINE };
    });
    await ask();
    await drain();
    expect(await job()).toMatchObject({ state: "aborted" });
  });

  it("leaves it to another of its key that waits", async () => {
    const { drain, job, engine } = await puttingOff(async ({ id }) => {
      if (id > 1) return;
      await engine.enqueue({ kind: "ask", key: "one" });
      return { putOff: OFFLINE };
    });
    await engine.enqueue({ kind: "ask", key: "one" });
    await drain();
    expect([await job(1), await job(2)]).toMatchObject([{ state: "cancelled", error: { kind: "superseded" } }, { state: "done" }]);
  });
});

describe("a job that came to no end within a slice", () => {
  const why: PutOff = { kind: OUT_OF_TIME, message: "" };

  it("goes on three times in a row, and has made an attempt then", async () => {
    const { db, ask, drain, drainNext, job } = await puttingOff(async () => ({ putOff: why }), { maxAttempts: 2, retry: { delayMs: HOUR, maxMs: HOUR } });
    const id = await ask();
    await db.jobs.update(id, { putOffs: 2, error: why });
    await drain();
    expect(await job()).toMatchObject({ state: "put-off", attempts: 0, putOffs: 3 });
    await drainNext();
    expect(await job()).toMatchObject({ state: "todo", attempts: 1, putOffs: 0, claims: 2, error: { kind: OUT_OF_TIME } });
    await drainNext();
    expect(await job()).toMatchObject({ state: "put-off", attempts: 1, putOffs: 1 });
    await db.jobs.update(id, { putOffs: 3, error: why });
    await drainNext();
    expect(await job()).toMatchObject({ state: "failed", attempts: 2, error: { kind: OUT_OF_TIME } });
  });

  it("goes on as often as it takes where something else keeps it from that", async () => {
    const { db, ask, drain, job } = await puttingOff(async () => ({ putOff: OFFLINE }), { maxAttempts: 1 });
    const id = await ask();
    await db.jobs.update(id, { putOffs: 1000, error: OFFLINE });
    await drain();
    expect(await job()).toMatchObject({ state: "put-off", attempts: 0, putOffs: 1001, runAt: NOON + 5 * MINUTE });
  });
});

describe("a run of a schedule that is put off", () => {
  const schedules = { poll: { everyMs: 30 * MINUTE, job: { kind: "ask", key: "poll" } } };

  it.each([
    ["waits for its next slot", () => ({}), [0, 30, 60]],
    ["waits until it says", (now) => ({ until: now + 10 * MINUTE }), [0, 10, 20, 30]],
    ["comes back sooner where it says how long it waits at most", () => ({ longestMs: 5 * MINUTE }), [0, 1, 3, 7, 12]],
  ] as [string, (now: number) => Partial<PutOff>, number[]][])("%s", async (_, rest, minutes) => {
    const starts: number[] = [];
    const { db, drain, drainNext } = await puttingOff(
      async (job) => {
        starts.push((job.now() - NOON) / MINUTE);
        return { putOff: { ...OFFLINE, ...rest(job.now()) } };
      },
      {},
      { configuration: { schedules } },
    );
    await drain();
    while (starts.length < minutes.length) await drainNext();
    expect(starts).toEqual(minutes);
    expect(await db.jobs.count()).toBe(1);
    expect(await db.schedules.get("poll")).not.toHaveProperty("lastDoneAt");
  });

  it("ends well when it can, and leaves the next slot where it was", async () => {
    let isOffline = true;
    const { db, drain, drainNext, engine, clock } = await puttingOff(async () => (isOffline ? { putOff: OFFLINE } : {}), {}, { configuration: { schedules } });
    await drain();
    isOffline = false;
    clock.set(NOON + 10 * MINUTE);
    await engine.hasten("network");
    await drain();
    expect(await db.jobs.toArray()).toMatchObject([{ state: "done", slot: "poll#1", claims: 2 }]);
    expect(await db.schedules.get("poll")).toMatchObject({ lastDoneAt: NOON + 10 * MINUTE, nextAt: NOON + 30 * MINUTE });
    await drainNext();
    expect(await db.jobs.count()).toBe(2);
  });
});

describe("a host that may not be asked", () => {
  const none: PutOff = { kind: "no-permission", message: "The permission is gone.", hastenedBy: ["permission"] };

  it("puts its jobs off before they begin, which is written down, until it may be asked", async () => {
    let isForbidden = true;
    let runs = 0;
    const { ask, drain, job, notes, engine } = await puttingOff(
      async () => {
        runs++;
      },
      { lane: HOST },
      { world: { hindrance: async (host) => (host === HOST && isForbidden ? none : undefined) } },
    );
    await ask();
    await drain();
    expect(await job()).toMatchObject({ state: "put-off", attempts: 0, hastenedBy: ["permission"], error: { kind: "no-permission" } });
    expect(await notes()).toEqual(["no-permission"]);
    isForbidden = false;
    await engine.hasten("permission");
    await drain();
    expect(await job()).toMatchObject({ state: "done" });
    expect(runs).toBe(1);
  });

  it("holds back no job that asks none", async () => {
    const { ask, drain, job } = await puttingOff(async () => {}, {}, { world: { hindrance: async () => none } });
    await ask();
    await drain();
    expect(await job()).toMatchObject({ state: "done" });
  });

  it("puts off what was about to ask it once more", async () => {
    const ok = { kind: "ok" } as const;
    let isForbidden = false;
    const { ask, drain, job, notes } = await puttingOff(
      async ({ send }) => {
        await send(
          async () => {
            isForbidden = true;
          },
          () => ok,
        );
        await send(
          async () => {},
          () => ok,
        );
      },
      { lane: HOST },
      { world: { hindrance: async () => (isForbidden ? none : undefined) } },
    );
    await ask();
    await drain();
    expect(await job()).toMatchObject({ state: "put-off", attempts: 0, error: { kind: "no-permission" } });
    expect(await notes()).toEqual(["no-permission"]);
  });

  it("for a time that it has asked for lets its job wait just so long", async () => {
    const { ask, drain, job, notes } = await puttingOff(
      async ({ send }) => {
        const busy = { kind: "strike", error: { kind: "rate-limited", message: "429" }, retryAfterMs: HOUR } as const;
        await send(
          async () => {},
          () => busy,
        );
        await send(
          async () => {},
          () => ({ kind: "ok" }),
        );
      },
      { lane: HOST },
    );
    await ask();
    await drain();
    expect(await job()).toMatchObject({ state: "put-off", runAt: NOON + HOUR, error: { kind: "host-rests" } });
    expect(await notes()).toEqual(["host-rests"]);
  });
});

describe("results for which there is no room", () => {
  it("are nobody's fault: the job looks again, for five minutes at most, and that is written", async () => {
    let isFull = true;
    const { ask, drain, drainNext, clock, job, notes, engine } = await puttingOff(
      async () => ({
        async commit() {
          if (isFull) throw new Dexie.QuotaExceededError("full");
        },
      }),
      {
        maxAttempts: 1,
        onRefused: async ({ kind }, { db }) => void (await (db as NotedDatabase).notes.add({ text: kind })),
      },
    );
    await ask();
    await drain();
    const waits: number[] = [];
    for (let times = 0; times < 5; times++) {
      const row = await job();
      expect(row).toMatchObject({ state: "put-off", attempts: 0, hastenedBy: ["person", "start"], error: { kind: "storage-full" } });
      waits.push(((row?.runAt ?? 0) - clock.now()) / MINUTE);
      await drainNext();
    }
    expect(waits).toEqual([1, 2, 4, 5, 5]);
    expect(await notes()).toEqual(Array(6).fill("storage-full"));
    isFull = false;
    await engine.hasten("person");
    await drain();
    expect(await job()).toMatchObject({ state: "done", attempts: 1 });
  });
});
