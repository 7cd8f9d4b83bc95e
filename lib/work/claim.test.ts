import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type FreshWork, freshWork, NOON, type NotedDatabase } from "../../test/engine/fresh-work.ts";
import { claim, LEASE_MS } from "./claim.ts";
import { waiting } from "./jobs/job-state.ts";
import type { JobRequest, JobRow, LaneRow, Place } from "./rows.ts";
import { defineKind, type Kind } from "./work.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HALF = 30 * MINUTE;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const plain = (rest: Pick<Kind, "lane" | "place" | "lock"> = {}) => defineKind<undefined>({ parse: () => undefined, run: async () => {}, ...rest });
const KINDS = {
  plain: plain(),
  a: plain({ lane: "a.example" }),
  b: plain({ lane: "b.example" }),
  single: plain({ lock: "single" }),
  heavy: plain({ place: "heavy" }),
  heavyA: plain({ place: "heavy", lane: "a.example" }),
};
const LANES = { "a.example": { cap: 1, gapMs: SECOND }, "b.example": { cap: 1, gapMs: SECOND } };

function row(rest: Partial<JobRow> = {}): JobRow {
  const job = { kind: "plain", args: undefined, place: "background", lane: "", priority: 0, attempts: 0, claims: 0, maxAttempts: 5, createdAt: NOON };
  return { ...job, state: "todo", ...rest } as unknown as JobRow;
}

/** An engine that has drained once, so that its lanes are there. */
async function claiming(permits = 100): Promise<FreshWork & { take(places?: Place[]): Promise<number[]>; ask(...requests: JobRequest[]): Promise<number[]> }> {
  const work = await freshWork({ kinds: KINDS, configuration: { permits, lanes: LANES } });
  await work.drain();
  return {
    ...work,
    async take(places = ["background", "heavy"]) {
      const { jobs } = await claim(work.work, { owner: "worker", places, dead: new Set() });
      return jobs.map(({ job }) => job.id);
    },
    async ask(...requests) {
      const ids: number[] = [];
      for (const request of requests) ids.push(await work.engine.enqueue(request));
      return ids;
    },
  };
}

describe("the order in which jobs are claimed", () => {
  it("is that of their coming, but that a priority lets a job pass those of the minutes before, and no others", async () => {
    const { db, take } = await claiming();
    const job = fc.record({ ago: fc.nat(20 * MINUTE), priority: fc.integer({ min: 0, max: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { minLength: 2, maxLength: 8 }), async (jobs) => {
        await db.jobs.clear();
        const known = new Map<number, { ago: number; priority: number }>();
        for (const job of jobs) known.set(await db.jobs.add(waiting(row({ priority: job.priority }), NOON - job.ago, NOON)), job);
        const claimed = (await take()).flatMap((id) => known.get(id) ?? []);
        expect(claimed).toHaveLength(jobs.length);
        for (const [place, first] of claimed.entries()) {
          for (const later of claimed.slice(place + 1)) {
            if (later.ago === first.ago) expect(later.priority).toBeLessThanOrEqual(first.priority);
            if (later.priority === first.priority) expect(later.ago).toBeLessThanOrEqual(first.ago);
            expect(later.ago - first.ago).toBeLessThanOrEqual(5 * MINUTE);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("lets nothing run before its time, however urgent", async () => {
    const { take, ask, clock } = await claiming();
    const [late] = await ask({ kind: "plain", priority: 5, runAt: NOON + 1 });
    const [now] = await ask({ kind: "plain" });
    expect(await take()).toEqual([now]);
    clock.set(NOON + 1);
    expect(await take()).toEqual([late]);
  });
});

describe("a job of a key", () => {
  it("waits once, as early and as urgent as anybody wants it", async () => {
    const { db, ask } = await claiming();
    const [first, later, earlier] = await ask(
      { kind: "plain", key: "one", runAt: NOON + HALF, priority: 1 },
      { kind: "plain", key: "one", runAt: NOON + 2 * HALF, priority: 3 },
      { kind: "plain", key: "one", runAt: NOON + MINUTE },
    );
    expect([earlier, later]).toEqual([first, first]);
    expect(await db.jobs.toArray()).toMatchObject([{ runAt: NOON + MINUTE, priority: 3, rank: NOON - 2 * MINUTE, waitingKey: "one" }]);
  });

  it("that fails while another waits leaves the next attempt to that one", async () => {
    const { db, clock, take, ask } = await claiming();
    const [first = 0] = await ask({ kind: "plain", key: "one" });
    await take();
    const [second = 0] = await ask({ kind: "plain", key: "one" });
    clock.set(NOON + LEASE_MS);
    expect(await take()).toEqual([second]);
    expect(await db.jobs.get(first)).toMatchObject({ state: "cancelled", error: { kind: "superseded", message: expect.stringContaining(String(second)) } });
  });

  it("waits again while the one before runs, and another key for itself", async () => {
    const { take, ask } = await claiming();
    const [first, other] = await ask({ kind: "plain", key: "one" }, { kind: "plain", key: "two" });
    expect(await take()).toEqual([first, other]);
    const [second] = await ask({ kind: "plain", key: "one" });
    expect(second).not.toBe(first);
    expect(await take()).toEqual([second]);
  });
});

describe("a job with a lock", () => {
  it("waits while another holds it, and holds nothing back that has none or another", async () => {
    const { take, ask, clock } = await claiming();
    const [first, second, free, other] = await ask(
      { kind: "plain", lock: "one" },
      { kind: "plain", lock: "one" },
      { kind: "plain" },
      { kind: "plain", lock: "two" },
    );
    expect(await take()).toEqual([first, free, other]);
    expect(await take()).toEqual([]);
    clock.set(NOON + LEASE_MS);
    expect(await take()).toContain(second);
  });

  it("leaves its permit to what comes behind it, where one before it has just taken the lock or the lane", async () => {
    const { take, ask } = await claiming(4);
    const [one, , lane, , unlocked, other] = await ask(
      { kind: "plain", lock: "one" },
      { kind: "plain", lock: "one" },
      { kind: "a" },
      { kind: "heavyA" },
      { kind: "plain" },
      { kind: "plain", lock: "two" },
      { kind: "plain" },
    );
    expect(await take()).toEqual([one, lane, unlocked, other]);
  });

  it("has that of its kind, where it names no other", async () => {
    const { take, ask } = await claiming();
    const [first, , other] = await ask({ kind: "single" }, { kind: "single" }, { kind: "single", lock: "other" });
    expect(await take()).toEqual([first, other]);
  });

  it("is not held back by one of the same lock that is due later", async () => {
    const { take, ask } = await claiming();
    const [, now] = await ask({ kind: "plain", lock: "one", priority: 5, runAt: NOON + MINUTE }, { kind: "plain", lock: "one" });
    expect(await take()).toEqual([now]);
  });
});

describe("a lane", () => {
  it.each([
    ["is paused", { paused: true }],
    ["is switched off", { isOff: true }],
    ["rests", { nextAt: NOON + MINUTE }],
  ])("that %s delays its own jobs and no others", async (_, rest) => {
    const { db, take, ask, clock } = await claiming();
    await db.lanes.update("a.example", rest);
    const [stopped, other, none] = await ask({ kind: "a" }, { kind: "b" }, { kind: "plain" });
    expect(await take()).toEqual([other, none]);
    clock.set(NOON + MINUTE);
    await db.lanes.update("a.example", { paused: false, isOff: false });
    expect(await take()).toContain(stopped);
  });

  it("is held by one job at a time, and rests for a gap after that, whatever becomes of the job", async () => {
    const { db, take, ask, clock } = await claiming();
    const [first, second] = await ask({ kind: "a" }, { kind: "a" });
    expect(await take()).toEqual([first]);
    expect(await db.lanes.get("a.example")).toMatchObject({ nextAt: NOON + SECOND });
    clock.set(NOON + 10 * SECOND);
    expect(await take()).toEqual([]);
    await db.jobs.delete(first ?? 0);
    expect(await take()).toEqual([second]);
  });

  it("that nobody declared is there when a job wants it", async () => {
    const { db, engine, drain } = await freshWork({ kinds: { c: plain({ lane: "c.example" }) } });
    await engine.enqueue({ kind: "c" });
    await drain();
    expect(await db.lanes.get("c.example")).toMatchObject({ cap: 1, paused: false });
    expect(await db.jobs.where({ state: "done" }).count()).toBe(1);
  });

  it("with very many jobs makes no claim dearer, nor the look at what is due", async () => {
    const { db, take, drain, due, engine } = await claiming();
    let read = 0;
    const moving = vi.spyOn(IDBCursor.prototype, "continue");
    onTestFinished(() => moving.mockRestore());
    db.jobs.hook("reading", (job) => {
      read++;
      return job;
    });
    const cost = async (work: () => Promise<unknown>) => {
      read = 0;
      moving.mockClear();
      await work();
      return read + moving.mock.calls.length;
    };
    const one = async () => {
      await engine.enqueue({ kind: "b" });
      return cost(take);
    };
    const empty = [await one(), await cost(drain)];
    await db.jobs.clear();
    await db.lanes.bulkPut((await db.lanes.toArray()).map((lane) => ({ ...lane, nextAt: lane.host === "a.example" ? NOON + 4 * MINUTE : 0 })));
    await db.jobs.bulkAdd(Array.from({ length: 1000 }, (_, number) => waiting(row({ lane: "a.example", kind: "a" }), NOON - number, NOON)));
    const full = [await one(), await cost(drain)];
    for (const [place, costs] of full.entries()) expect(costs).toBeLessThanOrEqual((empty[place] ?? 0) + 10);
    expect(due.at).toBeLessThanOrEqual(NOON + 4 * MINUTE);
  });
});

describe("permits", () => {
  it("bound the jobs under way together with those of other contexts, and can be changed while they run", async () => {
    const { db, take, ask } = await claiming(2);
    const ids = await ask(...Array.from({ length: 6 }, () => ({ kind: "plain" })));
    expect(await take()).toEqual(ids.slice(0, 2));
    expect(await take()).toEqual([]);
    await db.engine.put({ name: "permits", permits: 3 });
    expect(await take()).toEqual(ids.slice(2, 3));
    await db.engine.put({ name: "permits", permits: 1 });
    expect(await take()).toEqual([]);
    await db.jobs.bulkDelete(ids.slice(0, 3));
    expect(await take()).toEqual(ids.slice(3, 4));
  });
});

describe("a context", () => {
  it("claims what belongs to its places only", async () => {
    const { take, ask } = await claiming();
    const [heavy, light] = await ask({ kind: "heavy" }, { kind: "plain" });
    expect(await take(["background"])).toEqual([light]);
    expect(await take(["heavy"])).toEqual([heavy]);
  });

  it.each([
    ["may be claimed now", { kind: "heavy" }, {}, true],
    ["is due later", { kind: "heavy", runAt: NOON + 1 }, {}, false],
    ["is of a host that is paused", { kind: "heavyA" }, { paused: true }, false],
    ["is of a host that rests", { kind: "heavyA" }, { nextAt: NOON + 1 }, false],
    ["is of a host that may be asked", { kind: "heavyA" }, {}, true],
    ["is of a host that is held", { kind: "heavyA" }, {}, false, { kind: "a" }],
    ["waits for a lock", { kind: "heavy", lock: "one" }, {}, false, { kind: "plain", lock: "one" }],
    ["waits for a permit", { kind: "heavy" }, {}, false, { kind: "plain" }, 1],
  ] as [string, JobRequest, Partial<LaneRow>, boolean, JobRequest?, number?][])(
    "is told of heavy work that it does not do where that %s",
    async (_, heavy, lane, expected, held, permits = 100) => {
      const { db, work, ask, take } = await claiming(permits);
      await db.lanes.update("a.example", lane);
      if (held) await ask(held);
      await ask(heavy);
      const { elsewhere } = await claim(work, { owner: "worker", places: ["background"], dead: new Set() });
      expect(elsewhere).toEqual(expected ? ["heavy"] : []);
      if (expected) expect(await take(["heavy"])).toHaveLength(1);
      expect((await claim(work, { owner: "worker", places: ["background", "heavy"], dead: new Set() })).elsewhere).toEqual([]);
    },
  );

  it.each([
    ["the last permit", { kind: "heavy" }, { kind: "plain" }, 1],
    ["the lane", { kind: "heavyA" }, { kind: "a" }, 100],
    ["the lock", { kind: "heavy", lock: "one" }, { kind: "plain", lock: "one" }, 100],
  ] as [string, JobRequest, JobRequest, number][])("leaves %s to heavy work whose turn it is, and writes nothing of that", async (_, heavy, light, permits) => {
    const { db, work, take, ask } = await claiming(permits);
    const [first, second] = await ask(heavy, light);
    const lanes = await db.lanes.toArray();
    for (let times = 0; times < 2; times++) {
      expect(await claim(work, { owner: "worker", places: ["background"], dead: new Set() })).toEqual({ jobs: [], elsewhere: ["heavy"] });
    }
    expect(await db.lanes.toArray()).toEqual(lanes);
    expect(await take(["heavy"])).toEqual([first]);
    await db.jobs.delete(first ?? 0);
    await db.lanes.update("a.example", { nextAt: 0 });
    expect(await take(["background"])).toEqual([second]);
  });

  it("takes what comes before heavy work whose turn it is too, and as much behind it as there are permits", async () => {
    const { work, ask } = await claiming(3);
    const [one, , two] = await ask({ kind: "plain" }, { kind: "heavy" }, { kind: "plain" }, { kind: "plain" });
    const { jobs, elsewhere } = await claim(work, { owner: "worker", places: ["background"], dead: new Set() });
    expect(jobs.map(({ job }) => job.id)).toEqual([one, two]);
    expect(elsewhere).toEqual(["heavy"]);
  });

  it.each([
    ["when its lease is over", LEASE_MS, []],
    ["at once where its owner is known to be dead", 1, ["worker"]],
  ])("takes over what another held %s, as another attempt", async (_, later, dead) => {
    const { db, work, take, ask, clock } = await claiming();
    const [id = 0] = await ask({ kind: "plain" });
    await take();
    const before = await db.jobs.get(id);
    clock.set(NOON + later);
    const { jobs } = await claim(work, { owner: "another", places: ["background"], dead: new Set(dead) });
    expect(before).toMatchObject({ token: "worker#1", attempts: 1, claims: 1 });
    expect(jobs).toMatchObject([{ job: { id, owner: "another", token: "another#2", attempts: 2, claims: 2, error: { kind: "crashed" } } }]);
  });

  it("puts what another held among those that wait, as interrupted, where it is not its own to run", async () => {
    const { db, take, ask, clock } = await claiming();
    const [id = 0] = await ask({ kind: "plain", key: "one" });
    await take();
    clock.set(NOON + LEASE_MS);
    expect(await take(["heavy"])).toEqual([]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "interrupted", attempts: 1, claims: 1, runAt: NOON + LEASE_MS, waitingKey: "one" });
    expect(await take()).toEqual([id]);
  });

  it("takes over nothing that is still held", async () => {
    const { work, take, ask, clock } = await claiming();
    await ask({ kind: "plain" });
    await take();
    clock.set(NOON + LEASE_MS - 1);
    expect((await claim(work, { owner: "another", places: ["background"], dead: new Set(["somebody"]) })).jobs).toEqual([]);
  });

  it("gives up a job that kills its worker each time", async () => {
    const { db, clock, take } = await claiming();
    await db.jobs.add(waiting(row({ maxAttempts: 3 }), NOON, NOON));
    for (let attempt = 0; attempt < 5; attempt++) {
      await take();
      clock.set(clock.now() + 2 * LEASE_MS);
    }
    expect(await db.jobs.toArray()).toMatchObject([{ state: "failed", attempts: 3, error: { kind: "crashed" } }]);
  });
});

describe("a job that cannot be run", () => {
  it("for want of its kind fails with that reason, at once", async () => {
    const { db, engine, drain } = await claiming();
    await engine.enqueue({ kind: "later-version" });
    await drain();
    expect(await db.jobs.toArray()).toMatchObject([
      { state: "failed", attempts: 1, error: { kind: "unknown-kind", message: expect.stringContaining("later-version") } },
    ]);
  });

  it("for its arguments fails with what is wrong with them, at once", async () => {
    const strict = defineKind<number, NotedDatabase>({
      parse(args) {
        if (typeof args !== "number") throw new TypeError("A page is a number.");
        return args;
      },
      run: async (page) => ({ commit: async ({ db }) => void (await db.notes.add({ text: `page ${page}` })) }),
      tables: ["notes"],
    });
    const { db, engine, drain, notes } = await freshWork({ kinds: { strict } });
    await engine.enqueue({ kind: "strict", args: "two" });
    await engine.enqueue({ kind: "strict", args: 2 });
    await drain();
    expect(await db.jobs.toArray()).toMatchObject([
      { state: "failed", attempts: 1, error: { kind: "invalid-arguments", message: "A page is a number." } },
      { state: "done" },
    ]);
    expect(await notes()).toEqual(["page 2"]);
  });
});

describe("what a wrong clock has planned", () => {
  it.each([
    ["further ahead than any can wait runs", 6 * HOUR + 1, true],
    ["400 days ahead runs", 400 * DAY, true],
    ["as far ahead as it can wait waits", 6 * HOUR, false],
  ])("a job %s", async (_, ahead, expected) => {
    const { db, take, ask } = await claiming();
    const [id = 0] = await ask({ kind: "plain", priority: 1, key: "one" });
    await db.jobs.update(id, { runAt: NOON + ahead, rank: NOON + ahead - MINUTE });
    expect(await take()).toEqual(expected ? [id] : []);
  });

  it("a job that was put off runs, and is put off no more", async () => {
    const { db, take } = await claiming();
    const putOff = { state: "put-off", error: { kind: "offline", message: "" }, hastenedBy: ["network"] } as const;
    const id = await db.jobs.add(waiting(row({ putOffs: 3 }), NOON + 400 * DAY, NOON + 400 * DAY, putOff));
    expect(await take(["heavy"])).toEqual([]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "todo", runAt: NOON });
    expect(await take()).toEqual([id]);
  });

  it.each([
    ["400 days of our own accord", true, { nextAt: NOON + 400 * DAY }],
    ["400 days because the host had asked for it", true, { nextAt: NOON + 400 * DAY, askedUntil: NOON + 400 * DAY }],
    ["a day because the host asks for it", false, { nextAt: NOON + DAY, askedUntil: NOON + DAY }],
  ])("a rest of %s is cut to a gap: %s", async (_, isHealed, lane) => {
    const { db, take, ask, clock } = await claiming();
    await db.lanes.update("a.example", lane);
    const [id] = await ask({ kind: "a" });
    expect(await take()).toEqual([]);
    expect(await db.lanes.get("a.example")).toMatchObject(isHealed ? { nextAt: NOON + SECOND, askedUntil: 0 } : lane);
    clock.set(NOON + SECOND);
    expect(await take()).toEqual(isHealed ? [id] : []);
  });

  it("a lease ends when one that is given now would", async () => {
    const { db, take, ask, clock } = await claiming();
    const [id = 0] = await ask({ kind: "plain", lock: "one" });
    await take();
    await db.jobs.update(id, { until: NOON + 400 * DAY });
    expect(await take()).toEqual([]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "leased", token: "worker#1", until: NOON + LEASE_MS });
    clock.set(NOON + LEASE_MS);
    expect(await take()).toEqual([id]);
  });
});
