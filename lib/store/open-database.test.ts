import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { indexOf } from "../../test/store/index-of.ts";
import fixture from "../../test/store/version-1.json" with { type: "json" };
import { createDatabase, DATABASE_VERSION } from "./database.ts";
import { matchLog } from "./match-log.ts";
import { DatabaseUnavailable, openDatabase } from "./open-database.ts";
import { replaceIndex } from "./replace-index.ts";
import { readSettings } from "./settings-store.ts";

type Store = { keyPath: string; autoIncrement?: boolean; indexes?: Record<string, { keyPath: string | string[]; unique?: boolean }> };

/** Writes a database as a version of PaperScout left it, without a line of today's code. */
async function leaveBehind(
  name: string,
  { version, stores, rows }: { version: number; stores: Record<string, Store>; rows: Record<string, object[]> },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const [table, { indexes = {}, ...options }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(table, options);
        for (const [index, { keyPath, ...kind }] of Object.entries(indexes)) store.createIndex(index, keyPath, kind);
        for (const row of rows[table] ?? []) store.add(row);
      }
    };
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });
}

afterEach(() => vi.restoreAllMocks());

describe("opening the database", () => {
  it("opens what version 1 left behind, loses nothing and goes on from there", async () => {
    await leaveBehind("old", fixture);
    const db = await openDatabase(createDatabase("old"));
    for (const [table, rows] of Object.entries(fixture.rows))
      expect(await db.table(table).toArray(), table).toEqual(rows.toSorted((a, b) => ("name" in a && "name" in b ? a.name.localeCompare(b.name) : 0)));
    expect((await readSettings(db)).pollMinutes).toBe(60);
    await replaceIndex(db, indexOf({ P2300R9: { title: "Senders", subgroup: "LEWG" }, P2300R10: {} }), {}, 10_000);
    expect(await matchLog(db, 10_000)).toBe(1);
    expect((await db.matches.toArray()).map(({ id, readAt }) => [id, readAt])).toEqual([
      ["P2300R10", 0],
      ["P2300R9", 0],
    ]);
    db.close();
  });

  it("does not open what a newer version wrote, and leaves it as it is", async () => {
    await leaveBehind("newer", { ...fixture, version: (DATABASE_VERSION + 1) * 10 });
    await expect(openDatabase(createDatabase("newer"))).rejects.toThrow(/newer PaperScout/);
    const names = await indexedDB.databases();
    expect(names.find(({ name }) => name === "newer")?.version).toBe((DATABASE_VERSION + 1) * 10);
  });

  it("tries once more when the first opening fails", async () => {
    const open = vi.spyOn(IDBFactory.prototype, "open").mockImplementationOnce(() => {
      throw new DOMException("disk busy", "AbortError");
    });
    const db = await openDatabase(createDatabase("retried"));
    expect(db.isOpen()).toBe(true);
    expect(open.mock.calls.length).toBeGreaterThan(1);
    db.close();
  });

  it("says that it is unavailable when the second fails too, and never gives an empty database", async () => {
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("disk broken", "AbortError");
    });
    await expect(openDatabase(createDatabase("broken"))).rejects.toThrow(DatabaseUnavailable);
    await expect(openDatabase(createDatabase("broken"))).rejects.toThrow(/disk broken/);
  });
});
