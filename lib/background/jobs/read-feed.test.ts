import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { feedOnHost } from "../../../test/feed/feed-on-host.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import type { DraftFact } from "../../feed/fact.ts";
import { newProbing } from "../../store/drafts/probing-cycle.ts";
import { readSharing } from "../../store/feeds/read-feeds.ts";
import { replaceIndex } from "../../store/index/replace-index.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import { matcher } from "../../store/matches/matcher.ts";
import { DRAFT_HOST, PROBE_DRAFTS, READ_DRAFT, READ_FEED, VERIFY_DRAFT } from "../../terms/work-names.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import { configurationOf } from "./configuration.ts";
import { probeDrafts } from "./probe-drafts.ts";
import { readFeed } from "./read-feed.ts";
import { verifyDraft } from "./verify-draft.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const pdf = (at: number) =>
  new Response(null, { headers: { "content-type": "application/pdf", "content-length": "50000", "last-modified": new Date(at).toUTCString() } });

/** A draft as a feed tells of it, found at that time. */
function fact(id: string, at: number, change: Partial<DraftFact> = {}): DraftFact {
  return {
    id,
    found: { at },
    files: [{ at, extension: ".pdf", modifiedAt: at - HOUR, size: 50_000 }],
    page: { at, title: "Rings", authors: ["Emmy Noether"], audience: [] },
    ...change,
  };
}

/** A copy that watches P2300 and Emmy Noether, with the feed subscribed; isocpp.org has these files. */
async function subscribed(published: DraftFact[] = []) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  const feed = await feedOnHost();
  await replaceIndex(db, indexOf({ P2300R10: { date: "2026-11-01" } }), {}, NOON - 1);
  await watchList(db, "notify", "P2300", "author:Noether");
  await writeSetting(db, "feeds", feed.address);
  await feed.publish(published, NOON);
  const there = new Map<string, () => Response>();
  const host = { online: true };
  const asked: { url: string; init: RequestInit }[] = [];
  const network = {
    async fetch(url: unknown, init: RequestInit = {}) {
      asked.push({ url: String(url), init });
      if (!host.online) throw new TypeError("Failed to fetch");
      return feed.answer(String(url)) ?? there.get(String(url).slice(String(url).lastIndexOf("/") + 1))?.() ?? new Response(null, { status: 404 });
    },
    isOnline: () => host.online,
  };
  const database = async () => db;
  const kinds = {
    [READ_FEED]: readFeed({ database, network, random: () => 0.5 }),
    [VERIFY_DRAFT]: verifyDraft({ database, network, random: () => 0.5 }),
    [PROBE_DRAFTS]: probeDrafts({ database, network, random: () => 0.5 }),
  };
  const listeners = { matcher: matcher(() => 0.5) };
  const work = workOn(db as unknown as WorkDatabase, clock, {
    kinds,
    listeners,
    around: {
      async configuration() {
        const { lanes, schedules, permits } = await configurationOf(db);
        return { permits, lanes, schedules: Object.fromEntries(Object.entries(schedules).filter(([, { job }]) => job.kind === READ_FEED)) };
      },
    },
  });
  const to = (part: string) => asked.filter(({ url }) => url.includes(part)).map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
  return {
    db,
    clock,
    feed,
    there,
    host,
    asked,
    work,
    to,
    /** Lets that much time pass, with the work that falls due in it. */
    async pass(ms: number) {
      const end = clock.now() + ms;
      await work.drain();
      for (let due = work.due.at; due !== undefined && due <= end; due = work.due.at) {
        clock.set(Math.max(due, clock.now()));
        await work.drain();
      }
      clock.set(end);
      await work.drain();
    },
    row: async () => db.feeds.get(feed.folder),
    matches: async () => (await db.matches.toArray()).map(({ id }) => id),
    events: async () =>
      (await db.log.toArray())
        .filter((one) => one.kind.startsWith("draft"))
        .map((one) => `${one.kind}${"draft" in one && one.draft.claimed ? " claimed" : ""}`),
  };
}

describe("a feed that is subscribed", () => {
  it("is fetched through the browser's cache, without anything of our own, and what was there is the baseline", async () => {
    const { work, asked, db, row, events } = await subscribed([fact("D2300R11", NOON - 9 * DAY), fact("D3999R0", NOON - 9 * DAY)]);
    await work.drain();
    expect(asked).toHaveLength(2);
    for (const { init } of asked) expect(init).toMatchObject({ cache: "no-cache", credentials: "omit", headers: {} });
    expect(await db.drafts.toArray()).toMatchObject([
      { id: "D2300R11", baseline: true, page: { title: "Rings" } },
      { id: "D3999R0", baseline: true },
    ]);
    expect(await events()).toEqual([]);
    expect(await row()).toMatchObject({ readAt: NOON, failures: 0, brought: 0, said: { publisher: "A scout", waitMinutes: 15 } });
  });

  it("that only shows that somebody is there costs one look: its part was read", async () => {
    const { pass, feed, clock, asked, row } = await subscribed([fact("D3999R0", NOON - 9 * DAY)]);
    await pass(MINUTE);
    asked.length = 0;
    const at = clock.now();
    await feed.publish([fact("D3999R0", NOON - 9 * DAY)], at);
    await pass(20 * MINUTE);
    expect(asked.map(({ url }) => url)).toEqual([`${feed.folder}head.json`]);
    expect(await row()).toMatchObject({ readAt: at, failures: 0 });
  });

  it("tells at its first reading of what is watched and new, once isocpp.org has said so", async () => {
    const { pass, there, to, matches } = await subscribed([
      fact("D2300R11", NOON - HOUR),
      fact("D3999R0", NOON - HOUR, { page: { at: 1, title: "", authors: [], audience: [] } }),
    ]);
    there.set("D2300R11.pdf", () => pdf(NOON - 2 * HOUR));
    await pass(5 * MINUTE);
    expect(to("isocpp")).toEqual(["D2300R11.pdf"]);
    expect(await matches()).toEqual(["D2300R11"]);
  });

  it("brings a find with its page: one HEAD at a random moment within two minutes, told once, and no page is fetched", async () => {
    const { pass, feed, there, asked, db, clock, matches, row, events } = await subscribed();
    await pass(MINUTE);
    there.set("D4001R0.pdf", () => pdf(NOON - HOUR));
    await feed.publish([fact("D4001R0", NOON + 10 * MINUTE)], NOON + 11 * MINUTE);
    await pass(14 * MINUTE + 30_000);
    expect(await matches()).toEqual([]);
    expect(await events()).toEqual(["draft-found claimed", "draft-read claimed"]);
    await pass(2 * MINUTE);
    expect(asked.filter(({ url }) => url.includes(DRAFT_HOST)).map(({ init }) => init.method)).toEqual(["HEAD"]);
    expect(await db.matches.toArray()).toMatchObject([
      { id: "D4001R0", notifiedAt: 0, reasons: [{ kind: "author", watched: "Noether" }], paper: { title: "Rings" } },
    ]);
    expect((await db.matches.toArray())[0]?.heldUntil).toBeUndefined();
    expect((await db.drafts.get("D4001R0"))?.claimedBy).toBeUndefined();
    expect(await row()).toMatchObject({ brought: 1, confirmed: 1, denied: 0 });
    await pass(3 * HOUR);
    expect(await db.log.filter(({ kind }) => kind === "matches-found").count()).toBe(1);
    expect(await db.jobs.filter(({ kind }) => kind === READ_DRAFT).count()).toBe(0);
    expect(asked.filter(({ url }) => url.includes(DRAFT_HOST))).toHaveLength(1);
    expect(clock.now()).toBeGreaterThan(NOON);
  });

  it("that claims what is not there tells nobody, and is believed nothing more after five such claims", async () => {
    const { pass, feed, to, matches, row, db, clock } = await subscribed();
    await pass(MINUTE);
    const lies = Array.from({ length: 9 }, (_, place) => fact(`D400${place}R0`, NOON + 10 * MINUTE));
    await feed.publish(lies, NOON + 11 * MINUTE);
    await pass(30 * MINUTE);
    expect(await matches()).toEqual([]);
    expect(to("isocpp").toSorted()).toEqual(Array.from({ length: 10 }, (_, turn) => `D400${Math.floor(turn / 2)}R0.pdf`));
    expect(await row()).toMatchObject({ denied: 5, confirmed: 0 });
    expect(await db.drafts.filter(({ gone }) => gone === true).count()).toBe(5);
    expect(await readSharing(db, clock.now())).toEqual({ kind: "alone" });
  });

  it("of which five claims were not there stores nothing more", async () => {
    const { pass, feed, row, db, clock, to } = await subscribed();
    await pass(MINUTE);
    await db.feeds.update(feed.folder, { denied: 5 });
    await feed.publish([fact("D4001R0", clock.now())], clock.now());
    await pass(20 * MINUTE);
    expect([await db.drafts.count(), to("facts-").length]).toEqual([0, 1]);
    expect(await row()).toMatchObject({ heardAt: expect.any(Number), failures: 0 });
  });

  it("counts an entry that is none once, however often it is read", async () => {
    const { pass, feed, row, clock } = await subscribed();
    await pass(MINUTE);
    for (let turn = 0; turn < 3; turn++) {
      await feed.publish([fact(`D400${turn}R0`, clock.now()), fact("LWG4200", clock.now())], clock.now());
      await pass(20 * MINUTE);
    }
    expect(await row()).toMatchObject({ odd: 1 });
  });

  it("that claims more than there can be says so", async () => {
    const { pass, feed, row, db, clock } = await subscribed();
    await pass(MINUTE);
    await db.state.put({ ...newProbing(NOON, 0), frontier: 4000 });
    await feed.publish([fact("D4001R0", clock.now()), fact("D123456R0", clock.now())], clock.now());
    await pass(20 * MINUTE);
    expect(await db.drafts.toCollection().primaryKeys()).toEqual(["D4001R0"]);
    expect(await row()).toMatchObject({ excess: 1, brought: 1 });
  });

  it("that claims dozens at once makes the copy ask for five, twice each", async () => {
    const { pass, feed, to, matches, row } = await subscribed();
    await pass(MINUTE);
    const lies = Array.from({ length: 60 }, (_, place) => fact(`D${4000 + place}R0`, NOON + 10 * MINUTE));
    await feed.publish(lies, NOON + 11 * MINUTE);
    await pass(HOUR);
    expect([await matches(), to("isocpp").length]).toEqual([[], 10]);
    expect(await row()).toMatchObject({ denied: 5, confirmed: 0 });
  });

  it("that flaps is told of once, as often as it says that a draft is gone and there again", async () => {
    const { pass, feed, there, db, clock } = await subscribed();
    await pass(MINUTE);
    there.set("D2300R11.pdf", () => pdf(NOON - HOUR));
    const found = { at: NOON + 10 * MINUTE };
    for (let turn = 1; turn <= 8; turn++) {
      const at = NOON + turn * 20 * MINUTE;
      const file = { at, extension: ".pdf", modifiedAt: NOON - HOUR, size: 50_000, ...(turn % 2 === 0 && { gone: true as const }) };
      await feed.publish([fact("D2300R11", found.at, { found, files: [file] })], at);
      await pass(20 * MINUTE);
    }
    expect(await db.log.filter(({ kind }) => kind === "matches-found").count()).toBe(1);
    expect(await db.log.filter(({ kind }) => kind === "draft-gone").count()).toBe(0);
    expect(clock.now()).toBeGreaterThan(NOON);
  });

  it("is verified when there is a network again", async () => {
    const { work, pass, feed, there, host, clock, matches } = await subscribed();
    await pass(MINUTE);
    there.set("D2300R11.pdf", () => pdf(NOON));
    await feed.publish([fact("D2300R11", NOON + 10 * MINUTE)], NOON + 11 * MINUTE);
    await pass(14 * MINUTE + 5_000);
    host.online = false;
    await pass(30 * MINUTE);
    expect(await matches()).toEqual([]);
    host.online = true;
    await work.pass(work.engine.hasten("network"));
    await pass(MINUTE);
    expect(await matches()).toEqual(["D2300R11"]);
    expect(clock.now()).toBeGreaterThan(NOON);
  });

  it("is verified at a later look where the job that was to do it is lost, and only then", async () => {
    const { pass, feed, there, db, clock, matches, to } = await subscribed();
    await pass(MINUTE);
    there.set("D2300R11.pdf", () => pdf(NOON));
    const found = fact("D2300R11", NOON + 10 * MINUTE);
    await feed.publish([found], NOON + 11 * MINUTE);
    await pass(14 * MINUTE + 5_000);
    await db.jobs.where({ waitingKey: `${VERIFY_DRAFT} D2300R11` }).modify({ runAt: NOON + 5 * HOUR });
    await pass(3 * HOUR);
    await feed.publish([found], clock.now());
    await pass(HOUR);
    expect(to("isocpp")).toEqual([]);
    await db.jobs.where({ waitingKey: `${VERIFY_DRAFT} D2300R11` }).delete();
    await feed.publish([found], clock.now());
    await pass(20 * MINUTE);
    expect(await matches()).toEqual(["D2300R11"]);
  });

  it("that says a matched draft has changed makes the copy ask, and the answer decides", async () => {
    const { pass, feed, there, db, row } = await subscribed();
    await pass(MINUTE);
    there.set("D2300R11.pdf", () => pdf(NOON - HOUR));
    await feed.publish([fact("D2300R11", NOON + 10 * MINUTE)], NOON + 11 * MINUTE);
    await pass(20 * MINUTE);
    await db.matches.update("D2300R11", { notifiedAt: 1, readAt: 1 });
    const changed = (at: number, modifiedAt: number) => fact("D2300R11", NOON + 10 * MINUTE, { files: [{ at, extension: ".pdf", modifiedAt, size: 60_000 }] });
    await feed.publish([changed(NOON + 30 * MINUTE, NOON + 29 * MINUTE)], NOON + 31 * MINUTE);
    await pass(20 * MINUTE);
    expect(await row()).toMatchObject({ confirmed: 1, denied: 1 });
    expect(await db.matches.get("D2300R11")).toMatchObject({ readAt: 1 });
    there.set("D2300R11.pdf", () => pdf(NOON + 50 * MINUTE));
    await feed.publish([changed(NOON + 51 * MINUTE, NOON + 50 * MINUTE)], NOON + 52 * MINUTE);
    await pass(30 * MINUTE);
    expect(await row()).toMatchObject({ confirmed: 2, denied: 1 });
    expect(await db.matches.get("D2300R11")).toMatchObject({ kind: "draft-changed", readAt: 0 });
  });
});

describe("a feed with mirrors", () => {
  const MIRRORS = ["https://one.example/x/", "https://two.example/x/"];

  async function mirrored(mirrors = MIRRORS) {
    const copy = await subscribed();
    const { feed, there } = copy;
    const publish = (drafts: DraftFact[]) => feed.publish(drafts, copy.clock.now(), { mirrors });
    await publish([]);
    await copy.pass(MINUTE);
    await publish([fact("D2300R11", copy.clock.now() - MINUTE)]);
    // The folder dies; a mirror has the same files.
    for (const [url, body] of [...feed.files]) {
      feed.files.set(url, new Response(null, { status: 503 }));
      if (url.endsWith("head.json") || body instanceof Uint8Array) there.set(url.slice(url.lastIndexOf("/") + 1), () => new Response(body as BodyInit));
    }
    return copy;
  }

  it("is read at the next where its folder gives nothing", async () => {
    const { pass, asked, row, work } = await mirrored();
    await pass(HOUR);
    expect(new Set(asked.slice(2).map(({ url }) => new URL(url).host))).toEqual(new Set(["scout.example", "one.example", "isocpp.org"]));
    expect(await row()).toMatchObject({ brought: 1, failures: 0 });
    expect((await row())?.trouble).toBeUndefined();
    expect(work.faults).toEqual([]);
  });

  it.each([
    ["is paused", { paused: true }],
    ["wants to be left alone for a day", { paused: false, nextAt: NOON + DAY, askedUntil: NOON + DAY }],
  ])("is looked at further where a mirror's host %s", async (_, change) => {
    const { db, feed, pass, row } = await mirrored(MIRRORS.slice(0, 1));
    // A feed of its own lies there.
    await writeSetting(db, "feeds", `${feed.address} ${feed.address.replace(feed.folder, "https://one.example/own/")}`);
    await db.lanes.put({ host: "one.example", cap: 1, gapMs: 0, nextAt: 0, askedUntil: 0, strikes: 0, ...change });
    await pass(HOUR);
    expect(await row()).toMatchObject({ brought: 0 });
    await feed.publish([fact("D2300R11", NOON)], NOON + HOUR, { mirrors: MIRRORS });
    await pass(2 * HOUR);
    expect(await row()).toMatchObject({ brought: 1 });
  });

  it("waits as any other where no mirror gives anything either, and begins at its folder again", async () => {
    const { pass, asked, row, there } = await mirrored();
    there.clear();
    await pass(2 * HOUR);
    expect(asked.slice(2, 6).map(({ url }) => new URL(url).host)).toEqual(["scout.example", "one.example", "two.example", "scout.example"]);
    expect(await row()).toMatchObject({ failures: expect.any(Number), waitMs: expect.any(Number), brought: 0 });
    expect(asked.length).toBeLessThan(2 + 4 * 3);
  });
});

describe("a feed that gives nothing", () => {
  it.each([
    [
      "is signed by somebody else",
      async (feed: Awaited<ReturnType<typeof feedOnHost>>) => {
        const other = await feedOnHost(feed.folder, 2);
        await other.publish([], NOON, { seq: 99 });
        feed.files.set(`${feed.folder}head.json`, other.files.get(`${feed.folder}head.json`) ?? "");
      },
      { kind: "unknown-key" },
    ],
    ["is a page", async (feed) => void feed.files.set(`${feed.folder}head.json`, "<!doctype html>"), { kind: "html" }],
    ["is endless", async (feed) => void feed.files.set(`${feed.folder}head.json`, "x".repeat(10_000)), { kind: "too-large" }],
    ["is older than what was seen", async (feed) => feed.publish([], NOON - 1, { seq: 3 }), { kind: "older" }],
    [
      "is redirected elsewhere",
      async (feed) => {
        const there = new Response("{}");
        Object.defineProperty(there, "url", { value: "https://other.example/head.json" });
        feed.files.set(`${feed.folder}head.json`, Object.assign(there, { clone: () => there }));
      },
      { kind: "elsewhere" },
    ],
    ["is not there", async (feed) => void feed.files.delete(`${feed.folder}head.json`), { kind: "host", failure: { kind: "not-found" } }],
    [
      "lacks its part",
      async (feed) => {
        await feed.publish([fact("D4001R0", NOON)], NOON + 1);
        for (const name of feed.files.keys()) if (name.includes("facts-")) feed.files.delete(name);
      },
      { kind: "host", failure: { kind: "not-found" } },
    ],
    [
      "has half a part",
      async (feed) => {
        await feed.publish([fact("D4001R0", NOON)], NOON + 1);
        for (const name of feed.files.keys()) if (name.includes("facts-")) feed.files.set(name, "{");
      },
      { kind: "wrong-hash" },
    ],
  ] satisfies [string, (feed: Awaited<ReturnType<typeof feedOnHost>>) => Promise<void>, object][])(
    "since it %s says so, keeps what was known, and is asked less and less",
    async (_, spoil, trouble) => {
      const { pass, feed, row, to, db } = await subscribed([fact("D2300R11", NOON - 9 * DAY)]);
      await pass(MINUTE);
      await spoil(feed);
      const before = to("head.json").length;
      await pass(6 * HOUR);
      expect(await row()).toMatchObject({ trouble });
      expect((await row())?.failures).toBeGreaterThanOrEqual(3);
      expect(to("head.json").length - before).toBeLessThanOrEqual(6);
      expect(await db.drafts.toCollection().primaryKeys()).toEqual(["D2300R11"]);
    },
  );
});

it("a feed whose key was stolen begins anew when its address names another, whatever the thief has signed", async () => {
  const { db, feed, pass, clock, there, row, matches } = await subscribed();
  await pass(MINUTE);
  await feed.publish([], clock.now(), { seq: Number.MAX_SAFE_INTEGER, expires: clock.now() + 7 * DAY, waitMinutes: 24 * 60 });
  await pass(HOUR);
  await db.feeds.update(feed.folder, { denied: 5 });
  const mine = await feedOnHost(feed.folder, 2);
  const at = clock.now();
  there.set("D2300R11.pdf", () => pdf(at));
  await mine.publish([fact("D2300R11", at)], at);
  for (const [name, file] of mine.files) feed.files.set(name, file);
  await writeSetting(db, "feeds", mine.address);
  expect(await readSharing(db, at)).toEqual({ kind: "shared" });
  await pass(30 * MINUTE);
  expect(await row()).toMatchObject({ denied: 0, confirmed: 1, failures: 0, said: { waitMinutes: 15 } });
  expect(await matches()).toEqual(["D2300R11"]);
});

describe("while a feed", () => {
  const asking = async (copy: Awaited<ReturnType<typeof subscribed>>) => {
    await copy.work.engine.enqueue({ kind: PROBE_DRAFTS, key: PROBE_DRAFTS });
    await copy.pass(MINUTE);
    return copy.to("isocpp").length;
  };

  it("speaks, isocpp.org is asked for nothing; when all are silent, for the copy's own share; where there is none, for all", async () => {
    const copy = await subscribed();
    await copy.pass(MINUTE);
    expect(await asking(copy)).toBe(0);
    copy.feed.files.clear();
    copy.clock.set(NOON + DAY);
    expect(await readSharing(copy.db, copy.clock.now())).toEqual({ kind: "silent", share: 10, since: NOON + 2 * HOUR });
    const share = await asking(copy);
    copy.clock.set(NOON + 2 * DAY);
    await writeSetting(copy.db, "feeds", "");
    const all = (await asking(copy)) - share;
    expect(all).toBeGreaterThan(0);
    expect(share).toBeLessThan(all / 2);
  });

  it("speaks and the person wants the copy to ask as well, it asks for all", async () => {
    const copy = await subscribed();
    await copy.pass(MINUTE);
    await writeSetting(copy.db, "askAsWell", true);
    expect(await asking(copy)).toBeGreaterThan(0);
  });

  it("has never answered, it is waited for ten minutes", async () => {
    const copy = await subscribed();
    copy.feed.files.clear();
    expect(await asking(copy)).toBe(0);
    copy.clock.set(NOON + 20 * MINUTE);
    expect(await asking(copy)).toBeGreaterThan(0);
  });
});
