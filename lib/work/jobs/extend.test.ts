import { describe, expect, it } from "vitest";
import { type FreshWork, freshWork, NOON } from "../../../test/engine/fresh-work.ts";
import { claim } from "../claim.ts";
import { gateOf } from "../lanes/send.ts";
import { defineKind, type RunningJob } from "../work.ts";
import { extend } from "./extend.ts";
import { finish } from "./finish.ts";
import type { Held } from "./held.ts";

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
    await expect(second).rejects.toThrow("paused");
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
    const asked = { nextAt: NOON - back + 10 * MINUTE, askedUntil: NOON - back + 10 * MINUTE, strikes: 1, lastError: { at: NOON - back } };
    if (first) {
      await first(work, held);
      expect(await db.lanes.get(HOST)).toMatchObject(asked);
    }
    await finish(work, one, {});
    expect(await db.lanes.get(HOST)).toMatchObject(asked);
    // Whoever comes next does not move it once more.
    await claim(work, { owner: "another", places: ["background"], dead: new Set() });
    expect(await db.lanes.get(HOST)).toMatchObject(asked);
  });
});
