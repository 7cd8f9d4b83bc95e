import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { screen } from "../../../test/notify/telling.ts";
import { speak } from "../../../test/speak.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { storedIds } from "../../../test/store/stored-ids.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import { staleAlert } from "../../notify/stale-alert.ts";
import { noteCheckWanted, readCheck } from "../../store/health/check-state.ts";
import { readTrouble } from "../../store/health/read-trouble.ts";
import { CHECK_INDEX, COMPARE_INDEX, INDEX_HOST, PROBE_DRAFTS, WATCH_OVER } from "../../terms/work-names.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import type { Configuration, Kind, PutOff } from "../../work/work.ts";
import { checkIndex } from "./check-index.ts";
import { compareIndex } from "./compare-index.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const served =
  (entries: Record<string, object>, etag = '"1"') =>
  () =>
    Response.json(indexOf(entries), { headers: { etag } });
const refused =
  (status: number, headers = {}) =>
  () =>
    new Response("no", { status, headers });
const cutOff = () => new Response(new ReadableStream({ start: (controller) => controller.error(new Error("cut")) }));
const page = () => new Response("<p>Down", { headers: { "content-type": "text/html" } });

type Script = (() => Response | Promise<Response>)[];

/** PaperScout's checks and a host that gives these answers, one after the other, the last one for ever; none is no connection. */
async function checking(handsOver: boolean, ...answers: Script) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  const asked: { at: number; etag: string | null }[] = [];
  const permission = { isGiven: true };
  const schedules: Configuration["schedules"] = {};
  const { shown, browser } = screen();
  const database = async () => db;
  const network = {
    async fetch(_url: unknown, init?: RequestInit) {
      asked.push({ at: clock.now() - NOON, etag: new Headers(init?.headers).get("if-none-match") });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (!answer) throw new TypeError("Failed to fetch");
      return answer();
    },
    isOnline: () => true,
  };
  const kinds = {
    [CHECK_INDEX]: checkIndex({ database, network, handsOver: () => handsOver }),
    [COMPARE_INDEX]: compareIndex(database),
    [WATCH_OVER]: staleAlert(database, browser, speak),
  };
  const hindrance = async (): Promise<PutOff | undefined> =>
    permission.isGiven ? undefined : { kind: "not-allowed", message: "no", until: clock.now() + HOUR, hastenedBy: ["permission"] };
  const work = workOn(db as unknown as WorkDatabase, clock, {
    kinds,
    configuration: { lanes: { [INDEX_HOST]: { cap: 1, gapMs: 1_000 } }, schedules },
    world: { hindrance },
  });
  const runUntil = async (at: number) => {
    while ((work.due.at ?? Number.POSITIVE_INFINITY) <= at) await work.drainNext();
  };
  return {
    db,
    clock,
    asked,
    permission,
    work,
    shown,
    runUntil,
    /** Lets its schedule ask for it, and answers the alarm until then. */
    async scheduled(hours: number) {
      for (const kind of [CHECK_INDEX, WATCH_OVER]) schedules[kind] = { everyMs: 30 * MINUTE, job: { kind, key: kind } };
      await work.drain();
      await runUntil(NOON + hours * HOUR);
      return db.schedules.get(CHECK_INDEX);
    },
    /** As its schedule would ask for it, long after all that was before. */
    async check() {
      clock.set(clock.now() + 24 * HOUR);
      await work.engine.enqueue({ kind: CHECK_INDEX, key: CHECK_INDEX });
      await work.drain();
    },
    outcome: async () => (await readCheck(db)).outcome,
    events: async () => (await db.log.toArray()).map(({ kind }) => kind),
    // That drafts are to be asked for now is the business of others.
    failed: async () => (await db.jobs.where({ state: "failed" }).toArray()).filter(({ kind }) => kind !== PROBE_DRAFTS),
  };
}

/** A browser whose every write of a shelf, or of these tables, fails for want of room, as Firefox does it. */
function refuseWrite(tables = ["shelves"]) {
  const { put } = IDBObjectStore.prototype;
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...row) {
    if (tables.includes(this.name)) throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, row);
  });
}

/** One that takes every write and then finds that there is no room, as Chrome does it. */
function giveUpAtEnd() {
  const { put } = IDBObjectStore.prototype;
  const tooLarge = new WeakSet<IDBTransaction>();
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...row) {
    const { transaction } = this;
    if (this.name === "shelves") tooLarge.add(transaction);
    const request = put.apply(this, row);
    // The job's end is the last that is written.
    if (this.name === "jobs" && tooLarge.has(transaction)) {
      request.addEventListener("success", () => (transaction as unknown as { _abort(error: string): void })._abort("QuotaExceededError"));
    }
    return request;
  });
}

describe.each([
  ["compared at once", false],
  ["kept for another context to compare", true],
])("a check of the index, which is %s,", (_, handsOver) => {
  const checks = (...answers: Script) => checking(handsOver, ...answers);

  it("begins with a baseline, of which nobody is told", async () => {
    const { db, check, outcome, events } = await checks(served({ P1R0: {}, P2R0: {} }));
    await check();
    expect(await outcome()).toEqual({ kind: "baseline", papers: 2 });
    expect(await storedIds(db)).toEqual(["P1R0", "P2R0"]);
    expect(await events()).toEqual([]);
    expect(await db.downloads.count()).toBe(0);
    expect(await readCheck(db)).toMatchObject({ attempts: 0 });
    expect(await db.state.get("progress")).toBeUndefined();
  });

  it("asks for changes only, and writes nothing but the time where there are none", async () => {
    const { db, asked, clock, check, outcome } = await checks(served({ P1R0: {} }), () => new Response(null, { status: 304 }));
    await check();
    const before = await db.state.get("index");
    await check();
    expect(asked.map(({ etag }) => etag)).toEqual([null, '"1"']);
    expect(await outcome()).toEqual({ kind: "unchanged" });
    expect(await db.state.get("index")).toEqual(before);
    expect(await readCheck(db)).toMatchObject({ attempts: 0, lastSuccessAt: clock.now() });
    expect(await db.jobs.where({ state: "done" }).count()).toBe(handsOver ? 3 : 2);
  });

  it("logs what has changed, and asks with the new validator next", async () => {
    const { db, asked, check, outcome, events } = await checks(served({ P1R0: {} }), served({ P1R0: {}, P2R0: {} }, '"2"'));
    await check();
    await check();
    expect(await outcome()).toEqual({ kind: "changed", added: 1, changed: 0 });
    expect(await events()).toEqual(["paper-added"]);
    expect(await storedIds(db)).toEqual(["P1R0", "P2R0"]);
    await check();
    expect(asked.map(({ etag }) => etag)).toEqual([null, '"1"', '"2"']);
  });

  it("forgets that papers were missing once the old index is served again", async () => {
    const { db, check } = await checks(served({ P1R0: {} }), () => new Response(null, { status: 304 }));
    await check();
    await db.state.toCollection().modify((row) => {
      if (row.name === "index") row.lossSince = 5;
    });
    await check();
    expect(await db.state.get("index")).not.toHaveProperty("lossSince");
  });

  it.each([
    ["is no index", page, "html"],
    ["is not there", refused(404), "not-found"],
    ["is refused", refused(403), "refused"],
    ["is trouble of the host", refused(503), "server-error"],
    ["breaks off", cutOff, "cut-off"],
  ])("is not begun again by itself after what %s, and the old index stays", async (_, answer, kind) => {
    const { db, asked, work, check, outcome, failed } = await checks(served({ P1R0: {} }), answer, served({ P1R0: {}, P2R0: {} }));
    await check();
    await check();
    expect(await outcome()).toMatchObject({ kind });
    expect(await storedIds(db)).toEqual(["P1R0"]);
    expect(await db.downloads.count()).toBe(0);
    expect(await failed()).toMatchObject([{ attempts: 1, error: { kind } }]);
    expect(work.due.at).toBeUndefined();
    await check();
    expect(asked).toHaveLength(3);
    expect(await outcome()).toEqual({ kind: "changed", added: 1, changed: 0 });
  });

  it("asks nobody without the permission, looks for it every hour, and asks as soon as it is given", async () => {
    const { db, clock, asked, permission, work, check, outcome, failed } = await checks(served({ P1R0: {} }));
    permission.isGiven = false;
    await check();
    const begun = clock.now();
    expect(await outcome()).toEqual({ kind: "not-allowed" });
    expect(work.due.at).toBe(begun + HOUR);
    await work.drainNext();
    expect(asked).toEqual([]);
    expect(await db.jobs.where({ state: "put-off" }).toArray()).toMatchObject([{ kind: CHECK_INDEX, attempts: 0, error: { kind: "not-allowed" } }]);
    permission.isGiven = true;
    await work.pass(work.engine.hasten("permission"));
    await work.drain();
    expect(clock.now()).toBe(begun + HOUR);
    expect(await outcome()).toEqual({ kind: "baseline", papers: 1 });
    expect(await failed()).toEqual([]);
  });

  it("waits, and counts no attempt, while it is as likely our own network that is to blame", async () => {
    const { db, asked, runUntil, clock, check, outcome, failed } = await checks();
    await check();
    await runUntil(clock.now() + HOUR);
    expect(await outcome()).toMatchObject({ kind: "unreachable" });
    const gaps = asked.slice(1).map(({ at }, place) => (at - (asked[place]?.at ?? 0)) / MINUTE);
    expect(gaps.slice(0, 4)).toEqual([1, 2, 4, 5]);
    expect(Math.max(...gaps)).toBe(5);
    expect(await failed()).toEqual([]);
    expect(await db.jobs.where({ state: "put-off" }).toArray()).toMatchObject([
      { attempts: 0, claims: asked.length, hastenedBy: ["network", "person", "start"] },
    ]);
    expect(await db.lanes.get(INDEX_HOST)).toMatchObject({ strikes: 0, silence: { times: asked.length } });
    expect(await readCheck(db)).toMatchObject({ attempts: asked.length, lastSuccessAt: 0 });
  });

  it.each([
    [429, "rate-limited"],
    [503, "server-error"],
  ])("leaves the host alone for as long as it asks for with status %i", async (status, kind) => {
    const { db, clock, asked, work, check, outcome } = await checks(refused(status, { "retry-after": "1800" }), served({ P1R0: {} }));
    await check();
    expect(await outcome()).toMatchObject({ kind });
    expect(await db.lanes.get(INDEX_HOST)).toMatchObject({ strikes: 1, nextAt: clock.now() + 30 * MINUTE });
    clock.set(clock.now() + 29 * MINUTE);
    await work.engine.enqueue({ kind: CHECK_INDEX, key: CHECK_INDEX });
    await work.drain();
    expect(asked).toHaveLength(1);
    await work.drainNext();
    expect(asked.map(({ at }) => at - (asked[0]?.at ?? 0))).toEqual([0, 30 * MINUTE]);
    expect(await outcome()).toEqual({ kind: "baseline", papers: 1 });
    expect(await db.lanes.get(INDEX_HOST)).toMatchObject({ strikes: 0 });
  });

  it("counts as interrupted while it asks, so that a killed one has told the truth", async () => {
    const seen: unknown[] = [];
    const look: { now?: () => Promise<unknown> } = {};
    const { check, outcome } = await checks(async () => {
      seen.push(await look.now?.());
      return served({ P1R0: {} })();
    });
    look.now = outcome;
    await check();
    expect(seen).toEqual([{ kind: "interrupted" }]);
  });

  it("counts as stale, and the person is told, where a page is sent in place of an index for long, until it is an index again", async () => {
    const { db, clock, shown, asked, scheduled } = await checks(served({ P1R0: {} }), () => (clock.now() - NOON < 12 * HOUR ? page() : served({ P1R0: {} })()));
    expect(await scheduled(6)).toMatchObject({ lastDoneAt: NOON });
    expect([...shown.keys()]).toEqual([`stale:${CHECK_INDEX}`]);
    // It waits no longer than an interval however often it has failed.
    const gaps = asked.slice(1).map(({ at }, place) => at - (asked[place]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30 * MINUTE);
    const schedule = await scheduled(13);
    expect(schedule?.lastDoneAt).toBeGreaterThanOrEqual(NOON + 12 * HOUR);
    // Only the job for drafts, of which nobody here knows how it is done.
    expect((await readTrouble(db, clock.now())).failed).toBe(1);
  });

  it("counts as tried, and the person is told, where the permission is missing for long", async () => {
    const { db, shown, asked, permission, scheduled } = await checks(served({ P1R0: {} }));
    await scheduled(0);
    permission.isGiven = false;
    await scheduled(6);
    expect(asked).toHaveLength(1);
    expect((await readCheck(db)).attempts).toBeGreaterThanOrEqual(3);
    expect([...shown.keys()]).toEqual([`stale:${CHECK_INDEX}`]);
  });

  it("refuses arguments that it does not know", async () => {
    const { work, asked, failed } = await checks(served({ P1R0: {} }));
    await work.engine.enqueue({ kind: CHECK_INDEX, args: { url: "https://elsewhere.example" } });
    await work.drain();
    expect(asked).toEqual([]);
    expect(await failed()).toMatchObject([{ attempts: 1, error: { kind: "invalid-arguments" } }]);
  });
});

it("an index that is sent while the one before is compared is compared too", async () => {
  const { db, work, check, events, outcome } = await checking(
    true,
    served({ P1R0: {} }),
    served({ P1R0: {}, P2R0: {} }, '"2"'),
    served({ P1R0: {}, P2R0: {}, P3R0: {} }, '"3"'),
  );
  await check();
  const compare = work.work.kinds[COMPARE_INDEX] as Kind;
  const { run } = compare;
  compare.run = async (args, job) => {
    compare.run = run;
    const outcome = await run(args, job);
    await work.engine.enqueue({ kind: CHECK_INDEX, key: CHECK_INDEX });
    void work.engine.drain();
    await work.work.world.sleep(5_000, job.signal);
    return outcome;
  };
  await check();
  expect(await storedIds(db)).toEqual(["P1R0", "P2R0", "P3R0"]);
  expect(await events()).toEqual(["paper-added", "paper-added"]);
  expect(await outcome()).toEqual({ kind: "changed", added: 1, changed: 0 });
});

describe.each([
  // The more was sent in vain, the longer nothing is sent again.
  ["compared at once", CHECK_INDEX, 2 * HOUR, false],
  // What was sent is there.
  ["kept for another context", COMPARE_INDEX, 5 * MINUTE, true],
])("an index for which there is no room, %s,", (_, kind, longest, handsOver) => {
  const checks = (...answers: Script) => checking(handsOver, ...answers);
  it.each([
    ["refuses a write", () => refuseWrite()],
    ["gives up the transaction when all is written", giveUpAtEnd],
  ])("is noted as that, the old one stays, and it is tried again for as long as it takes, where the browser %s", async (_, refuse) => {
    const { db, clock, runUntil, check, outcome, events, failed } = await checks(served({ P1R0: {} }), served({ P1R0: {}, P2R0: {} }, '"2"'));
    await check();
    const putting = refuse();
    onTestFinished(() => putting.mockRestore());
    await check();
    await runUntil(clock.now() + HOUR);
    expect(await outcome()).toEqual({ kind: "storage-full" });
    expect(await storedIds(db)).toEqual(["P1R0"]);
    expect(await events()).toEqual([]);
    expect(await failed()).toEqual([]);
    expect(await db.jobs.where({ state: "put-off" }).toArray()).toMatchObject([{ kind, attempts: 0, error: { kind: "storage-full" } }]);
    expect(await db.state.get("progress")).toBeUndefined();

    putting.mockRestore();
    await runUntil(clock.now() + longest);
    expect(await outcome()).toEqual({ kind: "changed", added: 1, changed: 0 });
    expect(await events()).toEqual(["paper-added"]);
    expect(await db.downloads.count()).toBe(0);
  });

  it("is told from any other fault", async () => {
    const { db, work, check, outcome } = await checks(served({ P1R0: {} }));
    db.shelves.hook("creating", () => {
      throw new Dexie.DataError("odd");
    });
    await check();
    while (work.due.at !== undefined) await work.drainNext();
    expect(await outcome()).toEqual({ kind: "interrupted" });
    expect(await storedIds(db)).toEqual([]);
  });
});

const endless = () => {
  const piece = new Uint8Array(1_000_000);
  return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(piece) }));
};

describe("a whole day", () => {
  it.each<[what: string, answer: () => Response, least: number]>([
    ["nothing new", () => new Response(null, { status: 304 }), 48],
    ["status 401", refused(401), 48],
    ["status 403", refused(403), 48],
    ["status 404", refused(404), 48],
    ["status 500", refused(500), 48],
    ["status 503", refused(503), 48],
    ["status 429", refused(429), 48],
    ["a page", page, 48],
    ["a body that is cut off", cutOff, 48],
    ["an index without end", endless, 2],
  ])("of %s costs wg21.link no more than a request in half an hour", { timeout: 300_000 }, async (_, answer, least) => {
    const { db, asked, scheduled } = await checking(true, served({ P1R0: {} }), answer);
    await db.settings.put({ name: "maxIndexMegabytes", value: 8 });
    await scheduled(24);
    expect(asked.length).toBeLessThanOrEqual(49);
    expect(asked.length).toBeGreaterThanOrEqual(least);
    // Only what costs a whole download each time is asked for less and less.
    if (answer === endless) expect(asked.length).toBeLessThan(10);
  });

  it("without room costs no second download, and the index comes as soon as there is some", { timeout: 300_000 }, async () => {
    const { db, clock, asked, outcome, scheduled } = await checking(false, served({ P1R0: {} }), served({ P1R0: {}, P2R0: {} }, '"2"'));
    await scheduled(0);
    const putting = refuseWrite(["shelves", "downloads"]);
    onTestFinished(() => putting.mockRestore());
    await scheduled(3);
    expect(asked).toHaveLength(2);
    expect(await outcome()).toEqual({ kind: "storage-full" });
    expect(await db.downloads.count()).toBe(0);
    putting.mockRestore();
    await scheduled((clock.now() - NOON) / HOUR + 0.1);
    expect(await outcome()).toEqual({ kind: "changed", added: 1, changed: 0 });
  });

  it("of an index that is too large is no reason to let a person wait who has allowed a larger one", async () => {
    const { db, clock, asked, work, outcome, scheduled } = await checking(true, endless, endless, endless, served({ P1R0: {} }));
    await db.settings.put({ name: "maxIndexMegabytes", value: 8 });
    await scheduled(2);
    expect(asked).toHaveLength(3);
    const before = clock.now();
    await noteCheckWanted(db);
    await work.pass(work.engine.askNow(INDEX_HOST, CHECK_INDEX));
    await work.drain();
    expect(await outcome()).toEqual({ kind: "baseline", papers: 1 });
    expect(clock.now() - before).toBeLessThan(MINUTE);
  });
});
