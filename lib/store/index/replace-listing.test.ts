import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import type { ListedPaper } from "../../papers/listing.ts";
import type { CheckOutcome } from "../../terms/check-outcome.ts";
import type { Database } from "../database/database.ts";
import { readRenamings } from "./renamings.ts";
import { replaceIndex } from "./replace-index.ts";
import { readListingState, replaceListing } from "./replace-listing.ts";

const YEAR = 2026;

const listed = (id: string, rest: Partial<ListedPaper> = {}): ListedPaper => ({
  id,
  title: `Title of ${id}`,
  authors: ["Ada Lovelace"],
  audience: [],
  ...rest,
});
const many = (count: number, rest: Partial<ListedPaper> = {}, first = 1000) =>
  Array.from({ length: count }, (_, position) => listed(`P${first + position}R0`, rest));

/** Takes over a listing as the job does. */
function take(db: Database, papers: ListedPaper[], now: number, year = YEAR): Promise<CheckOutcome> {
  const listing = { year, papers: new Map(papers.map((one) => [one.id, one])), headers: { etag: `"${now}"` } };
  return db.transaction("rw", [db.listed, db.shelves, db.state, db.log], async () => replaceListing(db, listing, now));
}

const events = async (db: Database) =>
  (await db.log.toArray()).map((row) => [row.kind, "paper" in row && row.paper.id, "before" in row && row.before !== undefined]);
const ids = async (db: Database, year = YEAR) => (await db.listed.where({ year }).primaryKeys()).sort();

describe("the yearly listing", () => {
  it("is silent the first time, as the baseline", async () => {
    const db = await freshDatabase();
    expect(await take(db, [listed("P3000R0"), listed("N5001")], 1000)).toEqual({ kind: "baseline", papers: 2 });
    expect(await db.log.count()).toBe(0);
    expect(await db.listed.toArray()).toMatchObject([
      { id: "N5001", year: YEAR },
      { id: "P3000R0", year: YEAR, title: "Title of P3000R0" },
    ]);
    expect(await readListingState(db)).toMatchObject({ years: { [YEAR]: { etag: '"1000"', papers: 2, readAt: 1000 } } });
  });

  it("is news the next January, where last year's was read in its time", async () => {
    const db = await freshDatabase();
    await take(db, [listed("P3000R0")], 1000);
    expect(await take(db, [listed("P4000R0")], 2000, YEAR + 1)).toEqual({ kind: "changed", added: 1, changed: 0 });
    expect(await events(db)).toEqual([["paper-listed", "P4000R0", false]]);
    expect([await ids(db), await ids(db, YEAR + 1)]).toEqual([["P3000R0"], ["P4000R0"]]);
    expect(Object.keys((await readListingState(db)).years)).toEqual([String(YEAR), String(YEAR + 1)]);
  });

  it("is silent for both years where the first look is in January: this year's is read first", async () => {
    const db = await freshDatabase();
    await take(db, [listed("P4000R0")], 1000, YEAR + 1);
    expect(await take(db, [listed("P3000R0")], 1000)).toEqual({ kind: "baseline", papers: 1 });
    expect(await db.log.count()).toBe(0);
  });

  it("is silent after a year that nobody looked at", async () => {
    const db = await freshDatabase();
    await take(db, [listed("P3000R0")], 1000);
    expect(await take(db, [listed("P5000R0")], 2000, YEAR + 2)).toMatchObject({ kind: "baseline" });
  });

  it("tells of papers that the index lacks, with all that it says", async () => {
    const db = await freshDatabase();
    await take(db, [listed("P3000R0")], 1000);
    const added = listed("P3001R2", { audience: ["LEWG"], date: "2026-10-01", link: "https://www.open-std.org/p3001r2.html" });
    expect(await take(db, [listed("P3000R0"), added], 2000)).toEqual({ kind: "changed", added: 1, changed: 0 });
    expect(await db.log.toArray()).toMatchObject([
      { kind: "paper-listed", at: 2000, paper: { id: "P3001R2", number: 3001, revision: 2, audience: ["LEWG"], longLink: added.link } },
    ]);
  });

  it("tells what it says of the index's papers that the index does not, as a change", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, indexOf({ P3000R0: { title: "As indexed" }, P3001R0: {}, P3002R0: { subgroup: "EWG" } }), {}, 500);
    const rows = ["P3000R0", "P3001R0", "P3002R0"].map((id) => listed(id));
    await take(db, rows, 1000);
    const heard = rows.map((row) => ({ ...row, title: "As listed", ...(row.id !== "P3001R0" && { audience: ["LEWG"] }) }));
    expect(await take(db, heard, 2000)).toEqual({ kind: "changed", added: 0, changed: 3 });
    // The titles and the audience that the index has itself are its own matter.
    const [event, ...others] = await db.log.toArray();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      kind: "paper-listed",
      paper: { id: "P3000R0", title: "As indexed", audience: ["LEWG"], link: "https://wg21.link/p3000r0" },
      before: { id: "P3000R0", title: "As indexed", audience: [] },
    });
  });

  it("tells of a new row of a paper that the index has only what is new in it", async () => {
    const db = await freshDatabase();
    await take(db, [listed("P1000R0")], 1000);
    await replaceIndex(db, indexOf({ P3000R0: {}, P3001R0: {} }), {}, 1500);
    await take(db, [listed("P1000R0"), listed("P3000R0"), listed("P3001R0", { audience: ["LEWG"] })], 2000);
    expect(await events(db)).toEqual([["paper-listed", "P3001R0", true]]);
  });

  it("tells nothing of a row of which only what the index has itself has changed", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, indexOf({ P3000R0: {} }), {}, 500);
    await take(db, [listed("P3000R0", { audience: ["LEWG"] })], 1000);
    const corrected = listed("P3000R0", { audience: ["LEWG"], title: "As listed", disposition: "Adopted 2026-11" });
    expect(await take(db, [corrected], 2000)).toEqual({ kind: "changed", added: 0, changed: 1 });
    expect(await db.log.count()).toBe(0);
  });

  it("tells a correction of a paper that only it has as one", async () => {
    const db = await freshDatabase();
    await take(db, [listed("P3000R0")], 1000);
    await take(db, [listed("P3000R0", { authors: ["Emmy Noether"] })], 2000);
    expect(await db.log.toArray()).toMatchObject([{ paper: { authors: ["Emmy Noether"] }, before: { authors: ["Ada Lovelace"] } }]);
    expect(await db.listed.get("P3000R0")).toMatchObject({ authors: ["Emmy Noether"], year: YEAR });
  });

  it("tells one thing of a name that it corrects in five rows", async () => {
    const db = await freshDatabase();
    await take(db, many(5, { authors: ["Bob Vogel"] }), 1000);
    await take(db, many(5, { authors: ["Ada Vogel"] }), 2000);
    expect(await events(db)).toEqual([["renaming", false, false]]);
    expect(await readRenamings(db)).toEqual([{ from: "Bob Vogel", to: "Ada Vogel", papers: 5, at: 2000 }]);
  });

  it("is unchanged where it says the same, and then keeps the newer tag", async () => {
    const db = await freshDatabase();
    await take(db, [listed("P3000R0")], 1000);
    expect(await take(db, [listed("P3000R0")], 2000)).toEqual({ kind: "unchanged" });
    expect(await db.log.count()).toBe(0);
    expect((await readListingState(db)).years[YEAR]).toMatchObject({ etag: '"2000"', readAt: 2000 });
  });

  it("forgets rows that are taken back, without a word", async () => {
    const db = await freshDatabase();
    await take(db, many(30), 1000);
    expect(await take(db, many(10), 2000)).toEqual({ kind: "unchanged" });
    expect([await db.listed.count(), await db.log.count()]).toEqual([10, 0]);
  });

  it.each([
    [50, 29, "unchanged"],
    [50, 25, "sudden-loss"],
    [42, 21, "sudden-loss"],
    [40, 20, "unchanged"],
  ])("of %i papers that has %i left is %s", async (before, left, kind) => {
    const db = await freshDatabase();
    await take(db, many(before), 1000);
    expect(await take(db, many(left), 2000)).toMatchObject({ kind });
    const isLost = kind === "sudden-loss";
    expect(await db.listed.count()).toBe(isLost ? before : left);
    // With the tag of what was refused the host would call the loss unchanged for ever.
    expect((await readListingState(db)).years[YEAR]).toMatchObject({ etag: isLost ? '"1000"' : '"2000"' });
  });

  it("of which half stays away for a day is taken as it is, and one that comes back is as it was", async () => {
    const db = await freshDatabase();
    const day = 24 * 60 * 60_000;
    await take(db, many(50), 1000);
    expect(await take(db, many(20), 2000)).toMatchObject({ kind: "sudden-loss" });
    expect(await take(db, many(50), 3000)).toMatchObject({ kind: "unchanged" });
    expect(await take(db, many(20), day)).toMatchObject({ kind: "sudden-loss" });
    expect(await take(db, many(20), 2 * day)).toMatchObject({ kind: "unchanged" });
    expect([await db.listed.count(), await db.log.count()]).toEqual([20, 0]);
  });

  it.each([
    [20 * 60 * 60_000 - 1, "sudden-loss"],
    [20 * 60 * 60_000, "unchanged"],
  ])("of which half stays away is, %i ms later, %s", async (later, kind) => {
    const db = await freshDatabase();
    await take(db, many(50), 1000);
    await take(db, many(20), 2000);
    expect(await take(db, many(20), 2000 + later)).toMatchObject({ kind });
  });

  it.each([
    [400, 401],
    [401, 0],
  ])("that rewrites %i rows tells of %i papers", async (rewritten, told) => {
    const db = await freshDatabase();
    await take(db, many(500), 1000);
    const rows = [...many(rewritten, { audience: ["LEWG"] }), ...many(501 - rewritten, {}, 1000 + rewritten)];
    expect(await take(db, rows, 2000)).toMatchObject({ kind: "changed", changed: rewritten });
    expect(await db.log.count()).toBe(told);
    expect((await db.listed.get("P1000R0"))?.audience).toEqual(["LEWG"]);
  });
});
