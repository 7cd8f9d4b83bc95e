import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import { readProbing } from "../../store/drafts/probing-cycle.ts";
import { readCheck } from "../../store/health/check-state.ts";
import { CHECK_INDEX, COMPARE_INDEX, DRAFT_HOST, INDEX_HOST, PROBE_DRAFTS } from "../../terms/work-names.ts";
import { BREAKS_AT } from "../../work/lanes/lane.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import { checkIndex } from "./check-index.ts";
import { compareIndex } from "./compare-index.ts";
import { probeDrafts } from "./probe-drafts.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SLOTS = { [CHECK_INDEX]: 30 * MINUTE, [PROBE_DRAFTS]: 30 * MINUTE };

interface Ask {
  host: string;
  at: number;
  isAnswered: boolean;
}

const gone = (): Response => {
  throw new TypeError("Failed to fetch");
};
/** A hotel's page that answers for every host, whatever is asked. */
const portal = (method: string) =>
  new Response(method === "HEAD" ? null : "<!doctype html><title>Room 12</title>", { headers: { "content-type": "text/html" } });

/** Index and drafts as they are asked for, with one hour behind them, and a network that is gone from then on for so long, of these hosts or of all; nobody says that there is none. */
async function outage(hours: number, { hosts = [], answer = gone }: { hosts?: string[]; answer?: (method: string) => Response } = {}) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  const database = async () => db;
  const down = { from: NOON + HOUR, to: NOON + (1 + hours) * HOUR };
  const asks: Ask[] = [];
  const network = {
    async fetch(url: unknown, init?: RequestInit) {
      const { host } = new URL(String(url));
      const isDown = clock.now() >= down.from && clock.now() < down.to && (hosts.length === 0 || hosts.includes(host));
      asks.push({ host, at: clock.now(), isAnswered: !isDown });
      if (isDown) return answer(init?.method ?? "GET");
      if (init?.method === "HEAD") return new Response(null, { status: 404 });
      return Response.json(indexOf({ P2300R10: { date: "2026-11-01" }, P2301R1: { date: "2026-11-01" } }), { headers: { etag: '"1"' } });
    },
    isOnline: () => true,
  };
  const kinds = {
    [CHECK_INDEX]: checkIndex({ database, network, handsOver: () => false }),
    [COMPARE_INDEX]: compareIndex(database),
    [PROBE_DRAFTS]: probeDrafts({ database, network, random: () => 0.3 }),
  };
  const work = workOn(db as unknown as WorkDatabase, clock, {
    kinds,
    configuration: {
      lanes: { [INDEX_HOST]: { cap: 1, gapMs: 1_000 }, [DRAFT_HOST]: { cap: 2, gapMs: 0 } },
      schedules: Object.fromEntries(Object.entries(SLOTS).map(([kind, everyMs]) => [kind, { everyMs, job: { kind, key: kind } }])),
    },
  });
  const rests: number[] = [];
  const runUntil = async (end: number) => {
    while ((work.due.at ?? Number.POSITIVE_INFINITY) <= end) {
      await work.drainNext();
      rests.push(...(await db.lanes.toArray()).map(({ nextAt }) => nextAt - clock.now()));
    }
    clock.set(end);
  };
  await work.drain();
  await runUntil(down.from - 1);
  rests.length = 0;
  await runUntil(down.to - 1);
  return {
    db,
    work,
    asks,
    down,
    rests,
    runUntil,
    /** How often a host was asked in vain. */
    inVain: (host: string) => asks.filter((ask) => ask.host === host && !ask.isAnswered).length,
    /** How long after the end of it a host was asked again, ms. */
    askedAgainAfter: (host: string) => (asks.find((ask) => ask.host === host && ask.at >= down.to)?.at ?? Number.POSITIVE_INFINITY) - down.to,
  };
}

it.each([1.3, 4.3, 8.3])(
  "after %s hours without a network, of which nobody tells, each host is asked again in its time, the drafts within 5 minutes, and neither is blamed or rests for longer",
  { timeout: 300_000 },
  async (hours) => {
    const { db, down, rests, runUntil, inVain, askedAgainAfter } = await outage(hours);
    expect(Math.max(...rests)).toBeLessThanOrEqual(5 * MINUTE);
    for (const { host, strikes } of await db.lanes.toArray()) expect(strikes, host).toBeLessThan(BREAKS_AT);
    // Of the others nobody here knows how they are done.
    expect((await db.jobs.where({ state: "failed" }).toArray()).filter(({ kind }) => kind in SLOTS)).toEqual([]);
    await runUntil(down.to + 31 * MINUTE);
    expect(askedAgainAfter(INDEX_HOST)).toBeLessThanOrEqual(30 * MINUTE);
    expect(askedAgainAfter(DRAFT_HOST)).toBeLessThanOrEqual(5 * MINUTE);
    expect(await readCheck(db)).toMatchObject({ attempts: 0, outcome: { kind: "unchanged" } });
    expect(await readProbing(db)).toMatchObject({ failures: 0, last: { outcome: { kind: "good" } } });
    // Nobody hammers a network that is gone, either.
    expect(inVain(INDEX_HOST)).toBeLessThanOrEqual(hours * 2 + 2);
    expect(inVain(DRAFT_HOST)).toBeLessThanOrEqual(hours * 26 + 10);
  },
);

it("both hosts are asked at once where it is told that the network is back", { timeout: 300_000 }, async () => {
  const { db, work, down, runUntil, askedAgainAfter } = await outage(1.3);
  await runUntil(down.to);
  await work.pass(work.engine.hasten("network"));
  await work.drain();
  expect(Math.max(askedAgainAfter(INDEX_HOST), askedAgainAfter(DRAFT_HOST))).toBeLessThan(MINUTE);
  expect(await readCheck(db)).toMatchObject({ attempts: 0, outcome: { kind: "unchanged" } });
});

it("a host that alone does not answer is to blame, since another does, and is asked again before long", { timeout: 300_000 }, async () => {
  const { db, down, rests, runUntil, inVain, askedAgainAfter } = await outage(2.3, { hosts: [INDEX_HOST] });
  const [drafts, index] = [await db.lanes.get(DRAFT_HOST), await db.lanes.get(INDEX_HOST)];
  expect(drafts).toMatchObject({ strikes: 0 });
  expect(index?.strikes).toBeGreaterThan(0);
  // That the other one answers is no reason to ask it the more often.
  expect(inVain(INDEX_HOST)).toBeLessThanOrEqual(2.3 * 2 + 2);
  expect(Math.max(...rests)).toBeLessThanOrEqual(5 * MINUTE);
  await runUntil(down.to + 31 * MINUTE);
  expect(askedAgainAfter(INDEX_HOST)).toBeLessThanOrEqual(30 * MINUTE);
  expect(await db.lanes.get(INDEX_HOST)).toMatchObject({ strikes: 0 });
});

it("a network that answers for every host with a page of its own brings no paper and no draft, and costs nothing when it ends", {
  timeout: 300_000,
}, async () => {
  const { db, down, rests, runUntil, inVain, askedAgainAfter } = await outage(8.3, { answer: portal });
  expect(await db.drafts.count()).toBe(0);
  expect(await db.matches.count()).toBe(0);
  expect(await readCheck(db)).toMatchObject({ outcome: { kind: "html" } });
  expect(await readProbing(db)).toMatchObject({ last: { found: 0, outcome: { kind: "answers-everything" } } });
  expect(Math.max(...rests)).toBeLessThanOrEqual(5 * MINUTE);
  for (const { host, strikes } of await db.lanes.toArray()) expect(strikes, host).toBeLessThan(BREAKS_AT);
  await runUntil(down.to + 31 * MINUTE);
  expect(askedAgainAfter(INDEX_HOST)).toBeLessThanOrEqual(30 * MINUTE);
  expect(askedAgainAfter(DRAFT_HOST)).toBeLessThanOrEqual(30 * MINUTE);
  expect(inVain(INDEX_HOST)).toBeLessThanOrEqual(8.3 * 2 + 2);
  expect(await readCheck(db)).toMatchObject({ attempts: 0, outcome: { kind: "unchanged" } });
  expect(await readProbing(db)).toMatchObject({ failures: 0, last: { outcome: { kind: "good" } } });
});
