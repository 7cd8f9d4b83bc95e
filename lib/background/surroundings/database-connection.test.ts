import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { readListMirror, saveListMirror } from "../../store/backup/list-mirror.ts";
import { readLists } from "../../store/backup/lists-state.ts";
import { DATABASE_NAME } from "../../store/database/database.ts";
import { addWatch, ensureFirstList, removeWatchlist } from "../../store/lists/watchlists.ts";
import type { Engine } from "../../work/engine.ts";
import { changing } from "../commands/changing.ts";
import { databaseConnection } from "./database-connection.ts";

const stored = vi.hoisted(() => ({ rows: {} as Record<string, unknown>, fails: false }));
vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => {
          if (stored.fails) throw new Error("no storage");
          return { [key]: structuredClone(stored.rows[key]) };
        },
        set: async (rows: object) => void Object.assign(stored.rows, structuredClone(rows)),
        remove: async (key: string) => void delete stored.rows[key],
      },
    },
  },
}));

const NAME = "My watchlist";
const LISTS = [{ name: NAME, mode: "notify", watches: ["P2300", "P2900"] }];
const engine = { enqueue: async () => 0 } as unknown as Engine;

beforeEach(async () => {
  stored.rows = {};
  stored.fails = false;
  await Dexie.delete(DATABASE_NAME);
});

/** A start of the background, until the test or its next start ends. */
function started(...rest: Parameters<typeof databaseConnection>) {
  const database = databaseConnection(...rest);
  onTestFinished(async () => (await database()).close());
  const change = changing(database, engine, () => {});
  return {
    database,
    change,
    watch: (text: string) => change(async (db) => addWatch(db, await ensureFirstList(db, NAME), { kind: "paper", text }, 1)),
    watches: async () => (await (await database()).watches.toArray()).map(({ text }) => text),
  };
}

/** As where the browser throws the database away, or finds it damaged and makes it anew. */
async function loseDatabase({ database }: ReturnType<typeof started>): Promise<void> {
  (await database()).close();
  await Dexie.delete(DATABASE_NAME);
}

async function mirrored(): Promise<unknown> {
  return (await readListMirror())?.watchlists;
}

describe("the lists of a database that the browser has lost", () => {
  it("are back after the next start of the background, which says so, and their copy is as it was", async () => {
    const first = started();
    await first.watch("P2300");
    await first.watch("P2900");
    await loseDatabase(first);
    const second = started();
    expect(await second.watches()).toEqual(["P2300", "P2900"]);
    expect(await readLists(await second.database())).toMatchObject({ restored: { watchlists: 1, watches: 2 } });
    expect(await mirrored()).toEqual(LISTS);
    await second.watch("P1000");
    expect(await mirrored()).toEqual([{ ...LISTS[0], watches: ["P2300", "P2900", "P1000"] }]);
  });

  it("are back where it is lost under a connection that is open", async () => {
    const { watch, watches } = started();
    await watch("P2300");
    await Dexie.delete(DATABASE_NAME);
    expect(await watches()).toEqual(["P2300"]);
  });

  it("stay in their copy as long as that cannot be read, whatever is changed meanwhile, and come back when it can", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    onTestFinished(() => warn.mockRestore());
    const first = started();
    await first.watch("P2300");
    await first.watch("P2900");
    await loseDatabase(first);
    stored.fails = true;
    const second = started();
    expect(await second.watches()).toEqual([]);
    expect(await readLists(await second.database())).toBeUndefined();
    await expect(saveListMirror(await second.database(), 1)).rejects.toThrow("not decided");
    stored.fails = false;
    await second.change(async () => {});
    expect(await mirrored()).toEqual(LISTS);
    (await second.database()).close();
    expect(await started().watches()).toEqual(["P2300", "P2900"]);
  });

  it("stay away where the person has removed them", async () => {
    const first = started();
    await first.watch("P2300");
    await first.change(async (db) => {
      for (const { id } of await db.watchlists.toArray()) await removeWatchlist(db, id);
    });
    expect(await mirrored()).toEqual([]);
    (await first.database()).close();
    const second = started();
    expect(await second.watches()).toEqual([]);
    await loseDatabase(second);
    expect(await started().watches()).toEqual([]);
  });

  it("are left to the background by whoever cannot see their copy", async () => {
    const first = started();
    await first.watch("P2300");
    await loseDatabase(first);
    const document = started(async () => {});
    expect(await readLists(await document.database())).toBeUndefined();
    expect(await started().watches()).toEqual(["P2300"]);
  });
});

describe("the connection", () => {
  it("is one for all who ask, and another after it was closed", async () => {
    const { database } = started();
    const [one, other] = await Promise.all([database(), database()]);
    expect(one).toBe(other);
    await Dexie.delete(DATABASE_NAME);
    expect(await database()).not.toBe(one);
    expect(await (await database()).watches.count()).toBe(0);
  });
});
