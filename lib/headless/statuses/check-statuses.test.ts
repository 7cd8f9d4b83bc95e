import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { type Issue, issue, issuesPage } from "../../../test/headless/sample-issues.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import { digestOf } from "../../papers/text/digest.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import { CHECK_STATUSES, checkStatuses } from "./check-statuses.ts";
import { STATUS_HOST } from "./fetch-issues.ts";
import { withToken } from "./status-token.ts";
import { readStatuses } from "./statuses-state.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 24, 12);
const moment = (ago: number) => new Date(START - ago).toISOString().replace(".000", "");

interface Asked {
  url: string;
  headers: Record<string, string>;
  at: number;
}

async function statuses(issues: Issue[]) {
  const clock = virtualClock(START);
  const db = await freshDatabase(clock.watch);
  const asked: Asked[] = [];
  const host: { answer?: (() => Response) | undefined } = {};
  const network = {
    isOnline: () => true,
    fetch: (async (url: string, init: RequestInit) => {
      const headers = init.headers as Record<string, string>;
      asked.push({ url, headers, at: clock.now() });
      if (host.answer) return host.answer();
      const body = JSON.stringify(issuesPage(issues, url));
      const etag = `"${digestOf([body])}"`;
      return headers["If-None-Match"] === etag ? new Response(null, { status: 304 }) : new Response(body, { headers: { etag } });
    }) as typeof fetch,
  };
  const kinds = { [CHECK_STATUSES]: checkStatuses({ database: async () => db, network: withToken(network, "secret", clock.now) }) };
  const configuration = {
    lanes: { [STATUS_HOST]: { cap: 1, gapMs: 1_000 } },
    schedules: { [CHECK_STATUSES]: { everyMs: 30 * MINUTE, job: { kind: CHECK_STATUSES, key: CHECK_STATUSES } } },
  };
  const work = workOn(db as unknown as WorkDatabase, clock, { kinds, configuration });
  return {
    asked,
    host,
    clock,
    known: async () => (await readStatuses(db)).known.map(({ fact }) => fact.series).sort(),
    state: () => readStatuses(db),
    async work(ms: number) {
      asked.length = 0;
      const end = clock.now() + ms;
      await work.drain();
      while ((work.due.at ?? Number.POSITIVE_INFINITY) < end) await work.drainNext();
      clock.set(end);
    },
  };
}

describe("the papers' issues", () => {
  let issues: Issue[];
  let scout: Awaited<ReturnType<typeof statuses>>;
  beforeEach(async () => {
    issues = Array.from({ length: 250 }, (_, place) => issue(place + 1, `P${2000 + place} R0 x`, moment((300 - place) * HOUR)));
    scout = await statuses(issues);
  });

  it("are all read once, each page beginning where the one before ended, with the token", async () => {
    await scout.work(29 * MINUTE);
    expect(scout.asked.map(({ url }) => new URL(url).searchParams.get("since"))).toEqual([null, moment(201 * HOUR), moment(102 * HOUR)]);
    expect(new Set(scout.asked.map(({ headers }) => headers.Authorization))).toEqual(new Set(["Bearer secret"]));
    expect(await scout.known()).toHaveLength(250);
    expect(await scout.state()).toMatchObject({ hasBaseline: true, attempts: 0, known: expect.arrayContaining([expect.objectContaining({ learntAt: 0 })]) });
  });

  it("are asked for conditionally from then on, and only what has changed is read", async () => {
    await scout.work(2 * HOUR);
    const before = await scout.state();
    await scout.work(30 * MINUTE);
    expect(scout.asked).toMatchObject([{ headers: { "If-None-Match": expect.any(String) } }]);
    issues.push(issue(7, "P2006 R1 x", moment(-2.6 * HOUR), { labels: [{ name: "LWG" }] }));
    await scout.work(HOUR);
    const after = await scout.state();
    expect(after.known.filter((row) => !before.known.some((old) => old.fact.at === row.fact.at))).toMatchObject([
      { fact: { series: "P2006", labels: ["LWG"] }, learntAt: expect.any(Number) },
    ]);
  });

  it("of which one only has a comment are no news", async () => {
    await scout.work(HOUR);
    const before = await scout.state();
    issues.push(issue(7, "P2006 R0 x", moment(-HOUR)));
    await scout.work(HOUR);
    expect((await scout.state()).known).toEqual(before.known);
  });

  it("of which hundreds changed in one second are all read", async () => {
    for (const one of issues) one.updated_at = moment(HOUR);
    await scout.work(29 * MINUTE);
    expect(scout.asked.map(({ url }) => new URL(url).searchParams.get("page"))).toEqual(["1", "1", "2", "3"]);
    expect(await scout.known()).toHaveLength(250);
  });

  it("that changed later than it is do not end the asking", async () => {
    issues.push(issue(900, "P2900 R0 x", moment(-1000 * HOUR)));
    await scout.work(HOUR);
    issues.push(issue(901, "P2901 R0 x", moment(-1.2 * HOUR)));
    await scout.work(HOUR);
    expect(await scout.known()).toContain("P2901");
  });

  it("stay known while the host is in trouble, which is noted and asked about as seldom as it wants", async () => {
    await scout.work(HOUR);
    const resets = Math.floor((scout.clock.now() + 50 * MINUTE) / 1000);
    scout.host.answer = () => new Response("{}", { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(resets) } });
    await scout.work(49 * MINUTE);
    expect(scout.asked).toHaveLength(1);
    expect(await scout.state()).toMatchObject({ attempts: 1, outcome: { kind: "rate-limited" } });
    expect(await scout.known()).toHaveLength(250);
    scout.host.answer = undefined;
    await scout.work(HOUR);
    expect(await scout.state()).toMatchObject({ attempts: 0 });
  });

  it("are asked for no more often where the token is refused", async () => {
    scout.host.answer = () => new Response("{}", { status: 401 });
    await scout.work(6 * HOUR);
    expect(scout.asked.length).toBeLessThanOrEqual(12);
    expect(await scout.state()).toMatchObject({ outcome: { kind: "refused", status: 401 }, known: [] });
  });

  it.each<[string, string]>([
    ["HTML", "<html>"],
    ["an object", "{}"],
  ])("that are %s are none", async (_, body) => {
    scout.host.answer = () => new Response(body);
    await scout.work(29 * MINUTE);
    expect(scout.asked).toHaveLength(1);
    expect(await scout.state()).toMatchObject({ attempts: 1, known: [] });
  });
});
