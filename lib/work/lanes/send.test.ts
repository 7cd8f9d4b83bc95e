import { afterEach, describe, expect, it, vi } from "vitest";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import { LEASE_MS } from "../claim.ts";
import { type Held, Stopped } from "../jobs/held.ts";
import { PutOffError } from "../jobs/put-off.ts";
import type { LaneRow } from "../rows.ts";
import type { PutOff, Work, World } from "../work.ts";
import type { Verdict } from "./lane.ts";
import { gateOf } from "./send.ts";

const NOON = Date.UTC(2026, 0, 5, 12);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const OK: Verdict = { kind: "ok" };
const BAD: Verdict = { kind: "strike", error: { kind: "server-error", message: "503" } };
const SILENT: Verdict = { kind: "silent", error: { kind: "network", message: "no answer" } };

/** Why it was put off. */
const putOffBy = (what: Promise<unknown>): Promise<PutOff> =>
  what.then(
    () => Promise.reject(new Error("It was not.")),
    (error) => (error instanceof PutOffError ? error.why : Promise.reject(error)),
  );

/** The way of a job that began at noon to a host of that lane. */
function gate(lane: Partial<LaneRow> = {}, others: Pick<LaneRow, "host" | "heardAt">[] = [], rest: Partial<World> = {}) {
  const clock = virtualClock(NOON);
  const sent: number[] = [];
  let notes = 0;
  const held: Held = {
    job: { startedAt: NOON, lane: "a.example" } as Held["job"],
    until: NOON + MINUTE,
    stop: new AbortController(),
    lane: { host: "a.example", cap: 1, gapMs: SECOND, nextAt: 0, askedUntil: 0, paused: false, strikes: 0, ...lane },
  };
  const world = {
    now: clock.now,
    random: () => 0.5,
    sleep: (ms: number, signal: AbortSignal) => clock.sleep(ms, signal, () => true),
    database: async () => ({ lanes: { toArray: async () => [held.lane, ...others] } }),
    ...rest,
  };
  const send = gateOf({ world } as unknown as Work, held, async () => {
    notes++;
  });
  return {
    clock,
    held,
    send,
    /** When each request was sent, ms after noon. */
    sent,
    notes: () => notes,
    /** Asks, and is answered after that time with what is judged so. */
    ask: (tookMs = 0, verdict = OK) =>
      send(
        async (signal) => {
          sent.push(clock.now() - NOON);
          if (tookMs > 0) await clock.sleep(tookMs, signal, () => true);
          return "answer";
        },
        () => verdict,
      ),
    async pass(ms: number) {
      const end = clock.now() + ms;
      for (;;) {
        await clock.settle();
        const next = clock.next() ?? Number.POSITIVE_INFINITY;
        clock.set(Math.min(next, end));
        if (next > end) return;
        clock.ring();
      }
    },
  };
}

afterEach(() => vi.restoreAllMocks());

describe("requests of a job", () => {
  it("keep the gap between their starts, and the cap of those under way", async () => {
    const { ask, pass, sent } = gate({ cap: 2 });
    const all = Promise.all(Array.from({ length: 5 }, () => ask(5 * SECOND)));
    await pass(MINUTE);
    expect(sent).toEqual([0, 1, 5, 6, 10].map((seconds) => seconds * SECOND));
    await all;
  });

  it("leave a part of the gap to chance, where the lane says so", async () => {
    const { ask, pass, sent } = gate({ jitter: 0.2 });
    const all = Promise.all([ask(), ask()]);
    await pass(MINUTE);
    expect(sent).toEqual([0, 1_100]);
    await all;
  });

  it("wait for a short rest of the host, and for a longer one not at all", async () => {
    const { ask, pass, sent } = gate({ nextAt: NOON + 15 * SECOND });
    const first = ask();
    await pass(MINUTE);
    expect(sent).toEqual([15 * SECOND]);
    await first;
    const long = gate({ nextAt: NOON + 15 * SECOND + 1 });
    expect(await putOffBy(long.ask())).toMatchObject({ kind: "host-rests", until: NOON + 15 * SECOND + 1 });
    expect(long.sent).toEqual([]);
  });

  it.each([
    ["is paused", { paused: true }, { kind: "paused", hastenedBy: ["person"] }],
    ["is switched off", { isOff: true }, { kind: "switched-off", hastenedBy: ["person"] }],
  ])("are not sent where the host %s", async (_, lane, why) => {
    const { ask, sent } = gate(lane);
    expect(await putOffBy(ask())).toMatchObject(why);
    expect(sent).toEqual([]);
  });

  it("are not sent any more where the host may not be asked any more", async () => {
    const why: PutOff = { kind: "no-permission", message: "The permission is gone.", hastenedBy: ["permission"] };
    const asked: string[] = [];
    const hindrance = async (host: string) => {
      asked.push(host);
      return asked.length > 1 ? why : undefined;
    };
    const { ask, pass, sent } = gate({}, [], { hindrance });
    await ask();
    const second = putOffBy(ask());
    await pass(SECOND);
    expect(await second).toEqual(why);
    expect(asked).toEqual(["a.example", "a.example"]);
    expect(sent).toEqual([0]);
  });

  it("look up a lease that a clock set back says nothing of", async () => {
    const { ask, clock, held, notes } = gate();
    await ask();
    expect(notes()).toBe(0);
    clock.set(held.until - LEASE_MS - 1);
    held.lane = { ...(held.lane as LaneRow), nextAt: 0 };
    await ask();
    expect(notes()).toBe(1);
  });

  it("end after 25 seconds", async () => {
    const limit = new AbortController();
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(limit.signal);
    const { ask, pass, held } = gate();
    const answer = ask(MINUTE, BAD);
    await pass(0);
    expect(timeout.mock.calls).toEqual([[25 * SECOND]]);
    limit.abort();
    // That it took too long is the answer, and it is judged.
    expect(await answer).toBe("answer");
    expect(held.lane).toMatchObject({ strikes: 1 });
  });

  it("are not sent when the lease is over", async () => {
    const { ask, clock, held, sent } = gate();
    clock.set(held.until);
    await expect(ask()).rejects.toThrow(Stopped);
    expect(sent).toEqual([]);
  });
});

describe("a bad answer", () => {
  it("is noted at once, and delays the next request", async () => {
    const { ask, pass, sent, notes, held } = gate();
    const all = Promise.allSettled([ask(SECOND, BAD), ask()]);
    await pass(MINUTE);
    expect(notes()).toBe(1);
    expect(held.lane).toMatchObject({ strikes: 0, lastError: { kind: "server-error" } });
    expect(sent).toEqual([0, 8 * SECOND]);
    await all;
  });

  it("that we caused ourselves by stopping is none", async () => {
    const { ask, pass, held, notes } = gate();
    const answer = ask(MINUTE, BAD);
    await pass(SECOND);
    held.stop.abort(new Stopped("Stopped on demand."));
    await expect(answer).rejects.toThrow("Stopped on demand.");
    expect(notes()).toBe(0);
    expect(held.lane).toMatchObject({ strikes: 0 });
  });
});

describe("no answer", () => {
  it.each([
    ["where nobody else is known to answer", 0, []],
    ["where others answered before", 0, [{ host: "b.example", heardAt: NOON }]],
    ["where others have never answered", 0, [{ host: "b.example" }]],
    ["where others answer meanwhile", 1, [{ host: "c.example" }, { host: "b.example", heardAt: NOON + 2 * SECOND }]],
  ])("%s is noted at once, delays the next request, and counts as so many strikes: %i", async (_, strikes, others) => {
    const { ask, pass, sent, notes, held } = gate({ silence: { since: NOON, at: NOON - SECOND, times: 1 } }, others);
    const all = Promise.allSettled([ask(SECOND, SILENT), ask()]);
    await pass(7 * SECOND);
    expect(notes()).toBe(1);
    expect(held.lane).toMatchObject({ strikes, silence: { times: 2 - strikes } });
    expect(sent).toEqual([0]);
    await pass(MINUTE);
    expect(sent).toHaveLength(2);
    await all;
  });

  it("is not taken for another host's fault because of what it answered itself", async () => {
    const { ask, held } = gate({ heardAt: NOON + SECOND, silence: { since: NOON, at: NOON - SECOND, times: 1 } });
    await ask(0, SILENT);
    expect(held.lane).toMatchObject({ strikes: 0, silence: { times: 2 } });
  });
});
