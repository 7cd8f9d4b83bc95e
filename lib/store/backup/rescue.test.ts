import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { found } from "../../../test/store/found-match.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import { createDatabase, DATABASE_NAME } from "../database/database.ts";
import { openDatabase } from "../database/open-database.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { exportBackup } from "./backup.ts";
import { readListMirror, saveListMirror } from "./list-mirror.ts";
import { readLists } from "./lists-state.ts";
import { NothingToKeep, rescueBackup, resetDatabase } from "./rescue.ts";
import { decideLists } from "./restore-lists.ts";

const stored = vi.hoisted(() => ({ rows: {} as Record<string, unknown>, fails: false }));
vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => {
          if (stored.fails) throw new Error("no storage");
          return { [key]: stored.rows[key] };
        },
        set: async (rows: object) => void Object.assign(stored.rows, rows),
        remove: async (key: string) => void delete stored.rows[key],
      },
    },
  },
}));

const NOW = 1_800_000_000_000;
const LISTS = [{ name: "notify list", mode: "notify", watches: ["P2300"] }];
const MUTE = { series: "P0001", at: 1 };

beforeEach(async () => {
  stored.rows = {};
  stored.fails = false;
  await Dexie.delete(DATABASE_NAME);
});

/** A database with a list, a setting, a match and a mute. */
async function lived(): Promise<void> {
  const db = await openDatabase(createDatabase());
  await decideLists(db, readListMirror, NOW);
  await watchList(db, "notify", "P2300");
  await writeSetting(db, "pollMinutes", 60);
  await db.matches.put(found("P2300R1"));
  await db.mutes.put(MUTE);
  await saveListMirror(db, NOW);
  db.close();
}

async function rescued() {
  const rescued = await rescueBackup(NOW);
  return rescued && { ...JSON.parse(rescued.json), complete: rescued.complete };
}

/** Takes a table away, as an older version had none. */
async function leaveOut(table: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(DATABASE_NAME, 10_000);
    opening.onupgradeneeded = () => opening.result.deleteObjectStore(table);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result.close());
  });
}

describe("what can be rescued", () => {
  it("is nothing where there is neither a database nor a copy of the lists", async () => {
    expect(await rescueBackup(NOW)).toBeUndefined();
    stored.fails = true;
    expect(await rescueBackup(NOW)).toBeUndefined();
  });

  it("is all that is there, whatever its version", async () => {
    await lived();
    stored.rows = {};
    const all = { watchlists: LISTS, settings: { pollMinutes: 60 }, matches: [expect.objectContaining({ id: "P2300R1" })], mutes: [MUTE], complete: true };
    expect(await rescued()).toMatchObject(all);
    stored.fails = true;
    expect(await rescued()).toMatchObject(all);
  });

  it("is whole without the mutes, which were not always there", async () => {
    await lived();
    await leaveOut("mutes");
    expect(await rescued()).toMatchObject({ watchlists: LISTS, mutes: [], complete: true });
  });

  it("is not whole where a table cannot be read, of which the rest is there", async () => {
    await lived();
    stored.rows = {};
    const { getAll } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(function (this: IDBObjectStore, ...words) {
      if (this.name === "matches") throw new Error("broken");
      return getAll.apply(this, words);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    expect(await rescued()).toMatchObject({ watchlists: LISTS, settings: { pollMinutes: 60 }, matches: [], mutes: [MUTE], complete: false });
  });

  it("has the lists from their copy where the database has none, with settings and mutes", async () => {
    await lived();
    const db = await openDatabase(createDatabase());
    await Promise.all([db.watchlists.clear(), db.settings.clear(), db.mutes.clear()]);
    db.close();
    expect(await rescued()).toMatchObject({ watchlists: LISTS, settings: { pollMinutes: 60 }, mutes: [MUTE], complete: true });
  });

  it("is the copy alone where there is no database, and then not whole", async () => {
    await lived();
    await Dexie.delete(DATABASE_NAME);
    expect(await rescued()).toMatchObject({ watchlists: LISTS, settings: { pollMinutes: 60 }, matches: [], mutes: [MUTE], complete: false });
  });
});

describe("a reset", () => {
  it.each([
    [true, LISTS, { pollMinutes: 60 }, [MUTE]],
    [false, [{ name: expect.any(String), mode: "notify", watches: [] }], {}, []],
  ] as const)("keeps lists and settings if asked to: %s; never matches", async (keepWatchlists, watchlists, settings, mutes) => {
    await lived();
    await resetDatabase({ keepWatchlists }, NOW);
    const db = await openDatabase(createDatabase());
    const { watchlists: lists, ...rest } = await exportBackup(db, NOW);
    db.close();
    expect(lists.filter(({ watches }) => watches.length > 0)).toEqual(watchlists.filter(({ watches }) => watches.length > 0));
    expect(rest).toMatchObject({ settings, matches: [], mutes });
  });

  it.each<[name: string, damage: () => Promise<unknown>]>([
    ["the database", () => Dexie.delete(DATABASE_NAME)],
    ["its table of lists", () => leaveOut("watchlists")],
  ])("that is to keep the lists deletes nothing where neither %s nor their copy can be read", async (_, damage) => {
    await lived();
    await damage();
    stored.fails = true;
    await expect(resetDatabase({ keepWatchlists: true }, NOW)).rejects.toThrow(NothingToKeep);
    stored.fails = false;
    expect((await readListMirror())?.watchlists).toHaveLength(1);
    await resetDatabase({ keepWatchlists: true }, NOW);
    const db = await openDatabase(createDatabase());
    expect(await db.watchlists.count()).toBe(1);
    db.close();
  });

  it.each([
    [true, 1],
    [false, 0],
  ])("leaves a copy of the lists to come back from only where they are to be kept: %s", async (keepWatchlists, lists) => {
    await lived();
    await resetDatabase({ keepWatchlists }, NOW);
    expect((await readListMirror())?.watchlists ?? []).toHaveLength(lists);
    const db = await openDatabase(createDatabase());
    await decideLists(db, readListMirror, NOW);
    expect(await db.watchlists.count()).toBe(lists);
    expect(await readLists(db)).toEqual({ name: "lists", since: NOW });
    db.close();
  });
});
