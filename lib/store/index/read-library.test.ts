import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf, manyPapers } from "../../../test/store/index-of.ts";
import { shelfText } from "../../papers/index/shelf-lines.ts";
import { shelve } from "../../papers/index/shelve.ts";
import type { Database } from "../database/database.ts";
import { effectKey } from "../database/effects.ts";
import type { ListedRow, Match } from "../database/schema.ts";
import { matchesOf, readHoldings, readHoldingsStamp, readIds, unreadIds } from "./read-library.ts";
import { allPapers } from "./shelves.ts";

async function fill(db: Database, index: Record<string, unknown>): Promise<void> {
  await db.shelves.bulkPut([...shelve(index)].map(([key, { members }]) => ({ key, text: shelfText(members) })));
}

it("reads the same papers as who reads them at once, with breaths between", async () => {
  const db = await freshDatabase();
  await fill(db, { ...manyPapers(650), ...indexOf({ N5000: {}, D0001R3: {}, LWG1: { type: "issue" }, SD6: { type: "standing-document" } }) });
  let breaths = 0;
  const breathe = async () => {
    breaths++;
    // Long enough for a transaction to end by itself.
    await new Promise((resolve) => setTimeout(resolve));
  };
  const { papers } = await readHoldings(db, [], breathe);
  const ids = (papers: { id: string }[]) => papers.map(({ id }) => id).sort();
  expect(ids(papers)).toEqual(ids(await allPapers(db)));
  expect(papers).toHaveLength(652);
  expect(breaths).toBeGreaterThan(6);
});

it("reads every row of the listings, however many", async () => {
  const db = await freshDatabase();
  const rows = Array.from({ length: 1_000 }, (_, count): ListedRow => ({ id: `P${1000 + count}R0`, title: "", authors: [], audience: [], year: 2026 }));
  await db.listed.bulkPut(rows);
  const { listed } = await readHoldings(db, [], () => undefined);
  expect(listed).toEqual(rows);
});

it("stamps tell of a new index and a new listing, and of there being none", async () => {
  const db = await freshDatabase();
  expect(await readHoldingsStamp(db)).toBeUndefined();
  await db.state.put({ name: "index", shelves: {}, papersByPrefix: {}, papers: 0, skipped: 0, baselineAt: 1, changedAt: 2 });
  expect(await readHoldingsStamp(db)).toEqual({ index: 2, listing: 0 });
  await db.state.put({
    name: "listing",
    years: { 2025: { papers: 1, readAt: 5 }, 2026: { papers: 1, readAt: 4 } },
    attempts: 0,
    lastTriedAt: 0,
    lastSuccessAt: 0,
  });
  expect(await readHoldingsStamp(db)).toEqual({ index: 2, listing: 5 });
});

it("gives the matches of a paper, newest first, which are unread, and which were read, also long ago", async () => {
  const db = await freshDatabase();
  const match = (id: string, foundAt: number, readAt: number): Match => ({
    id,
    paper: { id, type: "paper", title: "", authors: [], audience: [] },
    kind: "paper-added",
    reasons: [],
    foundAt,
    notifiedAt: 0,
    notification: "",
    readAt,
    starredAt: 0,
  });
  await db.matches.bulkPut([match("P1R0", 1, 9), match("P1R1", 2, 0), match("P2R0", 3, 0)]);
  expect((await matchesOf(db, ["P1R0", "P1R1", "P1R2"])).map(({ id }) => id)).toEqual(["P1R1", "P1R0"]);
  expect(await unreadIds(db)).toEqual(["P1R1", "P2R0"]);
  await db.effects.bulkPut(["P1R1", "P3R0"].map((id) => ({ key: effectKey(id), at: 1 })));
  expect([...(await readIds(db, ["P1R0", "P1R1", "P2R0", "P3R0", "P4R0"]))]).toEqual(["P1R0", "P3R0"]);
});
