import "fake-indexeddb/auto";
import { expect, it, onTestFinished } from "vitest";
import { hearLog } from "../../../test/store/hear-log.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { leaveBehind } from "../../../test/store/leave-behind.ts";
import { sinceVersion5 } from "../../../test/store/since-version-5.ts";
import fixture from "../../../test/store/version-3.json" with { type: "json" };
import { replaceIndex } from "../index/replace-index.ts";
import { readMatchList } from "../matches/matches.ts";
import { createDatabase, type Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

let count = 0;

/** What version 3 left behind, as it is opened today. */
async function upgraded(): Promise<Database> {
  count++;
  const name = `version-3-${count}`;
  await leaveBehind(name, fixture);
  const db = await openDatabase(createDatabase(name));
  onTestFinished(() => db.delete());
  return db;
}

it("keeps all rows of version 3, its matches without a star, and mutes nothing", async () => {
  const db = await upgraded();
  const { matches, ...others } = fixture.rows;
  for (const [table, rows] of Object.entries(others)) expect(await db.table(table).toArray(), table).toEqual(sinceVersion5(table, rows));
  expect(await db.matches.toArray()).toEqual(matches.map((match) => ({ ...match, starredAt: 0 })));
  expect(await db.mutes.count()).toBe(0);
});

it("finds what version 3 left unread, and goes on from there", async () => {
  const db = await upgraded();
  const unread = fixture.rows.matches.filter(({ readAt }) => readAt === 0).map(({ id }) => id);
  const list = await readMatchList(db, "unread");
  expect(list.papers.flatMap(({ ids }) => ids).sort()).toEqual(unread.sort());
  expect(list.counts).toEqual({ unread: unread.length, starred: 0, all: fixture.rows.matches.length });
  await replaceIndex(db, indexOf({ P2300R9: {}, P2302R0: {}, P2300R10: {}, P2301R0: { title: "Senders" }, P2300R12: {} }), {}, 10_000);
  expect(await hearLog(db, 10_000)).toBe(1);
  expect(await db.matches.get("P2300R12")).toMatchObject({ starredAt: 0, readAt: 0 });
});
