import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import type { Database } from "../../store/database/database.ts";
import type { DayTally, ProbingState } from "../../store/database/state-rows.ts";
import { newProbing } from "../../store/drafts/probing-cycle.ts";
import { readTally } from "../../store/health/tally.ts";
import { replaceIndex } from "../../store/index/replace-index.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import { addWatch } from "../../store/lists/watchlists.ts";
import { DRAFT_HOST, PROBE_DRAFTS, READ_DRAFT } from "../../terms/work-names.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import type { PutOff } from "../../work/work.ts";
import { probeDrafts } from "./probe-drafts.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Answer = (name: string) => Response | Promise<Response>;
const pdf =
  (headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(null, { headers: { "content-type": "application/pdf", "content-length": "50000", ...headers } });
const absent: Answer = () => new Response(null, { status: 404 });

/** PaperScout's asking for drafts, with P2300R10 in the index and its number watched, and a host that has these files. */
async function probing({ gapMs = 0, cap = 1 } = {}) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  await replaceIndex(db, indexOf({ P2300R10: { date: "2026-11-01" } }), {}, NOON - 1);
  const list = await db.watchlists.add({ name: "x", mode: "notify" });
  await addWatch(db, list, { kind: "paper", text: "P2300" }, 0);
  await writeSetting(db, "quietBaseMinutes", 360);
  const files = new Map<string, Answer>();
  const host = { otherwise: absent, isAllowed: true };
  const asked: { name: string; at: number; headers: Headers }[] = [];
  const network = {
    async fetch(url: unknown, init?: RequestInit) {
      const name = String(url).slice(String(url).lastIndexOf("/") + 1);
      asked.push({ name, at: clock.now() - NOON, headers: new Headers(init?.headers) });
      return (files.get(name) ?? host.otherwise)(name);
    },
    isOnline: () => true,
  };
  const kinds = { [PROBE_DRAFTS]: probeDrafts({ database: async () => db, network, random: () => 0.5 }) };
  const hindrance = async (): Promise<PutOff | undefined> =>
    host.isAllowed ? undefined : { kind: "not-allowed", message: "no", until: clock.now() + 60 * MINUTE, hastenedBy: ["permission"] };
  const work = workOn(db as unknown as WorkDatabase, clock, { kinds, configuration: { lanes: { [DRAFT_HOST]: { cap, gapMs } } }, world: { hindrance } });
  return {
    db,
    clock,
    files,
    host,
    asked,
    work,
    /** A cycle, so long after the last one that every watched file is due again. */
    async cycle() {
      clock.set(clock.now() + 24 * 60 * MINUTE);
      asked.length = 0;
      await work.engine.enqueue({ kind: PROBE_DRAFTS, key: PROBE_DRAFTS });
      await work.drain();
    },
    state: async () => (await db.state.get("probing")) as ProbingState | undefined,
    events: async () => (await db.log.toArray()).map(({ kind }) => kind),
    names: () => asked.map(({ name }) => name),
  };
}

const isControl = (name: string) => name.includes("R999");

/** All days of the tally together. */
async function tallied(db: Database): Promise<DayTally> {
  const sum = { checks: 0, failures: 0, drafts: 0 };
  for (const day of Object.values(await readTally(db))) for (const what of Object.keys(sum) as (keyof DayTally)[]) sum[what] += day[what];
  return sum;
}

describe("asking for drafts", () => {
  it("asks for the next revision of what is watched, and records a draft that is there with the page that is to be read", async () => {
    const { db, files, cycle, state, events, names } = await probing();
    await cycle();
    expect(names()).toContain("D2300R11.pdf");
    expect(names().filter(isControl)).toEqual([]);
    expect(await state()).toMatchObject({ hasBaseline: true, cycle: 1, last: { outcome: { kind: "good" }, found: 0 } });
    files.set("D2300R11.pdf", pdf({ "last-modified": "Sun, 22 Nov 2026 11:30:00 GMT", etag: '"1"' }));
    await cycle();
    expect(await db.drafts.toArray()).toMatchObject([{ id: "D2300R11", files: [{ extension: ".pdf", etag: '"1"', size: 50_000 }] }]);
    expect((await db.drafts.get("D2300R11"))?.baseline).toBeUndefined();
    expect(await events()).toEqual(["draft-found"]);
    expect(await tallied(db)).toEqual({ checks: 2, failures: 0, drafts: 1 });
    expect(await db.jobs.filter(({ kind }) => kind === READ_DRAFT).toArray()).toMatchObject([{ args: { id: "D2300R11" } }]);
    expect(names().filter(isControl)).toHaveLength(1);
  });

  it("takes what its first good cycle finds for the baseline, and a failed one for none", async () => {
    const { db, files, host, cycle, state } = await probing();
    host.otherwise = () => new Response(null, { status: 503 });
    await cycle();
    expect(await state()).toMatchObject({ hasBaseline: false, failures: 1, last: { outcome: { kind: "server-error", status: 503 } } });
    host.otherwise = absent;
    files.set("D2300R11.pdf", pdf());
    await cycle();
    expect(await db.drafts.toArray()).toMatchObject([{ id: "D2300R11", baseline: true }]);
    expect(await tallied(db)).toEqual({ checks: 2, failures: 1, drafts: 0 });
    expect(await state()).toMatchObject({ hasBaseline: true, failures: 0 });
  });

  it.each([
    ["says that every file is there", pdf()],
    ["sends everybody to another page", () => new Response(null, { status: 302 })],
    ["answers with a page in place of each file", () => new Response(null, { headers: { "content-type": "text/html", "content-length": "5000" } })],
  ])("records nothing where the host %s", async (_, otherwise) => {
    const { db, host, cycle, state, events } = await probing();
    host.otherwise = otherwise;
    await cycle();
    expect(await state()).toMatchObject({ hasBaseline: false, failures: 1, last: { outcome: { kind: "answers-everything" }, found: 0 } });
    expect(await db.drafts.count()).toBe(0);
    expect(await db.asked.count()).toBe(0);
    expect(await events()).toEqual([]);
    expect(await db.jobs.where({ state: "put-off" }).toArray()).toMatchObject([{ attempts: 0, error: { kind: "answers-everything" } }]);
  });

  it("asks only for what cannot be there while the host has everything, and for all the rest once it has not", async () => {
    const { db, host, cycle, names, state, asked } = await probing();
    host.otherwise = pdf();
    await cycle();
    await cycle();
    expect(asked).toHaveLength(1);
    expect(names().filter(isControl)).toHaveLength(1);
    host.otherwise = absent;
    await cycle();
    expect(names()).toContain("D2300R11.pdf");
    expect(await state()).toMatchObject({ failures: 0, last: { outcome: { kind: "good" } } });
    expect(await db.drafts.count()).toBe(0);
  });

  it("leaves a host alone that answered everything and has trouble of its own now, and says which", async () => {
    const { host, cycle, asked, state } = await probing();
    host.otherwise = pdf();
    await cycle();
    host.otherwise = () => new Response(null, { status: 503 });
    await cycle();
    expect(asked).toHaveLength(1);
    expect(await state()).toMatchObject({ failures: 2, last: { outcome: { kind: "server-error", status: 503 } } });
  });

  it("believes it that every file it asks for has come on one day, where what cannot be has not", async () => {
    const { db, host, cycle, names, events } = await probing();
    const list = await db.watchlists.add({ name: "y", mode: "notify" });
    for (const number of [2301, 2302, 2303, 2304, 2305]) await addWatch(db, list, { kind: "paper", text: `P${number}` }, 0);
    await cycle();
    host.otherwise = (name) => (isControl(name) ? absent(name) : pdf()(name));
    await cycle();
    expect(names().length).toBeGreaterThan(5);
    expect((await events()).filter((kind) => kind === "draft-found").length).toBeGreaterThan(0);
  });

  it("stops at the first trouble, leaves the host alone for as long as it asks for, and goes on with the rest", async () => {
    const { files, clock, cycle, work, asked, names, state } = await probing();
    await cycle();
    const troubled = "D2300R11.pdf";
    files.set(troubled, () => new Response(null, { status: 429, headers: { "retry-after": "600" } }));
    await cycle();
    expect(names().at(-1)).toBe(troubled);
    const before = names().length;
    expect(await state()).toMatchObject({ running: { asked: before, troubles: 1 } });
    files.delete(troubled);
    const heard = clock.now();
    while ((await state())?.running) await work.drainNext();
    expect((asked[before]?.at ?? 0) + NOON - heard).toBeGreaterThanOrEqual(10 * MINUTE);
    expect(names().filter((name) => name === troubled)).toHaveLength(2);
    expect(new Set(names()).size).toBe(names().length - 1);
    expect(await state()).toMatchObject({ cycle: 2, last: { outcome: { kind: "good" }, asked: names().length } });
  });

  it.each([
    ["refuses one file for ever", () => new Response(null, { status: 403 }), 1],
    ["fails at one file for ever", () => new Response(null, { status: 500 }), 2],
    ["drops the connection for one file", () => Promise.reject(new TypeError("Failed to fetch")), 1],
    ["drops the connection for one file, among several at once", () => Promise.reject(new TypeError("Failed to fetch")), 3],
  ])("has the good of all others where the host %s", async (_, trouble, cap) => {
    const { db, files, cycle, state, names, events } = await probing({ cap });
    await writeSetting(db, "asksAtOnce", cap);
    // The first that is asked for.
    files.set("D2300R11.html", trouble as Answer);
    files.set("D2300R11.pdf", trouble as Answer);
    await cycle();
    const all = names().length;
    expect(all).toBeGreaterThan(20);
    expect(new Set(names()).size).toBe(all);
    expect(await state()).toMatchObject({ hasBaseline: true, failures: 0, last: { outcome: { kind: "good" }, troubles: 2, asked: all } });
    files.set("D2300R12.pdf", pdf({ "last-modified": "Sun, 22 Nov 2026 11:30:00 GMT" }));
    await cycle();
    expect(await events()).toEqual(["draft-found"]);
    expect(await state()).toMatchObject({ failures: 0, last: { outcome: { kind: "good" }, found: 1 } });
  });

  it("goes on behind files that alone made the last cycle fail", async () => {
    const { db, files, host, cycle, state, names } = await probing();
    host.otherwise = () => new Response(null, { status: 403 });
    await cycle();
    expect(await state()).toMatchObject({ failures: 1, last: { outcome: { kind: "refused", status: 403 } } });
    const first = names();
    expect(first.length).toBeLessThan(9);
    expect(await db.drafts.count()).toBe(0);
    for (const name of first) files.set(name, host.otherwise);
    host.otherwise = absent;
    await cycle();
    expect(await state()).toMatchObject({ failures: 0, last: { outcome: { kind: "good" } } });
  });

  it("believes a host that refuses the name which cannot exist", async () => {
    const { db, host, files, cycle } = await probing();
    await cycle();
    files.set("D2300R11.pdf", pdf());
    host.otherwise = (name) => new Response(null, { status: isControl(name) ? 403 : 404 });
    await cycle();
    expect(await db.drafts.count()).toBe(1);
  });

  it("keeps a find for the next slice where the name which cannot exist had no answer, and what else was learnt for good", async () => {
    const { db, host, files, cycle, state, names } = await probing();
    await cycle();
    files.set("D2300R11.pdf", pdf());
    let refusals = 1;
    host.otherwise = (name) => new Response(null, { status: isControl(name) && refusals-- > 0 ? 503 : 404 });
    await cycle();
    expect(names().filter((name) => name === "D2300R11.pdf")).toHaveLength(2);
    expect(names().filter(isControl)).toHaveLength(2);
    expect(new Set(names()).size).toBe(names().length - 2);
    expect(await db.drafts.count()).toBe(1);
    expect(await state()).toMatchObject({ failures: 0, last: { outcome: { kind: "good" }, found: 1 } });
  });

  it("asks again for what it has with the validators, and logs a change once", async () => {
    const { db, files, cycle, asked, events } = await probing();
    const first = { "last-modified": "Sun, 22 Nov 2026 11:30:00 GMT", etag: '"1"' };
    files.set("D2300R11.pdf", pdf(first));
    await cycle();
    files.set("D2300R11.pdf", () => new Response(null, { status: 304, headers: first }));
    await cycle();
    expect(asked.find(({ name }) => name === "D2300R11.pdf")?.headers.get("if-none-match")).toBe('"1"');
    files.set("D2300R11.pdf", pdf({ "last-modified": "Tue, 24 Nov 2026 11:30:00 GMT", etag: '"2"' }));
    await cycle();
    await cycle();
    expect(await events()).toEqual(["draft-found", "draft-changed"]);
    expect((await db.drafts.get("D2300R11"))?.files).toMatchObject([{ etag: '"2"' }]);
  });

  it("goes on in slices until all of its plan is asked, each file once, with the gap between them", async () => {
    const { clock, asked, cycle, names, state } = await probing({ gapMs: 7_000 });
    await cycle();
    expect(names().length).toBeGreaterThan(3);
    expect(new Set(names()).size).toBe(names().length);
    const gaps = asked.slice(1).map(({ at }, place) => at - (asked[place]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7_000);
    expect(await state()).toMatchObject({ cycle: 1, last: { asked: names().length, planned: names().length } });
    expect(clock.now() - NOON).toBeGreaterThan(20_000);
  });

  it("is not kept from it by a clock that was ahead: what was asked for or found in a time to come is asked for by the right one", async () => {
    const { clock, files, cycle, names, state, events } = await probing();
    await cycle();
    const right = clock.now();
    files.set("D2300R11.pdf", pdf());
    clock.set(right + 366 * DAY);
    await cycle();
    expect(await events()).toEqual(["draft-found"]);
    clock.set(right);
    await cycle();
    // What was found is looked at for changes, and the revision behind it is asked for as on any day.
    expect(names()).toEqual(expect.arrayContaining(["D2300R11.pdf", "D2300R12.pdf"]));
    expect(await state()).toMatchObject({ last: { outcome: { kind: "good" } } });
    await cycle();
    expect(names()).toContain("D2300R12.pdf");
  });

  it("stops for the day at the limit, which is no failure", async () => {
    const { db, work, cycle, state, names } = await probing();
    await writeSetting(db, "draftsPerDay", 100);
    await db.state.put({
      name: "probing",
      since: NOON,
      phase: 0.5,
      cycle: 1,
      today: { day: "2026-11-23", asked: 98 },
      frontier: 0,
      failures: 0,
      lastSuccessAt: 0,
      hasBaseline: true,
    });
    await cycle();
    expect(names()).toHaveLength(2);
    expect(await state()).toMatchObject({ cycle: 1, today: { asked: 100 }, failures: 0, last: { outcome: { kind: "budget-spent" } } });
    await work.engine.enqueue({ kind: PROBE_DRAFTS, key: PROBE_DRAFTS });
    await work.drain();
    expect(names()).toHaveLength(2);
    expect(await state()).toMatchObject({ cycle: 1 });
    await writeSetting(db, "draftsPerDay", 4_000);
    await cycle();
    expect(names().length).toBeGreaterThan(2);
    expect(await state()).toMatchObject({ cycle: 2, last: { outcome: { kind: "good" } } });
  });

  it("takes for the baseline what could be asked for before the first day's limit", async () => {
    const { db, files, cycle, state } = await probing();
    await writeSetting(db, "draftsPerDay", 100);
    await db.state.put({ ...newProbing(NOON, 0.5), today: { day: "2026-11-23", asked: 97 } });
    files.set("D2300R11.pdf", pdf());
    await cycle();
    expect(await state()).toMatchObject({ cycle: 0, hasBaseline: true, last: { outcome: { kind: "budget-spent" } } });
    expect(await db.drafts.toArray()).toMatchObject([{ baseline: true }]);
  });

  it("asks nobody without the permission, before there is an index, or where it is switched off", async () => {
    const { db, host, cycle, asked, state } = await probing();
    host.isAllowed = false;
    await cycle();
    expect(await state()).toMatchObject({ cycle: 0, failures: 1, last: { outcome: { kind: "not-allowed" } } });
    expect(await db.jobs.where({ state: "put-off" }).toArray()).toMatchObject([{ attempts: 0, error: { kind: "not-allowed" } }]);
    host.isAllowed = true;
    await writeSetting(db, "drafts", false);
    await cycle();
    await writeSetting(db, "drafts", true);
    await db.state.delete("index");
    await cycle();
    expect(asked).toEqual([]);
  });

  it.each<[trouble: string, otherwise: Answer, waits: number[]]>([
    ["has trouble of its own", () => new Response(null, { status: 503 }), [1, 2, 4, 5, 5, 5]],
    ["cannot be reached", () => Promise.reject(new TypeError("Failed to fetch")), [1, 2, 4, 5, 5, 5]],
    // After five bad answers it is left alone for as long as any.
    ["refuses everything", () => new Response(null, { status: 403 }), [1, 2, 5, 5, 5, 5]],
    ["says that every file is there", pdf(), [1, 2, 4, 5, 5, 5]],
  ])("begins a cycle again under its number 1, 2, 4 and then every 5 minutes, as long as the host %s", async (_, otherwise, expected) => {
    const { db, work, clock, host, cycle, state } = await probing();
    host.otherwise = otherwise;
    await cycle();
    const waits: number[] = [];
    for (let failures = 1; failures <= 6; failures++) {
      expect(await state()).toMatchObject({ cycle: 0, hasBaseline: false, failures });
      waits.push(((work.due.at ?? 0) - clock.now()) / MINUTE);
      await work.drainNext();
    }
    expect(waits).toEqual(expected);
    expect(await db.jobs.where({ state: "failed" }).count()).toBe(0);
    host.otherwise = absent;
    await work.drainNext();
    expect(await state()).toMatchObject({ cycle: 1, hasBaseline: true, failures: 0, last: { outcome: { kind: "good" } } });
  });

  it("begins again at once where the network is told to be back", async () => {
    const { clock, work, host, cycle, state } = await probing();
    host.otherwise = () => Promise.reject(new TypeError("Failed to fetch"));
    await cycle();
    const failed = clock.now();
    host.otherwise = absent;
    await work.pass(work.engine.hasten("network"));
    await work.drain();
    expect(clock.now() - failed).toBeLessThan(MINUTE);
    expect(await state()).toMatchObject({ cycle: 1, failures: 0, last: { outcome: { kind: "good" } } });
  });

  it("leaves a page that is found behind for no longer than three seconds, and asks for the rest afterwards, each file once", async () => {
    const { clock, files, cycle, work, names, asked, state } = await probing({ gapMs: 1_000 });
    await cycle();
    const readings: number[] = [];
    work.work.kinds[READ_DRAFT] = { parse: () => undefined, lane: DRAFT_HOST, priority: 3, run: async () => void readings.push(clock.now() - NOON) };
    // The first that is asked for.
    files.set("D2300R11.html", pdf({ "last-modified": "Mon, 23 Nov 2026 11:30:00 GMT", "content-type": "text/html" }));
    await cycle();
    while ((await state())?.running) await work.drainNext();
    const foundAt = asked.find(({ name }) => name === "D2300R11.html")?.at ?? 0;
    expect(readings).toHaveLength(1);
    expect((readings[0] ?? 0) - foundAt).toBeLessThanOrEqual(6_000);
    const planned = names().filter((name) => !isControl(name));
    expect(planned.length).toBeGreaterThan(20);
    expect(new Set(planned).size).toBe(planned.length);
    expect(await state()).toMatchObject({ cycle: 2, last: { outcome: { kind: "good" }, found: 1, asked: planned.length } });
  });

  it("ends no slice for what its first cycle finds: of the baseline nobody is told", async () => {
    const { files, cycle, names } = await probing({ gapMs: 1_000 });
    files.set("D2300R11.pdf", pdf());
    await cycle();
    expect(names().filter(isControl).length).toBeLessThanOrEqual(Math.ceil(names().length / 20));
  });

  it("ends no slice for files that it knows, of which the host sends the whole header again", async () => {
    const { db, cycle, files, names } = await probing({ gapMs: 1_000 });
    await cycle();
    const before = await db.jobs.count();
    for (let number = 2301; number <= 2340; number++) {
      const name = `D${number}R1`;
      const file = { extension: ".pdf", link: `https://isocpp.org/files/papers/${name}.pdf`, foundAt: NOON, modifiedAt: NOON - MINUTE };
      await db.drafts.put({ id: name, prefix: "D", number, revision: 1, files: [file], foundAt: NOON });
      files.set(`${name}.pdf`, pdf({ "last-modified": new Date(NOON - MINUTE).toUTCString() }));
    }
    await cycle();
    expect(names().filter((name) => files.has(name)).length).toBeGreaterThan(30);
    // One a second, and so many fit in a slice.
    const slices = (await db.jobs.count()) - before;
    expect(slices).toBeLessThanOrEqual(Math.ceil(names().length / 18));
  });
});
