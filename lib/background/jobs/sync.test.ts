import { describe, expect, it } from "vitest";
import { workOn } from "../../../test/engine/work-on.ts";
import { found } from "../../../test/store/found-match.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { virtualClock } from "../../../test/work/virtual-clock.ts";
import { TELL } from "../../notify/tell-matches.ts";
import type { Database } from "../../store/database/database.ts";
import { readWatchlists } from "../../store/lists/read-watchlists.ts";
import { readSettings, writeSetting } from "../../store/lists/settings-store.ts";
import { readSync } from "../../store/lists/take-in.ts";
import { addWatch, addWatchlist, removeWatch, removeWatchlist, renameWatchlist, setListMode } from "../../store/lists/watchlists.ts";
import type { SyncItems } from "../../sync/item-size.ts";
import { SETTINGS } from "../../terms/settings.ts";
import { SYNC } from "../../terms/work-names.ts";
import { formatWatch } from "../../watch/syntax/format-watch.ts";
import { parseWatch } from "../../watch/syntax/parse-watch.ts";
import type { WorkDatabase } from "../../work/rows.ts";
import { SYNC_JOB, sync } from "./sync.ts";
import type { SyncStore } from "./sync-store.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;

/** An account's store in memory; `fail` is thrown by every writing until it is taken away. */
function account() {
  const held = { items: {} as SyncItems, fail: undefined as Error | undefined, failRead: undefined as Error | undefined, writings: 0 };
  const store: SyncStore = {
    async read() {
      if (held.failRead) throw held.failRead;
      return structuredClone(held.items);
    },
    async write(items) {
      held.writings++;
      if (held.fail) throw held.fail;
      Object.assign(held.items, structuredClone(items));
    },
    async remove(keys) {
      for (const key of keys) delete held.items[key];
    },
  };
  return Object.assign(held, { store });
}

async function machine(store: SyncStore, isOn = true) {
  const clock = virtualClock(NOON);
  const db = await freshDatabase(clock.watch);
  if (isOn) await writeSetting(db, "sync", true);
  const told = { changes: 0 };
  const onChanged = async () => {
    told.changes++;
  };
  const work = workOn(db as unknown as WorkDatabase, clock, { kinds: { [SYNC]: sync({ database: async () => db, store, onChanged }) } });
  return {
    db,
    told,
    work,
    async sync() {
      clock.set(clock.now() + MINUTE);
      await work.engine.enqueue(SYNC_JOB);
      await work.drain();
      expect(work.faults).toEqual([]);
    },
  };
}

async function watch(db: Database, list: number, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const parsed = parseWatch(text);
    if (!parsed.ok) throw new Error(text);
    await addWatch(db, list, parsed.watch, 1);
  }
}

async function unwatch(db: Database, text: string): Promise<void> {
  for (const row of await db.watches.toArray()) if (formatWatch(row) === text) await removeWatch(db, row.id);
}

/** "Mine (notify): P2300, author:Kühl". */
async function shown(db: Database): Promise<string[]> {
  return (await readWatchlists(db)).map(({ name, mode, watches }) => `${name} (${mode}): ${watches.map(formatWatch).sort().join(", ")}`).sort();
}

describe("two machines of a person", () => {
  it("have the same lists and settings in the end, matches and what is each machine's own aside", async () => {
    const { store } = account();
    const [a, b] = [await machine(store), await machine(store)];
    const mine = await addWatchlist(a.db, "Mine");
    await watch(a.db, mine, "P2300", "author:Kühl", "author:Niebler -audience:SG1");
    await setListMode(a.db, await addWatchlist(a.db, "Quiet"), "badge");
    await writeSetting(a.db, "pollMinutes", 60);
    await writeSetting(a.db, "jobsAtOnce", 1);
    await watch(b.db, await addWatchlist(b.db, "Mine"), "P2300", "title:rings");
    await a.sync();
    await b.sync();
    await a.sync();
    const expected = ["Mine (notify): P2300, author:Kühl, author:Niebler -audience:SG1, title:rings", "Quiet (badge): "];
    for (const one of [a, b]) expect(await shown(one.db)).toEqual(expected);
    expect(await readSettings(b.db)).toMatchObject({ pollMinutes: 60, sync: true, jobsAtOnce: SETTINGS.jobsAtOnce.default });
    expect([a.told.changes, b.told.changes]).toEqual([1, 1]);
  });

  it("follow each other's renaming, removing and adding", async () => {
    const { store } = account();
    const [a, b] = [await machine(store), await machine(store)];
    const mine = await addWatchlist(a.db, "Mine");
    const old = await addWatchlist(a.db, "Old");
    await watch(a.db, mine, "P2300", "P2301");
    await watch(a.db, old, "N4950");
    await a.sync();
    await b.sync();
    await renameWatchlist(a.db, mine, "Renamed");
    await removeWatchlist(a.db, old);
    const [list] = await b.db.watchlists.toArray();
    await watch(b.db, list?.id ?? 0, "P9000");
    await unwatch(b.db, "P2301");
    for (const one of [a, b, a]) await one.sync();
    expect(await shown(a.db)).toEqual(["Renamed (notify): P2300, P9000"]);
    expect(await shown(b.db)).toEqual(await shown(a.db));
  });

  it("write nothing where there is nothing to say", async () => {
    const held = account();
    const [a, b] = [await machine(held.store), await machine(held.store)];
    await watch(a.db, await addWatchlist(a.db, "Mine"), "P2300");
    for (const one of [a, b, a]) await one.sync();
    expect(held.writings).toBe(1);
    for (const one of [a, b]) expect(await readSync(one.db)).toMatchObject({ syncedAt: expect.any(Number), bytes: expect.any(Number) });
    expect((await readSync(a.db))?.trouble).toBeUndefined();
  });
});

it("what waits to be told is looked at anew where a setting came from elsewhere, and only then", async () => {
  const { store } = account();
  const [a, b] = [await machine(store), await machine(store)];
  const looks = () => b.db.jobs.filter(({ kind }) => kind === TELL).toArray();
  await a.sync();
  await b.sync();
  await b.db.matches.put(found("P1R0"));
  await b.work.engine.enqueue({ kind: TELL, key: TELL, runAt: NOON + 60 * MINUTE });
  await b.sync();
  expect(await looks()).toMatchObject([{ runAt: NOON + 60 * MINUTE }]);
  await writeSetting(a.db, "minutesBetweenNotifications", 1);
  await a.sync();
  await b.sync();
  // Nobody tells here, so that it has failed at once.
  expect(await looks()).toMatchObject([{ state: "failed", endedAt: NOON + 3 * MINUTE }]);
});

describe("one that does not want it", () => {
  it("gives nothing and takes nothing", async () => {
    const held = account();
    const [a, b] = [await machine(held.store), await machine(held.store, false)];
    await watch(a.db, await addWatchlist(a.db, "Mine"), "P2300");
    await watch(b.db, await addWatchlist(b.db, "Secret"), "P2301");
    for (const one of [a, b, a]) await one.sync();
    expect(JSON.stringify(held.items)).not.toContain("Secret");
    expect(await shown(b.db)).toEqual(["Secret (notify): P2301"]);
  });

  it("takes part again later, with what was changed meanwhile on both sides", async () => {
    const { store } = account();
    const [a, b] = [await machine(store), await machine(store)];
    await watch(a.db, await addWatchlist(a.db, "Mine"), "P2300", "P2301", "P2302");
    for (const one of [a, b]) await one.sync();
    await writeSetting(b.db, "sync", false);
    await unwatch(a.db, "P2300");
    await unwatch(b.db, "P2301");
    for (const one of [a, b]) await one.sync();
    await writeSetting(b.db, "sync", true);
    for (const one of [b, a]) await one.sync();
    for (const one of [a, b]) expect(await shown(one.db)).toEqual(["Mine (notify): P2302"]);
  });
});

describe("a store that does not take it", () => {
  it.each([
    ["This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.", "too-often"],
    ["QUOTA_BYTES quota exceeded", "too-large"],
    ["QuotaExceededError: storage.sync API call exceeded its quota limitations.", "too-large"],
    ["MAX_ITEMS quota exceeded", "too-large"],
    ["Please set webextensions.storage.sync.enabled to true in about:config", "unavailable"],
  ])("and says %j is known as %s, until it does", async (message, kind) => {
    const held = account();
    const { db, sync, work } = await machine(held.store);
    await watch(db, await addWatchlist(db, "Mine"), "P2300");
    held.fail = new Error(message);
    await sync();
    expect((await readSync(db))?.trouble).toMatchObject({ kind });
    expect(await shown(db)).toEqual(["Mine (notify): P2300"]);
    held.fail = undefined;
    if (kind === "too-large") await sync();
    else await work.drainNext();
    expect((await readSync(db))?.trouble).toBeUndefined();
    expect(JSON.stringify(held.items)).toContain("P2300");
  });

  it("since there is no room gets nothing, and loses nothing", async () => {
    const held = account();
    const [a, b] = [await machine(held.store), await machine(held.store)];
    const mine = await addWatchlist(a.db, "Mine");
    await watch(a.db, mine, "P2300");
    await a.sync();
    const many = Array.from({ length: 1_000 }, (_, number) => ({
      id: 100 + number,
      list: mine,
      kind: "title" as const,
      text: `${"rings ".repeat(20)}${number}`,
      addedAt: 1,
    }));
    await a.db.watches.bulkAdd(many);
    const before = structuredClone(held.items);
    await a.sync();
    expect((await readSync(a.db))?.trouble).toEqual({ kind: "too-large", bytes: expect.any(Number) });
    expect(held.items).toEqual(before);
    expect(await a.db.watches.count()).toBe(1_001);
    // What others change still arrives.
    await watch(b.db, await addWatchlist(b.db, "Other"), "P2301");
    await b.sync();
    await a.sync();
    expect(await a.db.watchlists.count()).toBe(2);
    await a.db.watches.where("id").aboveOrEqual(100).delete();
    await a.sync();
    expect((await readSync(a.db))?.trouble).toBeUndefined();
    expect(JSON.stringify(held.items).length).toBeLessThan(1_000);
  });

  it("cannot be read the first time is no first time: settings that were there before go before", async () => {
    const held = account();
    const [a, b] = [await machine(held.store), await machine(held.store)];
    await writeSetting(a.db, "pollMinutes", 60);
    await writeSetting(b.db, "pollMinutes", 90);
    await a.sync();
    held.failRead = new Error("No.");
    await b.sync();
    expect((await readSync(b.db))?.trouble).toEqual({ kind: "unavailable", message: "No." });
    held.failRead = undefined;
    await b.work.drainNext();
    expect(await readSettings(b.db)).toMatchObject({ pollMinutes: 60 });
  });

  it("holds what a newer version wrote is left as it is", async () => {
    const held = account();
    const { db, sync } = await machine(held.store);
    await watch(db, await addWatchlist(db, "Mine"), "P2300");
    held.items = { settings: [2, { all: "different" }] };
    await sync();
    expect(held.items).toEqual({ settings: [2, { all: "different" }] });
    expect((await readSync(db))?.trouble).toEqual({ kind: "newer-version" });
  });
});

describe("what this version cannot make anything of", () => {
  it("is kept for those that can, and no reason to remove anything", async () => {
    const held = account();
    const { db, sync } = await machine(held.store);
    const at = NOON / 1000 - 100;
    held.items = {
      settings: [1, ["colour", at, "red", "pollMinutes", at, 1, "sync", at, false]],
      "list/Mine/0": [1, "Mine", "Mine", at, "shout", at, 1, at, ["P2300", at, "smell:roses and", at]],
    };
    await sync();
    expect(await shown(db)).toEqual(["Mine (notify): P2300"]);
    expect(await readSettings(db)).toMatchObject({ sync: true, pollMinutes: SETTINGS.pollMinutes.default });
    const [list] = await db.watchlists.toArray();
    await watch(db, list?.id ?? 0, "P2301");
    await sync();
    const text = JSON.stringify(held.items);
    for (const kept of ["colour", '"pollMinutes",', "shout", "smell:roses and", "P2301"]) expect(text).toContain(kept);
  });
});
