import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { Database } from "../../store/database/database.ts";
import { writeSetting } from "../../store/lists/settings-store.ts";
import { HOSTS } from "../../terms/hosts.ts";
import { DRAFT_HOST, LISTING_HOST, READ_DRAFT } from "../../terms/work-names.ts";
import { answerCommands } from "../commands/commands.ts";
import { createWork, type Readers } from "./create-work.ts";

const { commands } = vi.hoisted(() => ({ commands: new Map<string, (message: { data: unknown }) => unknown>() }));
vi.mock("../../messages.ts", () => ({ onMessage: (name: string, answer: (message: { data: unknown }) => unknown) => void commands.set(name, answer) }));
vi.mock("wxt/browser", () => {
  const nothing = async () => ({});
  const store = { get: nothing, set: nothing, remove: nothing };
  return {
    browser: {
      i18n: { getMessage: (name: string) => name },
      storage: { local: store, session: store, sync: store },
      action: { setBadgeText: nothing, setBadgeBackgroundColor: nothing, setTitle: nothing },
      notifications: { getAll: nothing, create: nothing, clear: nothing },
      runtime: { getURL: (path: string) => path },
    },
  };
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DRAFTS = 5;
const PAGE = { title: "Senders", authors: ["Kurt Gödel"], audience: [], text: "" };
const answering = { onFetch: (_host: string): void => {} };

beforeEach(() => {
  answering.onFetch = () => {};
  const held: { name: string }[] = [];
  const locks = {
    request: async (name: string, hold: () => Promise<void>) => {
      held.push({ name });
      return hold();
    },
    query: async () => ({ held }),
  };
  vi.stubGlobal("navigator", { onLine: true, locks });
  vi.stubGlobal("fetch", async (url: unknown) => {
    const { host } = new URL(String(url));
    answering.onFetch(host);
    return host === DRAFT_HOST ? new Response("%PDF-") : new Response(null, { status: 304 });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** PaperScout's work as the browser runs it, with pages of drafts to be read, and the hosts that were asked. */
async function working() {
  const db = await freshDatabase();
  const settings = { openStd: false, askGapMs: 20, askJitterPercent: 0, notifications: false } as const;
  for (const [name, value] of Object.entries(settings)) await writeSetting(db, name as keyof typeof settings, value);
  const asked: string[] = [];
  const forbidden = new Set<string>();
  answering.onFetch = (host) => void asked.push(host);
  const database = async () => db;
  const engine = createWork(database, {
    places: () => ["background", "heavy"],
    readers: (async () => ({ readDraftPage: async () => ({ ok: true, page: PAGE }) })) as unknown as Readers,
    isColdStart: async () => false,
    mayAsk: async (origin) => !forbidden.has(origin),
    onDue: async () => {},
    onWorkElsewhere: async () => {},
    onSliceEnd: async () => {},
    onFault(error) {
      throw error;
    },
  });
  for (let number = 3001; number <= 3000 + DRAFTS; number++) {
    const id = `D${number}R1`;
    const file = { extension: ".pdf" as const, link: `https://isocpp.org/files/papers/${id}.pdf`, foundAt: 1 };
    await db.drafts.put({ id, prefix: "D", number, revision: 1, files: [file], foundAt: 1 });
    await engine.enqueue({ kind: READ_DRAFT, args: { id }, key: `${READ_DRAFT} ${id}` });
  }
  const drains: Promise<void>[] = [];
  answerCommands(
    database,
    engine,
    (command) => command(db),
    () => void drains.push(engine.drain()),
  );
  return {
    db,
    engine,
    forbidden,
    asked: (host: string) => asked.filter((one) => one === host).length,
    /** As a page of the extension asks for it; ends when the work has come to rest. */
    async choose(name: string, value: unknown) {
      await commands.get("setSetting")?.({ data: { name, value } });
      await Promise.all(drains.splice(0));
    },
  };
}

const readings = (db: Database) => db.jobs.filter(({ kind }) => kind === READ_DRAFT).toArray();
const pagesRead = async (db: Database) => (await db.drafts.toArray()).filter(({ page }) => page).length;

describe("whoever switches drafts off", () => {
  it("has no request sent to isocpp.org any more, and the pages that wait are read when they are switched on again", async () => {
    const { db, asked, choose } = await working();
    await choose("drafts", false);
    expect(asked(DRAFT_HOST)).toBe(0);
    expect((await readings(db)).map(({ endedAt, attempts }) => [endedAt, attempts])).toEqual(Array(DRAFTS).fill([undefined, 0]));
    await choose("drafts", true);
    expect(asked(DRAFT_HOST)).toBe(DRAFTS);
    expect(await pagesRead(db)).toBe(DRAFTS);
  });

  it("has none sent but those under way, in the middle of the work", async () => {
    const { db, engine, asked, choose } = await working();
    const note = answering.onFetch;
    let choosing: Promise<void> | undefined;
    answering.onFetch = (host) => {
      note(host);
      if (asked(DRAFT_HOST) === 2) choosing ??= choose("drafts", false);
    };
    await engine.drain();
    await choosing;
    expect(asked(DRAFT_HOST)).toBeLessThanOrEqual(3);
    expect((await readings(db)).filter(({ state }) => state === "failed" || state === "cancelled")).toEqual([]);
  });
});

describe("whoever takes the permission for isocpp.org away", () => {
  it("has no request sent there, and the pages that wait are read as soon as it is given again", async () => {
    const { db, engine, asked, forbidden } = await working();
    forbidden.add(HOSTS.isocpp);
    const before = Date.now();
    await engine.drain();
    expect(asked(DRAFT_HOST)).toBe(0);
    const [first, ...others] = await readings(db);
    for (const job of [first, ...others]) expect(job).toMatchObject({ state: "put-off", attempts: 0, error: { kind: "not-allowed" } });
    expect((first?.runAt ?? 0) - before).toBeGreaterThanOrEqual(HOUR - MINUTE);
    expect((first?.runAt ?? 0) - before).toBeLessThanOrEqual(HOUR + MINUTE);
    forbidden.clear();
    expect(await engine.hasten("permission")).toBeGreaterThanOrEqual(DRAFTS);
    await engine.drain();
    expect(await pagesRead(db)).toBe(DRAFTS);
  });
});

it("where the yearly listing is switched off www.open-std.org is asked for nothing", async () => {
  const { db, engine, asked, choose } = await working();
  await choose("drafts", false);
  await engine.enqueue({ kind: "check-listing", key: "check-listing" });
  await engine.drain();
  expect(asked(LISTING_HOST)).toBe(0);
  expect(await db.lanes.get(LISTING_HOST)).toMatchObject({ isOff: true });
});
