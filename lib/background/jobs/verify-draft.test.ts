import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import type { DraftFact } from "../../feed/fact.ts";
import type { Draft } from "../../papers/draft.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { noteFacts } from "../../store/feeds/note-facts.ts";
import { isDistrusted, newFeed } from "../../store/feeds/read-feeds.ts";
import { addWatch } from "../../store/lists/watchlists.ts";
import { history, matcher } from "../../store/matches/matcher.ts";
import { completeSettings } from "../../terms/settings.ts";
import { DRAFT_HOST, MATCHER, VERIFY_DRAFT } from "../../terms/work-names.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import { verifyDraft } from "./verify-draft.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FEED = "https://scout.example/paperscout/";
const OTHER = "https://other.example/paperscout/";

const file = (at: number, change: object = {}) => ({ at, extension: ".pdf", modifiedAt: NOON - HOUR, size: 50_000, ...change });
const fact = (id: string, at: number, change: Partial<DraftFact> = {}): DraftFact => ({
  id,
  found: { at: NOON },
  files: [file(at)],
  page: { at: NOON, title: "Rings", authors: ["Emmy Noether"], audience: [] },
  ...change,
});
const withdrawn = (id: string, at: number) => fact(id, at, { files: [file(at, { gone: true })] });

/** A copy with two feeds that were read before. isocpp.org has what is in `there`. */
async function copyWith(...watches: string[]) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  await db.feeds.bulkPut([FEED, OTHER].map((folder) => ({ ...newFeed(folder, NOON), readAt: NOON })));
  if (watches.length > 0) await watchList(db, "notify", ...watches);
  const there = new Map<string, number>();
  const asked: { name: string; at: number }[] = [];
  const host = { online: true, status: 0 };
  const network = {
    async fetch(url: unknown) {
      if (!host.online) throw new TypeError("Failed to fetch");
      const name = String(url).slice(String(url).lastIndexOf("/") + 1);
      asked.push({ name, at: clock.now() });
      if (host.status > 0) return new Response(null, { status: host.status });
      const modifiedAt = there.get(name);
      if (modifiedAt === undefined) return new Response(null, { status: 404 });
      const headers = { "content-type": "application/pdf", "content-length": "50000", "last-modified": new Date(modifiedAt).toUTCString() };
      return new Response(null, { headers });
    },
    isOnline: () => host.online,
  };
  const said: { facts: DraftFact[]; folder: string } = { facts: [], folder: FEED };
  const take = defineKind({
    parse: () => undefined,
    tables: ["drafts", "draftTexts", "matches", "feeds", "log"],
    run: async () => ({
      async commit(tools) {
        await noteFacts(said.facts, { folder: said.folder, readAt: NOON, settings: completeSettings([]), frontier: 4000, random: () => 0.5 }, tools);
      },
    }),
  });
  const work = workOn(db as unknown as WorkDatabase, clock, {
    kinds: { take, [VERIFY_DRAFT]: verifyDraft({ database: async () => db, network: network as never, random: () => 0.5 }) },
    listeners: { [MATCHER]: matcher(() => 0.5), history: history(() => 0.5) },
    configuration: { lanes: { [DRAFT_HOST]: { cap: 1, gapMs: 0 } } },
  });
  const pass = async (ms: number) => {
    const end = clock.now() + ms;
    await work.drain();
    for (let due = work.due.at; due !== undefined && due <= end; due = work.due.at) {
      clock.set(Math.max(due, clock.now()));
      await work.drain();
    }
    clock.set(end);
    await work.drain();
  };
  return {
    db,
    clock,
    there,
    host,
    asked,
    work,
    pass,
    names: () => asked.map(({ name }) => name),
    async say(facts: DraftFact[], folder = FEED) {
      Object.assign(said, { facts, folder });
      await work.engine.enqueue({ kind: "take" });
      await work.drain();
    },
    async lookBack(author: string) {
      const list = await db.watchlists.add({ name: "late", mode: "notify" });
      const { id } = await addWatch(db, list, { kind: "author", text: author }, clock.now());
      await work.engine.lookBack(`history/${id}`);
      await work.drain();
    },
    counts: async (folder = FEED) => {
      const { confirmed, denied } = (await db.feeds.get(folder)) ?? newFeed(folder, 0);
      return { confirmed, denied };
    },
    matches: async () =>
      (await db.matches.toArray()).map(({ id, kind, draft, notifiedAt }) => `${id} ${kind}${draft?.gone ? " gone" : ""}${notifiedAt === 0 ? " to tell" : ""}`),
  };
}

/** A draft that isocpp.org itself has said to be there. */
function own(id: string, number: number): Draft {
  const files = [{ extension: ".pdf", link: `https://${DRAFT_HOST}/files/papers/${id}.pdf`, foundAt: NOON - DAY, modifiedAt: NOON - HOUR, size: 50_000 }];
  return { id, prefix: "D", number, revision: 0, files, foundAt: NOON - DAY };
}

/** Matched, told and confirmed. */
async function matched() {
  const copy = await copyWith("author:Noether");
  copy.there.set("D4001R0.pdf", NOON - HOUR);
  await copy.say([fact("D4001R0", NOON + SECOND)]);
  await copy.pass(5 * MINUTE);
  await copy.db.matches.toCollection().modify({ notifiedAt: 1, readAt: 1 });
  copy.asked.length = 0;
  return copy;
}

describe("a claim that the feed itself has withdrawn", () => {
  const eight = Array.from({ length: 8 }, (_, place) => `D400${place}R0`);

  it("before anybody looked back for it is none: isocpp.org is asked nothing, and nothing is counted", async () => {
    const { say, pass, clock, lookBack, names, counts, db } = await copyWith();
    await say(eight.map((id) => fact(id, NOON + SECOND)));
    clock.set(NOON + 30 * DAY);
    await say(eight.map((id) => withdrawn(id, NOON + 29 * DAY)));
    await lookBack("Emmy Noether");
    await pass(HOUR);
    expect([names(), await counts(), await db.matches.count()]).toEqual([[], { confirmed: 0, denied: 0 }, 0]);
  });

  it("while it waited to be verified is none either", async () => {
    const { say, pass, names, counts } = await copyWith("author:Noether");
    await say(eight.map((id) => fact(id, NOON + SECOND)));
    await say(eight.map((id) => withdrawn(id, NOON + 2 * SECOND)));
    await pass(HOUR);
    expect([names(), await counts()]).toEqual([[], { confirmed: 0, denied: 0 }]);
  });

  it.each([
    ["published", { publishedAs: "P4001R0" }],
    ["found here", { claimedBy: undefined }],
  ])("is none where it was %s meanwhile", async (_, change) => {
    const { say, pass, names, counts, db } = await copyWith("author:Noether");
    await say([fact("D4001R0", NOON + SECOND)]);
    await db.drafts.update("D4001R0", change as Partial<Draft>);
    await pass(HOUR);
    expect([names(), await counts()]).toEqual([[], { confirmed: 0, denied: 0 }]);
  });
});

describe("a find that is not there when it is asked for", () => {
  it("is asked for again two to five minutes later, and told where it is there then", async () => {
    const { say, pass, there, asked, matches, counts } = await copyWith("author:Noether");
    await say([fact("D4001R0", NOON + SECOND)]);
    await pass(MINUTE);
    there.set("D4001R0.pdf", NOON - HOUR);
    await pass(10 * MINUTE);
    expect(asked).toHaveLength(2);
    const [first, second] = asked.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(2 * MINUTE);
    expect((second ?? 0) - (first ?? 0)).toBeLessThanOrEqual(5 * MINUTE);
    expect([await matches(), await counts()]).toEqual([["D4001R0 draft-found to tell"], { confirmed: 1, denied: 0 }]);
  });

  it("is not asked for sooner, whoever claims it meanwhile", async () => {
    const { say, pass, asked } = await copyWith("author:Noether");
    await say([fact("D4001R0", NOON + SECOND)]);
    await pass(MINUTE);
    await say([withdrawn("D4001R0", NOON + MINUTE)]);
    await say([fact("D4001R0", NOON + MINUTE + SECOND)]);
    await pass(MINUTE + SECOND);
    expect(asked).toHaveLength(1);
    await pass(10 * MINUTE);
    expect(asked).toHaveLength(2);
  });

  it("and is uploaded again later, is found then", async () => {
    const { say, pass, there, matches, counts, db } = await copyWith("author:Noether");
    await say([fact("D4001R0", NOON + SECOND)]);
    await pass(HOUR);
    expect(await counts()).toEqual({ confirmed: 0, denied: 1 });
    expect(await db.drafts.get("D4001R0")).toMatchObject({ gone: true, claimedBy: FEED });
    there.set("D4001R0.pdf", NOON - HOUR);
    await say([fact("D4001R0", NOON + 50 * MINUTE)]);
    await pass(10 * MINUTE);
    expect([await matches(), await counts()]).toEqual([["D4001R0 draft-found to tell"], { confirmed: 1, denied: 1 }]);
    expect(await db.drafts.get("D4001R0")).not.toHaveProperty("claimedBy");
  });

  it("and is claimed again with another page, is asked for again before anybody is told", async () => {
    const { say, pass, matches, counts, names } = await copyWith("author:Lovelace", "P4001");
    await say([fact("D4001R0", NOON + SECOND)]);
    await pass(HOUR);
    await say([fact("D4001R0", NOON + 50 * MINUTE, { page: { at: NOON + 50 * MINUTE, title: "Engines", authors: ["Ada Lovelace"], audience: [] } })]);
    await pass(HOUR);
    expect([await matches(), await counts(), names().length]).toEqual([[], { confirmed: 0, denied: 2 }, 4]);
  });

  it("is not denied by a host that has lost all its files: what it had is asked for as well", async () => {
    const { say, pass, there, db, matches, counts, names } = await copyWith("author:Noether");
    await db.drafts.put(own("D3000R0", 3000));
    const ids = Array.from({ length: 5 }, (_, place) => `D400${place}R0`);
    await say(ids.map((id) => fact(id, NOON + SECOND)));
    await pass(HOUR);
    expect(await counts()).toEqual({ confirmed: 0, denied: 0 });
    expect(names()).toContain("D3000R0.pdf");
    for (const id of [...ids, "D3000R0"]) there.set(`${id}.pdf`, NOON - HOUR);
    await pass(2 * HOUR);
    expect([(await matches()).length, await counts()]).toEqual([5, { confirmed: 5, denied: 0 }]);
  });

  it("is denied where the host has what it had", async () => {
    const { say, pass, there, db, counts, names } = await copyWith("author:Noether");
    await db.drafts.put(own("D3000R0", 3000));
    there.set("D3000R0.pdf", NOON - HOUR);
    await say([fact("D4001R0", NOON + SECOND)]);
    await pass(HOUR);
    expect([names(), await counts()]).toEqual([["D4001R0.pdf", "D4001R0.pdf", "D3000R0.pdf"], { confirmed: 0, denied: 1 }]);
  });
});

describe("a find for which isocpp.org cannot be asked", () => {
  async function claimed() {
    const copy = await copyWith("author:Noether");
    copy.there.set("D4001R0.pdf", NOON - HOUR);
    await copy.say([fact("D4001R0", NOON + SECOND)]);
    return copy;
  }

  it("over a weekend without a network, is told when there is one", async () => {
    const { work, pass, clock, host, matches } = await claimed();
    clock.set(NOON + 60 * HOUR);
    host.online = false;
    await work.drain();
    host.online = true;
    clock.set(clock.now() + 20 * SECOND);
    await work.pass(work.engine.hasten("network"));
    await pass(MINUTE);
    expect(await matches()).toEqual(["D4001R0 draft-found to tell"]);
  });

  it.each([503, 403])("for days, since it answers %i, is asked for more and more seldom, and told when it answers", async (status) => {
    const { pass, host, asked, matches, clock } = await claimed();
    host.status = status;
    await pass(3 * DAY);
    const late = asked.filter(({ at }) => at > NOON + 2 * DAY);
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThanOrEqual(5);
    host.status = 0;
    await pass(6 * HOUR + MINUTE);
    expect(await matches()).toEqual(["D4001R0 draft-found to tell"]);
    expect(clock.now()).toBeGreaterThan(NOON + 3 * DAY);
  });
});

it("of a draft that was found here, what a feed says of its page is told after isocpp.org was asked", async () => {
  const { say, pass, there, db, matches, names } = await copyWith("author:Noether");
  await db.drafts.put(own("D4001R0", 4001));
  await say([fact("D4001R0", NOON - DAY, { page: { at: NOON + SECOND, title: "Rings", authors: ["Emmy Noether"], audience: [] } })]);
  expect(await matches()).toEqual([]);
  there.set("D4001R0.pdf", NOON - HOUR);
  await pass(5 * MINUTE);
  expect([names(), await matches()]).toEqual([["D4001R0.pdf"], ["D4001R0 draft-found to tell"]]);
});

it("what a feed has claimed that is believed nothing more is claimed by another that says so too", async () => {
  const { say, pass, there, db, matches, counts } = await copyWith("author:Noether");
  await db.feeds.update(FEED, { denied: 5 });
  there.set("D4001R0.pdf", NOON - HOUR);
  await say([fact("D4001R0", NOON + SECOND)]);
  await pass(5 * MINUTE);
  expect(await matches()).toEqual([]);
  await say([fact("D4001R0", NOON + SECOND)], OTHER);
  await pass(5 * MINUTE);
  expect([await matches(), await counts(OTHER)]).toEqual([["D4001R0 draft-found to tell"], { confirmed: 1, denied: 0 }]);
});

describe("what is found by looking back at claims", () => {
  const ids = Array.from({ length: 30 }, (_, place) => `D${4000 + place}R0`);

  async function claimed() {
    const copy = await copyWith();
    for (const id of ids) copy.there.set(`${id}.pdf`, NOON - HOUR);
    await copy.say(ids.map((id) => fact(id, NOON + SECOND)));
    copy.clock.set(NOON + 90 * DAY);
    return copy;
  }

  it("is counted and not notified", async () => {
    const { lookBack, pass, matches, counts } = await claimed();
    await lookBack("Emmy Noether");
    await pass(HOUR);
    expect(await matches()).toEqual(ids.map((id) => `${id} draft-found`));
    expect(await counts()).toEqual({ confirmed: 30, denied: 0 });
  });

  it("is asked for one after the other, also by two that look back, and all of it", async () => {
    const { lookBack, pass, names, db } = await claimed();
    await lookBack("Emmy Noether");
    await lookBack("E. Noether");
    await pass(2 * MINUTE);
    expect(names().length).toBeLessThanOrEqual(6);
    await pass(HOUR);
    expect(names().toSorted()).toEqual(ids.map((id) => `${id}.pdf`));
    expect(await db.drafts.filter(({ wanted, claimedBy }) => wanted !== undefined || claimedBy !== undefined).count()).toBe(0);
  });

  it("is notified where somebody waits for it besides, whoever came first", async () => {
    const { say, lookBack, pass, matches, there, db } = await copyWith("P4000");
    for (const id of ids) there.set(`${id}.pdf`, NOON - HOUR);
    await say(ids.slice(0, 3).map((id) => fact(id, NOON + SECOND)));
    await lookBack("Emmy Noether");
    await watchList(db, "notify", "title:engines");
    await say([fact("D4002R0", NOON + SECOND, { page: { at: NOON + 2 * SECOND, title: "Engines", authors: ["Emmy Noether"], audience: [] } })]);
    await pass(HOUR);
    expect(await matches()).toEqual(["D4000R0 draft-found to tell", "D4001R0 draft-found", "D4002R0 draft-found to tell"]);
  });
});

describe("of a draft that was matched", () => {
  it("it is the answer that counts: it is gone, also where the job still asks whether it has changed", async () => {
    const { say, pass, there, matches, counts } = await matched();
    await say([fact("D4001R0", NOON + 6 * MINUTE, { files: [file(NOON + 6 * MINUTE, { modifiedAt: NOON, size: 60_000 })] })]);
    there.clear();
    await say([withdrawn("D4001R0", NOON + 7 * MINUTE)]);
    await pass(HOUR);
    expect([await matches(), await counts()]).toEqual([["D4001R0 draft-found gone"], { confirmed: 2, denied: 0 }]);
  });

  it("it has changed, also where the job still asks whether it is gone", async () => {
    const { say, pass, there, matches, counts } = await matched();
    await say([withdrawn("D4001R0", NOON + 6 * MINUTE)]);
    there.set("D4001R0.pdf", NOON + 6 * MINUTE);
    await pass(HOUR);
    expect([await matches(), await counts()]).toEqual([["D4001R0 draft-changed to tell"], { confirmed: 2, denied: 0 }]);
  });

  it("and that was gone, it is asked whether it is there again", async () => {
    const { say, pass, there, matches, counts } = await matched();
    there.clear();
    await say([withdrawn("D4001R0", NOON + 6 * MINUTE)]);
    await pass(5 * MINUTE);
    expect(await matches()).toEqual(["D4001R0 draft-found gone"]);
    there.set("D4001R0.pdf", NOON + 15 * MINUTE);
    await say([fact("D4001R0", NOON + 16 * MINUTE, { files: [file(NOON + 16 * MINUTE, { modifiedAt: NOON + 15 * MINUTE })] })]);
    await pass(5 * MINUTE);
    expect([await matches(), await counts()]).toEqual([["D4001R0 draft-changed to tell"], { confirmed: 3, denied: 0 }]);
  });

  it("with two files it is gone when both are", async () => {
    const { say, pass, there, matches, counts, db } = await matched();
    const html = { extension: ".html", link: `https://${DRAFT_HOST}/files/papers/D4001R0.html`, foundAt: NOON };
    await db.drafts
      .where("id")
      .equals("D4001R0")
      .modify((draft) => void draft.files.push(html));
    there.clear();
    const both = [file(NOON + 6 * MINUTE, { gone: true }), { at: NOON + 6 * MINUTE, extension: ".html", gone: true as const }];
    await say([fact("D4001R0", NOON + 6 * MINUTE, { files: both })]);
    await pass(HOUR);
    expect([await matches(), await counts()]).toEqual([["D4001R0 draft-found gone"], { confirmed: 2, denied: 0 }]);
  });

  it("what is not so is counted once it was asked for twice", async () => {
    const { say, pass, names, counts, db } = await matched();
    await say([fact("D4001R0", NOON + 6 * MINUTE, { files: [file(NOON + 6 * MINUTE, { modifiedAt: NOON, size: 60_000 })] })]);
    await pass(HOUR);
    expect([names(), await counts()]).toEqual([["D4001R0.pdf", "D4001R0.pdf"], { confirmed: 1, denied: 1 }]);
    expect(await db.drafts.get("D4001R0")).not.toHaveProperty("doubt");
    expect(isDistrusted(await counts())).toBe(false);
  });
});
