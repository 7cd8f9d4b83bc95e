import { describe, expect, it } from "vitest";
import { type FreshWork, freshWork, NOON } from "../../../test/engine/fresh-work.ts";
import { claim } from "../claim.ts";
import { healed } from "../lanes/lane.ts";
import { gateOf } from "../lanes/send.ts";
import type { LaneRow } from "../rows.ts";
import { defineKind, type RunningJob } from "../work.ts";
import { extend } from "./extend.ts";
import { finish } from "./finish.ts";
import type { Held } from "./held.ts";
import { waiting } from "./job-state.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const HOST = "a.example";

/** An engine with a kind that asks a host. */
function asking(run: (job: RunningJob) => Promise<void> = async () => {}): Promise<FreshWork> {
  return freshWork({
    kinds: {
      ask: defineKind<undefined>({ parse: () => undefined, lane: HOST, run: (_, job) => run(job) }),
      plain: { parse: () => undefined, run: async () => {} },
    },
    configuration: { lanes: { [HOST]: { cap: 1, gapMs: SECOND } } },
  });
}

/** Jobs of these kinds, as a context holds them that has claimed them. */
async function holding(...kinds: string[]): Promise<FreshWork & { held: Held[] }> {
  const fresh = await asking();
  await fresh.drain();
  for (const kind of kinds) await fresh.engine.enqueue({ kind });
  const { jobs } = await claim(fresh.work, { owner: "worker", places: ["background"], dead: new Set() });
  const held = jobs.map(({ job, lane }) => ({ job, until: job.until, stop: new AbortController(), ...(lane && { lane }) }));
  return { ...fresh, held };
}

describe("a lease that could not be prolonged", () => {
  it("is not taken for one that was", async () => {
    const { db, work, clock, held } = await holding("plain", "plain");
    clock.set(NOON + 10 * SECOND);
    const refuse = (_: object, id: number) => {
      if (id === held[1]?.job.id) throw new Error("disk broken");
    };
    db.jobs.hook("updating", refuse);
    await expect(extend(work, held)).rejects.toThrow("disk broken");
    db.jobs.hook("updating").unsubscribe(refuse);
    expect(held.map(({ until }) => until)).toEqual([NOON + MINUTE, NOON + MINUTE]);
    await extend(work, held);
    expect(held.map(({ until }) => until)).toEqual([NOON + 70 * SECOND, NOON + 70 * SECOND]);
  });
});

describe("a host", () => {
  it("that is paused gets nothing more from the slice under way, which ends well", async () => {
    const sent: number[] = [];
    const work: FreshWork = await asking(async (job) => {
      while (!job.isOver()) {
        await job.send(
          async () => sent.push((work.clock.now() - NOON) / SECOND),
          () => ({ kind: "ok" }),
        );
        await work.clock.sleep(500, job.signal, () => true);
      }
    });
    const { db, clock, engine, pass } = work;
    const id = await engine.enqueue({ kind: "ask" });
    const draining = engine.drain();
    await clock.settle();
    clock.set(NOON + 500);
    await engine.pauseLane(HOST, true);
    void engine.drain();
    await clock.settle();
    clock.ring();
    await pass(draining);
    expect(sent).toEqual([0]);
    expect(await db.jobs.get(id)).toMatchObject({ state: "done" });
    expect(await db.lanes.get(HOST)).toMatchObject({ paused: true });
  });

  it("that is paused is not asked by one that has waited for its turn", async () => {
    const { work, engine, held, clock } = await holding("ask");
    const [one] = held as [Held];
    const send = gateOf(work, one, async () => {});
    const ask = () =>
      send(
        async () => clock.now() - NOON,
        () => ({ kind: "ok" }),
      );
    expect(await ask()).toBe(0);
    const second = ask();
    await engine.pauseLane(HOST, true);
    await extend(work, held);
    clock.set(NOON + SECOND);
    clock.ring();
    await expect(second).rejects.toMatchObject({ why: { kind: "paused", hastenedBy: ["person"] } });
  });

  it("that is switched off is known as such to its holder", async () => {
    const { db, work, held } = await holding("ask");
    await db.lanes.update(HOST, { isOff: true });
    await extend(work, held);
    expect(held[0]?.lane).toMatchObject({ isOff: true });
    await finish(work, held[0] as Held, {});
    expect(await db.lanes.get(HOST)).toMatchObject({ isOff: true });
  });

  it("whose gap and cap are changed is asked by the new ones at once", async () => {
    const { db, work, held } = await holding("ask");
    await db.lanes.update(HOST, { gapMs: MINUTE, cap: 3 });
    await extend(work, held);
    expect(held[0]?.lane).toMatchObject({ gapMs: MINUTE, cap: 3 });
  });

  it.each([
    ["two seconds", 2 * SECOND, extend],
    ["an hour", HOUR, extend],
    ["two seconds", 2 * SECOND, undefined],
    ["an hour", HOUR, undefined],
  ])("that asks for time gets it, and no more, also where the clock is set %s back", async (_, back, first) => {
    const { db, work, clock, held } = await holding("ask");
    const [one] = held as [Held];
    const answer = gateOf(work, one, async () => {})(
      async () => {
        clock.set(NOON - back);
      },
      () => ({ kind: "strike", error: { kind: "rate-limited", message: "429" }, retryAfterMs: 10 * MINUTE }),
    );
    await answer;
    const until = NOON - back + 10 * MINUTE;
    const asked = async () => {
      const lane = (await db.lanes.get(HOST)) as LaneRow;
      expect(lane).toMatchObject({ askedUntil: until, strikes: 1, lastError: { at: NOON - back } });
      expect(healed(lane, NOON - back).nextAt).toBe(until);
    };
    if (first) {
      await first(work, held);
      await asked();
    }
    await finish(work, one, {});
    await asked();
    // Whoever comes next does not move it once more.
    await claim(work, { owner: "another", places: ["background"], dead: new Set() });
    await asked();
  });
});

describe("an answer", () => {
  const SILENT = { host: "b.example", cap: 1, gapMs: SECOND, askedUntil: 0, paused: false, strikes: 0, nextAt: NOON + 4 * MINUTE };

  /** A job that was put off, which that may end. */
  async function putOff({ db, engine }: FreshWork, ...hastenedBy: ("network" | "person")[]): Promise<number> {
    const id = await engine.enqueue({ kind: "plain" });
    const job = await db.jobs.get(id);
    if (job) await db.jobs.put(waiting(job, NOON + HOUR, NOON, { state: "put-off", error: { kind: "offline", message: "" }, hastenedBy }));
    return id;
  }

  it.each([
    ["after one was silent lets that be asked again, and what waited for the network run", NOON + MINUTE, NOON + MINUTE + SECOND, NOON + MINUTE],
    ["before that changes nothing", NOON + SECOND, NOON + 4 * MINUTE, NOON + HOUR],
  ])("of a host %s", async (_, heardAt, nextAt, runAt) => {
    const work = await holding("ask");
    const { db, held, clock } = work;
    const [one] = held as [Held];
    await db.lanes.add({ ...SILENT, silence: { since: NOON, at: NOON + 2 * SECOND, times: 3 } });
    const network = await putOff(work, "network", "person");
    const person = await putOff(work, "person");
    clock.set(heardAt);
    one.lane = { ...(one.lane as LaneRow), heardAt };
    await extend(work.work, held);
    expect(await db.lanes.get("b.example")).toMatchObject({ nextAt });
    expect(await db.jobs.get(network)).toMatchObject({ state: "put-off", runAt });
    expect(await db.jobs.get(person)).toMatchObject({ state: "put-off", runAt: NOON + HOUR });
  });

  it("lets nothing run that was put off after it", async () => {
    const work = await holding("ask");
    const { db, held, clock } = work;
    const [one] = held as [Held];
    await db.lanes.add({ ...SILENT, silence: { since: NOON, at: NOON + SECOND, times: 1 } });
    one.lane = { ...(one.lane as LaneRow), heardAt: NOON + 2 * SECOND };
    await extend(work.work, held);
    const id = await putOff(work, "network");
    clock.set(NOON + 10 * SECOND);
    await extend(work.work, held);
    expect(await db.jobs.get(id)).toMatchObject({ runAt: NOON + HOUR });
  });

  it("ends the silence of its own host", async () => {
    const { db, work, held } = await holding("ask");
    const [one] = held as [Held];
    await db.lanes.update(HOST, { silence: { since: NOON, at: NOON, times: 3 } });
    await gateOf(work, one, async () => {})(
      async () => "here",
      () => ({ kind: "none", heard: true }),
    );
    await extend(work, held);
    expect(await db.lanes.get(HOST)).not.toHaveProperty("silence");
    expect(await db.lanes.get(HOST)).toMatchObject({ heardAt: NOON });
  });
});
