import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hearLog } from "../../../test/store/hear-log.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { leaveBehind } from "../../../test/store/leave-behind.ts";
import fixture from "../../../test/store/version-1.json" with { type: "json" };
import { replaceIndex } from "../index/replace-index.ts";
import { readSettings } from "../lists/settings-store.ts";
import { createDatabase, DATABASE_VERSION } from "./database.ts";
import { DatabaseUnavailable, openDatabase } from "./open-database.ts";

afterEach(() => vi.restoreAllMocks());

describe("opening the database", () => {
  it("opens what version 1 left behind and goes on from there", async () => {
    await leaveBehind("old", fixture);
    const db = await openDatabase(createDatabase("old"));
    expect((await readSettings(db)).pollMinutes).toBe(60);
    await replaceIndex(db, indexOf({ P2300R9: { title: "Senders", subgroup: "LEWG" }, P2300R10: {} }), {}, 10_000);
    expect(await hearLog(db, 10_000)).toBe(1);
    expect((await db.matches.toArray()).map(({ id, readAt }) => [id, readAt])).toEqual([
      ["P2300R10", 0],
      ["P2300R9", 0],
    ]);
    db.close();
  });

  it("does not open what a newer version wrote, and leaves it as it is", async () => {
    const version = (DATABASE_VERSION + 1) * 10;
    (await openDatabase(createDatabase("newer"))).close();
    await leaveBehind("newer", { version, stores: { later: { keyPath: "id" } }, rows: { later: [{ id: 1 }] } });
    await expect(openDatabase(createDatabase("newer"))).rejects.toThrow(/newer PaperScout/);
    const names = await indexedDB.databases();
    expect(names.find(({ name }) => name === "newer")?.version).toBe(version);
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
