import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { found } from "../../../test/store/found-match.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import type { Database } from "../database/database.ts";
import type { Match } from "../database/schema.ts";
import {
  forgetRead,
  MATCH_VIEWS,
  type MatchedPaper,
  type MatchView,
  markRead,
  markUnread,
  putOff,
  type ReadMarks,
  readMatchedPapers,
  readMatchList,
  restoreMarks,
  starMatch,
  starMatches,
} from "./matches.ts";

const MANY = 3_000;
const THERE = 1_200;

const matchesOf = (papers: MatchedPaper[]) => papers.flatMap(({ matches }) => matches);
const papersOf = async (db: Database, view: MatchView, from = 0, to = 1_000) =>
  readMatchedPapers(db, view, (await readMatchList(db, view)).papers.slice(from, to));
const shown = async (db: Database, view: MatchView) => matchesOf(await papersOf(db, view)).map(({ id }) => id);
const unread = (db: Database) => shown(db, "unread");

/** P1R0, P2R0 and P3R0, found in this order; the second is read. */
async function three(): Promise<Database> {
  const db = await freshDatabase();
  await db.matches.bulkAdd([found("P1R0", { foundAt: 1 }), found("P2R0", { foundAt: 2, readAt: 9 }), found("P3R0", { foundAt: 3 })]);
  return db;
}

describe("the list of matches", () => {
  it("shows each view newest first, and counts all of them", async () => {
    const db = await three();
    await starMatch(db, "P1R0", true, 20);
    await starMatch(db, "P2R0", true, 10);
    expect(await shown(db, "unread")).toEqual(["P3R0", "P1R0"]);
    expect(await shown(db, "starred")).toEqual(["P2R0", "P1R0"]);
    expect(await shown(db, "all")).toEqual(["P3R0", "P2R0", "P1R0"]);
    expect((await readMatchList(db, "unread")).counts).toEqual({ unread: 2, starred: 2, all: 3 });
  });

  it("has what was found at one moment in the same order in each view", async () => {
    const db = await freshDatabase();
    await db.matches.bulkAdd(["P2R0", "P3R0", "P1R0"].map((id) => found(id, { foundAt: 1, starredAt: 7 })));
    for (const view of MATCH_VIEWS) expect(await shown(db, view)).toEqual(["P3R0", "P2R0", "P1R0"]);
  });

  it("is read part by part as it is read at once, whatever there is", async () => {
    const row = fc.record({ foundAt: fc.integer({ min: 1, max: 4 }), readAt: fc.constantFrom(0, 5), starredAt: fc.constantFrom(0, 7) });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.nat(12), fc.nat(12), fc.constantFrom(...MATCH_VIEWS), async (rows, from, length, view) => {
        const db = await freshDatabase();
        await db.matches.bulkAdd(rows.map((times, position) => found(`P${position}R0`, times)));
        const list = await readMatchList(db, view);
        const papers = await papersOf(db, view);
        const matches = matchesOf(papers);
        expect(papers.map(({ key }) => key)).toEqual(list.papers.map(({ key }) => key));
        expect(await papersOf(db, view, from, from + length)).toEqual(papers.slice(from, from + length));
        expect(matches).toHaveLength(list.counts[view]);
        expect(matches.map(({ foundAt }) => foundAt)).toEqual(matches.map(({ foundAt }) => foundAt).sort((a, b) => b - a));
        expect(list.counts.all).toBe(rows.length);
        expect(list.unread).toEqual(await shown(db, "unread"));
      }),
      { numRuns: 30 },
    );
  });

  it("of a moment ago gives nothing that has left the view since", async () => {
    const db = await three();
    const { papers } = await readMatchList(db, "unread");
    await markRead(db, ["P3R0"], 50);
    expect(matchesOf(await readMatchedPapers(db, "unread", papers)).map(({ id }) => id)).toEqual(["P1R0"]);
    expect(matchesOf(await readMatchedPapers(db, "all", papers)).map(({ id }) => id)).toEqual(["P3R0", "P1R0"]);
    expect(await readMatchedPapers(db, "starred", papers)).toEqual([]);
  });

  it("has all that a view shows of a paper in one place, its newest revision first, where its last find stands", async () => {
    const db = await freshDatabase();
    const row = (id: string, prefix: "P" | "D", revision: number, rest: Partial<Match>) =>
      found(id, { paper: { ...found(id).paper, prefix, number: 2300, revision }, ...rest });
    await db.matches.bulkAdd([
      row("P2300R9", "P", 9, { foundAt: 1 }),
      row("D2300R11", "D", 11, { foundAt: 2 }),
      found("N4950", { foundAt: 3 }),
      row("P2300R10", "P", 10, { foundAt: 4, readAt: 9 }),
      row("P2300R11", "P", 11, { foundAt: 5 }),
      found("draft", { foundAt: 6 }),
    ]);
    const of = async (view: MatchView, count: number) => (await papersOf(db, view, 0, count)).map(({ key, matches }) => [key, ...matches.map(({ id }) => id)]);
    expect(await of("unread", 9)).toEqual([
      ["draft", "draft"],
      ["P2300", "P2300R11", "D2300R11", "P2300R9"],
      ["N4950", "N4950"],
    ]);
    expect(await of("unread", 2)).toEqual([
      ["draft", "draft"],
      ["P2300", "P2300R11", "D2300R11", "P2300R9"],
    ]);
    expect(await of("all", 2)).toEqual([
      ["draft", "draft"],
      ["P2300", "P2300R11", "D2300R11", "P2300R10", "P2300R9"],
    ]);
  });

  it("of thousands names all, and reads those that are asked for", async () => {
    const db = await freshDatabase();
    await db.matches.bulkAdd(Array.from({ length: MANY }, (_, position) => found(`P${position}R0`, { foundAt: position + 1 })));
    for (const view of ["unread", "all"] as const) {
      const list = await readMatchList(db, view);
      expect(list.papers.flatMap(({ ids }) => ids)).toEqual(Array.from({ length: MANY }, (_, position) => `P${MANY - 1 - position}R0`));
      const read = await readMatchedPapers(db, view, list.papers.slice(1_000, 1_020));
      expect(matchesOf(read).map(({ foundAt }) => foundAt)).toEqual(Array.from({ length: 20 }, (_, position) => MANY - 1_000 - position));
      expect(list.counts).toEqual({ unread: MANY, starred: 0, all: MANY });
      expect(list.unread).toHaveLength(MANY);
    }
  });
});

describe("marking", () => {
  it("read names what was unread, and keeps when the others were read", async () => {
    const db = await three();
    expect(await markRead(db, ["P1R0", "P2R0", "P9R0"], 50)).toEqual(["P1R0"]);
    expect((await db.matches.toArray()).map(({ readAt }) => readAt)).toEqual([50, 9, 0]);
  });

  it("unread undoes it", async () => {
    const db = await three();
    await markUnread(db, await markRead(db, ["P1R0", "P2R0", "P3R0"], 50));
    expect(await unread(db)).toEqual(["P3R0", "P1R0"]);
  });

  it("all that was there read leaves what has come since, whenever that says it was found, and is undone exactly", async () => {
    const db = await three();
    await db.matches.bulkAdd(Array.from({ length: THERE }, (_, position) => found(`P${position + 10}R0`, { foundAt: 3 })));
    const { unread: there } = await readMatchList(db, "unread");
    await db.matches.bulkAdd([found("P4R0", { foundAt: 4 }), found("P5R0", { foundAt: 2 })]);
    const marked = await markRead(db, there, 50);
    expect(marked).toHaveLength(THERE + 2);
    expect(await unread(db)).toEqual(["P4R0", "P5R0"]);
    await markUnread(db, marked);
    expect((await readMatchList(db, "all")).counts.unread).toBe(THERE + 4);
    expect((await db.matches.get("P2R0"))?.readAt).toBe(9);
  });
});

it("what was read before a time is forgotten, and nothing that was read then or is unread", async () => {
  const db = await freshDatabase();
  await db.matches.bulkAdd([0, 1, 99, 100].map((readAt) => found(`P${readAt}R0`, { foundAt: 1, readAt })));
  await forgetRead(db, 100);
  expect((await db.matches.toArray()).map(({ readAt }) => readAt)).toEqual([0, 100]);
});

describe("a star", () => {
  it("keeps its time when it is given twice, and is taken away", async () => {
    const db = await three();
    await starMatch(db, "P1R0", true, 20);
    await starMatch(db, "P1R0", true, 30);
    expect((await db.matches.get("P1R0"))?.starredAt).toBe(20);
    await starMatch(db, "P1R0", false, 40);
    expect((await db.matches.get("P1R0"))?.starredAt).toBe(0);
    await starMatch(db, "P9R0", true, 50);
    expect(await db.matches.count()).toBe(3);
  });

  it("holds a match that is read however long", async () => {
    const db = await three();
    await markRead(db, ["P1R0", "P3R0"], 9);
    await starMatch(db, "P2R0", true, 10);
    await forgetRead(db, 1_000);
    expect(await shown(db, "all")).toEqual(["P2R0"]);
  });
});

describe("putting off for later", () => {
  it("takes a match out of what is unread, names those that were, and holds it however long it is read", async () => {
    const db = await three();
    expect(await putOff(db, ["P1R0", "P2R0", "P9R0"], true, 50)).toEqual([
      { id: "P1R0", readAt: 0 },
      { id: "P2R0", readAt: 9 },
    ]);
    expect(await unread(db)).toEqual(["P3R0"]);
    expect(await db.matches.get("P2R0")).toMatchObject({ readAt: 9, laterAt: 50 });
    await forgetRead(db, 100);
    expect(await shown(db, "all")).toEqual(["P3R0", "P2R0", "P1R0"]);
    expect(await putOff(db, ["P1R0", "P2R0"], false, 60)).toEqual([
      { id: "P1R0", readAt: 50, laterAt: 50 },
      { id: "P2R0", readAt: 9, laterAt: 50 },
    ]);
    expect((await db.matches.get("P1R0"))?.laterAt).toBeUndefined();
    await forgetRead(db, 100);
    expect(await shown(db, "all")).toEqual(["P3R0"]);
  });

  it.each<[string, (db: Database) => Promise<ReadMarks[]>]>([
    ["put off, of which one was long ago", (db) => putOff(db, ["P1R0", "P2R0", "P3R0"], true, 90)],
    ["put off no more, of which one never was", (db) => putOff(db, ["P1R0", "P2R0", "P3R0"], false, 90)],
    ["marked unread, of which one was put off", (db) => markUnread(db, ["P1R0", "P2R0", "P3R0"])],
  ])("is undone to what each was: %s", async (_, deed) => {
    const db = await three();
    await putOff(db, ["P1R0"], true, 50);
    const before = await db.matches.toArray();
    const marks = await deed(db);
    expect(await db.matches.toArray()).not.toEqual(before);
    await restoreMarks(db, marks);
    expect(await db.matches.toArray()).toEqual(before);
  });

  it("ends where a match is unread again, and outlasts being read", async () => {
    const db = await three();
    await putOff(db, ["P1R0", "P3R0"], true, 50);
    await markUnread(db, ["P1R0"]);
    await markRead(db, ["P3R0"], 70);
    expect((await db.matches.toArray()).map(({ id, readAt, laterAt = 0 }) => [id, readAt, laterAt])).toEqual([
      ["P1R0", 0, 0],
      ["P2R0", 9, 0],
      ["P3R0", 50, 50],
    ]);
  });
});

it("stars are given to many, and the ids of those that had none come back", async () => {
  const db = await three();
  await starMatch(db, "P1R0", true, 5);
  expect(await starMatches(db, ["P1R0", "P2R0"], true, 6)).toEqual(["P2R0"]);
  expect(await starMatches(db, ["P1R0", "P2R0", "P3R0"], false, 7)).toEqual(["P1R0", "P2R0"]);
});
