import { describe, expect, it, vi } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import type { Database } from "../database/database.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { removeWatchlist } from "../lists/watchlists.ts";
import { muteSeries } from "../matches/mutes.ts";
import { type Backup, exportBackup, makeBackup } from "./backup.ts";
import { noteRestoreSeen, readLists } from "./lists-state.ts";
import { decideLists } from "./restore-lists.ts";

const NOW = 1_800_000_000_000;
const EMPTY = makeBackup({ watchlists: [], watches: [], settings: [], matches: [], mutes: [] }, NOW);

/** The copy of a database with a list of two watches, a setting and a mute. */
async function copyOf(): Promise<Backup> {
  const db = await freshDatabase();
  await watchList(db, "notify", "P2300", "author:Gödel");
  await writeSetting(db, "pollMinutes", 60);
  await muteSeries(db, "P0001", 1);
  return exportBackup(db, NOW);
}

async function listsOf(db: Database): Promise<Pick<Backup, "watchlists" | "settings" | "mutes">> {
  const { watchlists, settings, mutes } = await exportBackup(db, NOW);
  return { watchlists, settings, mutes };
}

describe("what lists a database begins with", () => {
  it("is those of the copy where it is new and they are lost, with settings and mutes, and the person can be told of it", async () => {
    const copy = await copyOf();
    const db = await freshDatabase();
    await decideLists(db, async () => copy, NOW);
    expect(await listsOf(db)).toEqual({ watchlists: copy.watchlists, settings: { pollMinutes: 60 }, mutes: copy.mutes });
    expect(await readLists(db)).toEqual({ name: "lists", since: NOW, restored: { at: NOW, watchlists: 1, watches: 2 } });
    await noteRestoreSeen(db);
    expect(await readLists(db)).toEqual({ name: "lists", since: NOW });
  });

  it("is restored as a whole, with the decision, or not at all", async () => {
    const copy = await copyOf();
    const db = await freshDatabase();
    const refused = vi.fn(() => {
      throw new Error("no more");
    });
    db.state.hook("creating", refused);
    await expect(decideLists(db, async () => copy, NOW)).rejects.toThrow("no more");
    expect(refused).toHaveBeenCalledTimes(1);
    expect(await listsOf(db)).toEqual({ watchlists: [], settings: {}, mutes: [] });
    expect(await readLists(db)).toBeUndefined();
    db.state.hook("creating").unsubscribe(refused);
    await decideLists(db, async () => copy, NOW + 1);
    expect(await readLists(db)).toMatchObject({ since: NOW + 1, restored: { watches: 2 } });
  });

  it.each<[what: string, copy: Backup | undefined]>([
    ["there is no copy: PaperScout is new here", undefined],
    ["the copy has no lists", EMPTY],
  ])("is none where %s", async (_, copy) => {
    const db = await freshDatabase();
    await decideLists(db, async () => copy, NOW);
    expect(await db.watchlists.count()).toBe(0);
    expect(await readLists(db)).toEqual({ name: "lists", since: NOW });
  });

  it("is those that it has, whatever the copy holds", async () => {
    const db = await freshDatabase();
    await watchList(db, "badge", "P3000");
    const before = await listsOf(db);
    const copy = await copyOf();
    await decideLists(db, async () => copy, NOW);
    expect(await listsOf(db)).toEqual(before);
    expect(await readLists(db)).toEqual({ name: "lists", since: NOW });
  });

  it("is decided once: what the person removes afterwards does not come back", async () => {
    const copy = await copyOf();
    const db = await freshDatabase();
    await decideLists(db, async () => copy, NOW);
    for (const { id } of await db.watchlists.toArray()) await removeWatchlist(db, id);
    const readCopy = vi.fn(async () => copy);
    await decideLists(db, readCopy, NOW + 1);
    expect(readCopy).not.toHaveBeenCalled();
    expect(await db.watchlists.count()).toBe(0);
    expect(await readLists(db)).toMatchObject({ since: NOW });
  });

  it("is decided once, also by two at the same time", async () => {
    const copy = await copyOf();
    const db = await freshDatabase();
    await Promise.all([NOW, NOW + 1].map((now) => decideLists(db, async () => copy, now)));
    expect((await listsOf(db)).watchlists).toEqual(copy.watchlists);
    expect(await db.watches.count()).toBe(2);
  });

  it("is not decided, and nothing is written, where the copy cannot be read", async () => {
    const db = await freshDatabase();
    await expect(decideLists(db, () => Promise.reject(new Error("no storage")), NOW)).rejects.toThrow("no storage");
    expect(await readLists(db)).toBeUndefined();
    expect(await db.state.count()).toBe(0);
    await noteRestoreSeen(db);
    expect(await readLists(db)).toBeUndefined();
    const copy = await copyOf();
    await decideLists(db, async () => copy, NOW);
    expect(await db.watches.count()).toBe(2);
  });

  it.each<[what: string, copy: unknown]>([
    ["is of a later version", { ...EMPTY, version: 99, watchlists: [{ name: "x", mode: "notify", watches: ["P1"] }] }],
    ["is something else", "odd"],
  ])("is not taken for decided where the copy %s: it is all that there is", async (_, copy) => {
    const db = await freshDatabase();
    await decideLists(db, async () => copy as Backup, NOW).catch(() => {});
    expect(await readLists(db)).toBeUndefined();
  });
});
