import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { hearLog } from "../../../test/store/hear-log.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import type { Database } from "../database/database.ts";
import { replaceIndex } from "../index/replace-index.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { addWatch, addWatchlist, setListMode } from "../lists/watchlists.ts";
import { starMatch } from "../matches/matches.ts";
import { muteSeries, unmuteSeries } from "../matches/mutes.ts";
import { readMutes } from "../matches/read-mutes.ts";
import { exportBackup } from "./backup.ts";
import { importBackup } from "./import-backup.ts";

/** A database with two lists, three watches, a setting and a match. */
async function lived(): Promise<Database> {
  const db = await freshDatabase();
  const first = await addWatchlist(db, "My watchlist");
  const second = await addWatchlist(db, "Reading");
  await setListMode(db, second, "badge");
  await addWatch(db, first, { kind: "paper", text: "P2300" }, 1);
  await addWatch(db, first, { kind: "author", text: "Kurt Gödel" }, 2);
  await addWatch(db, second, { kind: "title", text: "senders" }, 3);
  await writeSetting(db, "pollMinutes", 60);
  await replaceIndex(db, indexOf({ P1R0: {} }), {}, 1);
  await replaceIndex(db, indexOf({ P1R0: {}, P2300R10: {} }), {}, 2);
  await hearLog(db, 2);
  return db;
}

describe("a backup", () => {
  it("carries lists, settings and matches to an empty browser, and back again", async () => {
    const old = await exportBackup(await lived(), 5);
    const db = await freshDatabase();
    expect(await importBackup(db, JSON.stringify(old), 9)).toEqual({
      ok: true,
      watchlists: 2,
      watches: 3,
      settings: 1,
      matches: 1,
      stars: 0,
      mutes: 0,
      rejected: [],
    });
    const again = await exportBackup(db, 5);
    // What was not told yet there is not told here.
    expect(again).toEqual({ ...old, matches: old.matches.map((match) => ({ ...match, notifiedAt: 9 })) });
  });

  it("is remembered as told, whatever is forgotten of it later", async () => {
    const old = await exportBackup(await lived(), 5);
    const db = await freshDatabase();
    await importBackup(db, JSON.stringify(old), 9);
    await db.matches.clear();
    expect(await db.effects.toArray()).toEqual([{ key: "told:P2300R10", at: 9 }]);
  });

  it("carries stars and mutes, and what muting marked is unread again where it ends", async () => {
    const lately = await lived();
    await starMatch(lately, "P2300R10", true, 3);
    await muteSeries(lately, "P2300", 4);
    const old = JSON.stringify(await exportBackup(lately, 5));
    for (const [db, counts] of [
      // A new match brings its star along.
      [await freshDatabase(), { matches: 1, stars: 0, mutes: 1 }],
      [await lived(), { matches: 0, stars: 1, mutes: 1 }],
    ] as const) {
      expect(await importBackup(db, old, 9)).toMatchObject(counts);
      expect(await db.matches.toArray()).toMatchObject([{ id: "P2300R10", starredAt: 3, readAt: 4 }]);
      expect(await readMutes(db)).toEqual([{ series: "P2300", at: 4 }]);
      expect(await unmuteSeries(db, "P2300")).toEqual(["P2300R10"]);
    }
  });

  it("takes away no star, and is read where it was made before there were any", async () => {
    const db = await lived();
    const { mutes: _, ...old } = JSON.parse(JSON.stringify(await exportBackup(db, 5)));
    delete old.matches[0].starredAt;
    await starMatch(db, "P2300R10", true, 3);
    expect(await importBackup(db, JSON.stringify(old), 9)).toMatchObject({ ok: true, rejected: [] });
    expect((await db.matches.get("P2300R10"))?.starredAt).toBe(3);
    const empty = await freshDatabase();
    expect(await importBackup(empty, JSON.stringify(old), 9)).toMatchObject({ ok: true, matches: 1, rejected: [] });
    expect(await empty.matches.toArray()).toMatchObject([{ starredAt: 0 }]);
  });

  it("adds to what is there and doubles nothing", async () => {
    const db = await lived();
    const backup = JSON.stringify(await exportBackup(db, 5));
    expect(await importBackup(db, backup, 9)).toMatchObject({ ok: true, watchlists: 0, watches: 0, matches: 0 });
    expect(await db.watches.count()).toBe(3);
  });

  it.each<[json: string, problem: string]>([
    ["{", "not-json"],
    ["", "empty"],
    [" \n ", "empty"],
    [" ".repeat(32_000_000), "empty"],
    ["[]", "not-a-backup"],
    ['{"format":"other","version":1}', "not-a-backup"],
    ['{"format":"paperscout-backup","version":2}', "newer-version"],
    ['{"format":"paperscout-backup","version":"1"}', "not-a-backup"],
    [" ".repeat(32_000_001), "too-large"],
  ])("that is none is refused: $1", async (json, problem) => {
    const db = await lived();
    expect(await importBackup(db, json, 9)).toEqual({ ok: false, problem });
    expect(await db.watches.count()).toBe(3);
  });

  it("edited by hand loses only what is wrong, and names it", async () => {
    const db = await freshDatabase();
    const backup = {
      format: "paperscout-backup",
      version: 1,
      watchlists: [
        { name: "Mine", mode: "notify", watches: ["P2300", "LWG2300", 7, "author:Gödel", "some free text"] },
        { name: "", mode: "notify", watches: [] },
        { name: "Loud", mode: "shout", watches: [] },
      ],
      settings: { pollMinutes: 1, notifications: false, colour: "red" },
      matches: [
        { id: "P1R0", paper: { id: "P1R0", title: "<img onerror=alert(1)>", link: "javascript:alert(1)" } },
        { ...(await exportBackup(await lived(), 5)).matches[0], foundAt: 1e16 },
      ],
      mutes: [
        { series: "P2300", at: 3 },
        { series: "P2300R1", at: 3 },
        { series: "P2301", at: "yesterday" },
      ],
    };
    const report = await importBackup(db, JSON.stringify(backup), 9);
    expect(report).toMatchObject({ ok: true, watchlists: 1, watches: 2, settings: 1, matches: 0 });
    expect(report.ok && report.rejected.map(({ place }) => place)).toEqual([
      "watchlists[0].watches[1]",
      "watchlists[0].watches[2]",
      "watchlists[0].watches[4]",
      "watchlists[1]",
      "watchlists[2]",
      "settings.pollMinutes",
      "settings.colour",
      "matches[0]",
      "matches[1]",
      "mutes[1]",
      "mutes[2]",
    ]);
  });
});
