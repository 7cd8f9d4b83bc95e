import { describe, expect, it } from "vitest";
import { draftEvent, logged, PUBLISHED } from "../../../test/store/draft-log.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { watchList } from "../../../test/store/watch-list.ts";
import type { Database } from "../database/database.ts";
import type { Match } from "../database/schema.ts";
import { writeSetting } from "../lists/settings-store.ts";
import { exportBackup } from "./backup.ts";
import { importBackup } from "./import-backup.ts";

const EXPORTED = 5000;
const IMPORTED = 9000;

/** A draft that was found, changed and published, with every kind of reason. */
async function lived(): Promise<Database> {
  const db = await freshDatabase();
  await watchList(db, "notify", "P2300", "author:Noether", "author:Gödel");
  for (const name of ["tellMentions", "tellAnyDraft", "tellFrontierDrafts"] as const) await writeSetting(db, name, true);
  await db.drafts.put({ id: "D2300R11", prefix: "D", number: 2300, revision: 11, files: [], foundAt: 1000 });
  await db.draftTexts.put({ id: "D2300R11", text: "Thanks to Kurt Gödel" });
  await logged(db, 1000, draftEvent("draft-found", { nearFrontier: true, modifiedAt: 900 }), draftEvent("draft-read"));
  await logged(db, 2000, draftEvent("draft-changed", { version: "2", modifiedAt: 1900 }), draftEvent("draft-gone", { version: "2", modifiedAt: 1900 }));
  const from = { id: "D2300R11", link: "https://isocpp.org/files/papers/D2300R11.pdf", foundAt: 1000, days: 0 };
  await logged(db, 3000, { kind: "draft-published", paper: PUBLISHED, from });
  await logged(db, 4000, draftEvent("draft-found", { older: true, baseline: true, unreadable: "encrypted" }, { id: "D2300R12", revision: 12 }));
  return db;
}

/** One match in a file, as somebody may have written it. */
async function importOne(match: object): Promise<{ db: Database; rejected: string[] }> {
  const db = await freshDatabase();
  const report = await importBackup(db, JSON.stringify({ format: "paperscout-backup", version: 1, matches: [match] }), IMPORTED);
  return { db, rejected: report.ok ? report.rejected.map(({ place }) => place) : ["the file"] };
}

const paper = { id: "D1R0", type: "draft", prefix: "D", number: 1, revision: 0, title: "", authors: [], audience: [] };
const reasons = [{ kind: "paper", watched: "P1", found: "D1R0", list: 1, listName: "x" }];
const match = {
  id: "D1R0",
  paper,
  kind: "draft-found",
  reasons,
  foundAt: 1,
  notifiedAt: 1,
  notification: "",
  readAt: 1,
  starredAt: 0,
  draft: { version: "1" },
};
const from = { id: "D1R0", link: "https://isocpp.org/x.pdf", foundAt: 1, days: 3 };

describe("a backup with drafts", () => {
  it("carries all that is known of them, and nothing that a notification waited for", async () => {
    const old = await exportBackup(await lived(), EXPORTED);
    expect(old.matches.map(({ heldUntil }) => heldUntil !== undefined)).toContain(true);
    expect(new Set(old.matches.flatMap((one) => one.reasons.map(({ kind }) => kind)))).toEqual(
      new Set(["paper", "author", "mention", "near-frontier", "any-draft", "published"]),
    );
    const db = await freshDatabase();
    const report = await importBackup(db, JSON.stringify(old), IMPORTED);
    expect(report).toMatchObject({ ok: true, matches: 3, rejected: [] });
    const expected = old.matches.map(({ heldUntil: _, ...one }: Match) => ({ ...one, notifiedAt: one.notifiedAt || IMPORTED }));
    expect(await db.matches.toArray()).toEqual(expected);
  });

  it("tells nothing of them again", async () => {
    const db = await freshDatabase();
    await importBackup(db, JSON.stringify(await exportBackup(await lived(), EXPORTED)), IMPORTED);
    await logged(db, 9500, draftEvent("draft-found"), draftEvent("draft-read"));
    expect(await db.matches.where({ notifiedAt: 0 }).count()).toBe(0);
  });

  it("finds the lists of its reasons by their names, whatever numbers they have here", async () => {
    const old = await exportBackup(await lived(), EXPORTED);
    const db = await freshDatabase();
    await watchList(db, "badge", "P2300");
    const reason = { kind: "paper" as const, watched: "P1", found: "P1R0", list: 1, listName: "renamed since" };
    const [one, ...others] = old.matches;
    if (one) await importBackup(db, JSON.stringify({ ...old, matches: [{ ...one, reasons: [...one.reasons, reason] }, ...others] }), IMPORTED);
    const lists = new Map((await db.watchlists.toArray()).map(({ name, id }) => [name, id]));
    expect(lists.get("notify list")).not.toBe(1);
    const found = (await db.matches.toArray()).flatMap((each) => each.reasons);
    for (const { list, listName } of found) expect(list, listName).toBe(listName === "" ? 0 : (lists.get(listName) ?? -1));
    // A change is told as the list wants that is meant.
    await logged(db, 9500, draftEvent("draft-changed", { version: "3" }));
    expect(await db.matches.get("D2300R11")).toMatchObject({ kind: "draft-changed", notifiedAt: 0 });
  });

  it.each([
    "paper-added",
    "paper-filled",
    "paper-changed",
    "paper-returned",
    "paper-vanished",
    "paper-listed",
    "draft-found",
    "draft-read",
    "draft-changed",
    "draft-gone",
    "draft-published",
  ])("may hold a match of the kind %s", async (kind) => {
    const { db, rejected } = await importOne({ ...match, kind, from, heldUntil: 7, colour: "red" });
    expect(rejected).toEqual([]);
    expect(await db.matches.get("D1R0")).toEqual({ ...match, kind, from, reasons: [{ ...reasons[0], list: -1 }] });
  });

  it.each<[what: string, wrong: object]>([
    ["another kind", { kind: "matches-found" }],
    ["another reason", { reasons: [{ ...reasons[0], kind: "any" }] }],
    ["a draft without a version", { draft: {} }],
    ["a draft that is none", { draft: "D1R0" }],
    ["an endless version", { draft: { version: "1".repeat(1001) } }],
    ["a mark that is no mark", { draft: { version: "1", gone: false } }],
    ["a date that is no time", { draft: { version: "1", modifiedAt: "yesterday" } }],
    ["endless words for why it is unreadable", { draft: { version: "1", unreadable: "x".repeat(101) } }],
    ["a link that runs", { from: { ...from, link: "javascript:alert(1)" } }],
    ["a link without a lock", { from: { ...from, link: "http://isocpp.org/x.pdf" } }],
    ["half a day", { from: { ...from, days: 0.5 } }],
    ["days before", { from: { ...from, days: -1 } }],
    ["an endless id", { from: { ...from, id: "D".repeat(65) } }],
    ["a from without a draft", { from: {} }],
  ])("is not taken where it has %s", async (_, wrong) => {
    const { db, rejected } = await importOne({ ...match, ...wrong });
    expect(rejected).toEqual(["matches[0]"]);
    expect(await db.matches.count()).toBe(0);
  });

  it("of a draft whose file had no address is taken", async () => {
    expect((await importOne({ ...match, from: { ...from, link: "" } })).rejected).toEqual([]);
  });

  it("from before there were drafts is read all the same", async () => {
    const { draft: _, ...told } = { ...match, id: "P1R0", paper: { ...paper, id: "P1R0", prefix: "P", type: "paper" }, kind: "paper-added" };
    const { db, rejected } = await importOne(told);
    expect(rejected).toEqual([]);
    expect(await db.effects.toArray()).toEqual([{ key: "told:P1R0", at: 1 }]);
  });
});

describe("settings in a backup", () => {
  it("travel where they are words and ranges, and are named where they are wrong", async () => {
    const db = await freshDatabase();
    const settings = { draftPolicy: "sweep", sweepRanges: "3000-3010, 4116", sweepPrefixes: "D", sweepExtensions: ".txt", quietHours: "yes", recencyHours: 0 };
    const report = await importBackup(db, JSON.stringify({ format: "paperscout-backup", version: 1, settings }), IMPORTED);
    expect(report).toMatchObject({ ok: true, settings: 3 });
    expect(report.ok && report.rejected.map(({ place }) => place)).toEqual(["settings.sweepExtensions", "settings.quietHours", "settings.recencyHours"]);
    const again = await exportBackup(db, EXPORTED);
    expect(again.settings).toEqual({ draftPolicy: "sweep", sweepRanges: "3000-3010, 4116", sweepPrefixes: "D" });
  });

  it.each(["5-1", "1-9999", "x", "1".repeat(501), 3000])("hold no ranges like %j", async (sweepRanges) => {
    const db = await freshDatabase();
    const report = await importBackup(db, JSON.stringify({ format: "paperscout-backup", version: 1, settings: { sweepRanges } }), IMPORTED);
    expect(report.ok && report.rejected.map(({ place }) => place)).toEqual(["settings.sweepRanges"]);
    expect(await db.settings.count()).toBe(0);
  });
});
