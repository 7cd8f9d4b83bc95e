import { describe, expect, it } from "vitest";
import { DRAFT, draftEvent, logged, PUBLISHED } from "../../../test/store/draft-log.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import type { PaperEvent } from "../../papers/paper-event.ts";
import type { Database } from "../database/database.ts";
import { markRead, markUnread } from "./matches.ts";
import { muteSeries, unmuteSeries } from "./mutes.ts";
import { readMutes } from "./read-mutes.ts";

const SERIES = "P2300";
const OTHER = { ...PUBLISHED, id: "P2301R0", number: 2301, revision: 0 };
const OLDER = { ...PUBLISHED, id: "P2300R10", revision: 10 };

const added = (paper = PUBLISHED): PaperEvent => ({ kind: "paper-added", paper });
const unread = async (db: Database) => (await db.matches.where({ readAt: 0 }).primaryKeys()).sort();

/** A draft and two papers of P2300 and one other paper, all unread and untold. */
async function watching(): Promise<Database> {
  const db = await freshDatabase();
  await watchList(db, "notify", "P2300", "P2301");
  await logged(db, 1000, draftEvent("draft-found"), added(OLDER), added(PUBLISHED), added(OTHER));
  return db;
}

describe("muting a paper", () => {
  it("marks read what is unread of it, drafts too, and tells nobody of that", async () => {
    const db = await watching();
    expect((await muteSeries(db, SERIES, 2000)).sort()).toEqual(["D2300R11", "P2300R10", "P2300R11"]);
    expect(await unread(db)).toEqual(["P2301R0"]);
    expect((await db.matches.where({ notifiedAt: 0 }).primaryKeys()).sort()).toEqual(["P2301R0"]);
    expect((await db.effects.toCollection().primaryKeys()).sort()).toEqual(["told:D2300R11", "told:P2300R10", "told:P2300R11"]);
    expect(await readMutes(db)).toEqual([{ series: SERIES, at: 2000 }]);
  });

  it("twice marks nothing more", async () => {
    const db = await watching();
    await muteSeries(db, SERIES, 2000);
    await markUnread(db, ["P2300R10"]);
    expect(await muteSeries(db, SERIES, 3000)).toEqual([]);
    expect(await unread(db)).toEqual(["P2300R10", "P2301R0"]);
  });

  it.each([
    ["earlier", 1500],
    ["at that very moment", 2000],
    ["by a clock that was ahead", 9000],
  ])("is undone exactly: what was read %s stays read", async (_, readAt) => {
    const db = await watching();
    await markRead(db, ["P2300R10"], readAt);
    const marked = await muteSeries(db, SERIES, 2000);
    expect((await unmuteSeries(db, SERIES)).sort()).toEqual(marked.sort());
    expect(await unread(db)).toEqual(["D2300R11", "P2300R11", "P2301R0"]);
    expect((await db.matches.get("P2300R10"))?.readAt).toBe(readAt);
    expect(await db.mutes.count()).toBe(0);
  });

  it("can be ended where there is none, which changes nothing", async () => {
    const db = await watching();
    expect(await unmuteSeries(db, SERIES)).toEqual([]);
    expect(await unread(db)).toHaveLength(4);
  });
});

describe("what appears of a muted paper", () => {
  it.each<[string, PaperEvent]>([
    ["a paper", added()],
    ["a draft", draftEvent("draft-found")],
    ["a draft that was read", draftEvent("draft-read")],
  ])("makes no match: %s", async (_, event) => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300", "author:Noether");
    await muteSeries(db, SERIES, 500);
    expect(await logged(db, 1000, event, added(OTHER))).toBe(1);
    expect(await db.matches.toCollection().primaryKeys()).toEqual(["P2301R0"]);
    expect(await db.effects.count()).toBe(0);
  });

  it("makes no match of a draft that was published", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await logged(db, 1000, draftEvent("draft-found"));
    await muteSeries(db, SERIES, 1500);
    const from = { id: DRAFT.id, link: "", foundAt: 1000, days: 0 };
    expect(await logged(db, 2000, { kind: "draft-published", paper: PUBLISHED, from })).toBe(0);
    expect(await db.matches.toCollection().primaryKeys()).toEqual(["D2300R11"]);
  });

  it("leaves a draft that changes read and untold, and keeps what is known of it", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await logged(db, 1000, draftEvent("draft-found"));
    await muteSeries(db, SERIES, 1500);
    expect(await logged(db, 2000, draftEvent("draft-changed", { version: "2" }))).toBe(0);
    expect(await db.matches.get("D2300R11")).toMatchObject({ readAt: 1500, notifiedAt: 1500, draft: { version: "2" } });
    expect(await logged(db, 3000, draftEvent("draft-read", { version: "2" }))).toBe(0);
    expect(await db.matches.get("D2300R11")).toMatchObject({ readAt: 1500, notifiedAt: 1500, paper: { title: "Senders" } });
  });

  it("is a match again once the muting has ended", async () => {
    const db = await freshDatabase();
    await watchList(db, "notify", "P2300");
    await muteSeries(db, SERIES, 500);
    await unmuteSeries(db, SERIES);
    await logged(db, 1000, added());
    expect(await unread(db)).toEqual(["P2300R11"]);
  });
});
