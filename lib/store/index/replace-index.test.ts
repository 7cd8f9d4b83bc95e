import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf, manyPapers } from "../../../test/store/index-of.ts";
import { storedIds } from "../../../test/store/stored-ids.ts";
import type { Database } from "../database/database.ts";
import type { Draft } from "../database/schema.ts";
import type { IndexState } from "../database/state-rows.ts";
import { replaceIndex } from "./replace-index.ts";

const HOUR = 3_600_000;

describe("replacing the index", () => {
  it("records the first index silently, as the baseline", async () => {
    const db = await freshDatabase();
    const outcome = await replaceIndex(db, indexOf({ P2300R9: {}, N4950: {}, LWG1: { type: "issue" }, draft: { type: "draft" } }), { etag: '"1"' }, 1000);
    expect(outcome).toEqual({ kind: "baseline", papers: 2 });
    expect(await db.log.count()).toBe(0);
    expect(await storedIds(db)).toEqual(["LWG1", "N4950", "P2300R9", "draft"]);
    expect(await db.state.get("index")).toMatchObject({ etag: '"1"', papers: 2, papersByPrefix: { P: 1, N: 1 }, baselineAt: 1000 });
  });

  it("takes an index without papers for no baseline", async () => {
    const db = await freshDatabase();
    expect(await replaceIndex(db, { error: "try later", LWG1: { title: "An issue" } }, {}, 1000)).toEqual({ kind: "no-papers" });
    expect(await db.state.get("index")).toBeUndefined();
    expect(await db.shelves.count()).toBe(0);
  });

  it("tells what was added, changed and filled, and writes only the shelves it touches", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, indexOf({ P2300R9: {}, P3000R0: { author: undefined, date: undefined }, P0001R0: {} }), {}, 1000);
    const writes: string[] = [];
    db.shelves.hook("updating", (_, key) => void writes.push(key));
    db.shelves.hook("creating", (key) => void writes.push(key));
    const outcome = await replaceIndex(db, indexOf({ P2300R9: { title: "Senders" }, P2300R10: {}, P3000R0: {}, P0001R0: {} }), {}, 2000);
    expect(outcome).toEqual({ kind: "changed", added: 1, changed: 2 });
    expect((await db.log.toArray()).map((event) => [event.kind, "paper" in event && event.paper.id])).toEqual([
      ["paper-added", "P2300R10"],
      ["paper-filled", "P3000R0"],
      ["paper-changed", "P2300R9"],
    ]);
    expect(writes.sort()).toEqual(["P23", "P30"]);
  });

  it("finds nothing to write where the same index is served in another order", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, indexOf({ P2300R9: {}, P2301R0: {} }), {}, 1000);
    expect(await replaceIndex(db, indexOf({ P2301R0: {}, P2300R9: {} }), {}, 2000)).toEqual({ kind: "unchanged" });
    expect(await db.log.count()).toBe(0);
  });

  it.each([68, 752])("keeps the old index when %i papers are gone, and says so", async (missing) => {
    const db = await freshDatabase();
    const whole = manyPapers(2000);
    await replaceIndex(db, whole, { etag: '"whole"' }, 1000);
    const torn = Object.fromEntries(Object.entries(whole).slice(missing));
    expect(await replaceIndex(db, { ...torn, ...manyPapers(1, 3000) }, { etag: '"torn"' }, 2000)).toEqual({ kind: "sudden-loss", missing });
    expect(await storedIds(db)).toHaveLength(2000);
    // The tag of the refused index is not kept: with it the host would call the loss unchanged for ever.
    expect(await db.state.get("index")).toMatchObject({ etag: '"whole"', papers: 2000, lossSince: 2000 });
    expect(await replaceIndex(db, { ...whole, ...manyPapers(1, 3000) }, { etag: '"back"' }, 3000)).toEqual({ kind: "changed", added: 1, changed: 0 });
    expect((await db.log.toArray()).map(({ kind }) => kind)).toEqual(["paper-added"]);
    expect(((await db.state.get("index")) as IndexState).lossSince).toBeUndefined();
  });

  it("accepts a loss that lasts a day, and the return of those papers, without an addition", async () => {
    const db = await freshDatabase();
    const whole = manyPapers(500);
    const torn = Object.fromEntries(Object.entries(whole).slice(100));
    await replaceIndex(db, whole, {}, 0);
    expect(await replaceIndex(db, torn, {}, HOUR)).toMatchObject({ kind: "sudden-loss" });
    expect(await replaceIndex(db, torn, {}, 24 * HOUR)).toMatchObject({ kind: "sudden-loss" });
    expect(await replaceIndex(db, torn, {}, 25 * HOUR)).toEqual({ kind: "changed", added: 0, changed: 0 });
    expect(await db.vanished.count()).toBe(100);
    await replaceIndex(db, whole, {}, 26 * HOUR);
    expect(await db.vanished.count()).toBe(0);
    expect(new Set((await db.log.toArray()).map(({ kind }) => kind))).toEqual(new Set(["paper-vanished", "paper-returned"]));
  });

  it("never accepts an index that lost most of its papers", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, manyPapers(500), {}, 0);
    await replaceIndex(db, {}, {}, HOUR);
    expect(await replaceIndex(db, {}, {}, 1000 * HOUR)).toEqual({ kind: "sudden-loss", missing: 500 });
    expect(await storedIds(db)).toHaveLength(500);
  });

  it("leaves index and log as they were when it dies in the middle", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, indexOf({ P2300R9: {} }), { etag: '"1"' }, 1000);
    const stop = () => {
      throw new Error("killed");
    };
    db.state.hook("updating", stop);
    await expect(replaceIndex(db, indexOf({ P2300R9: {}, P2300R10: {} }), { etag: '"2"' }, 2000)).rejects.toThrow("killed");
    db.state.hook("updating").unsubscribe(stop);
    expect(await storedIds(db)).toHaveLength(1);
    expect(await db.log.count()).toBe(0);
    await replaceIndex(db, indexOf({ P2300R9: {}, P2300R10: {} }), { etag: '"2"' }, 3000);
    expect((await db.log.toArray()).map(({ kind }) => kind)).toEqual(["paper-added"]);
  });

  it("counts bad entries and reads the others", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, { ...indexOf({ P2300R9: {} }), P2301R0: 7, P2302R0: null }, {}, 1000);
    expect(await db.state.get("index")).toMatchObject({ papers: 1, skipped: 2 });
  });
});

describe("drafts that become papers of the index", () => {
  const draftOf = (number: number, rest: Partial<Draft> = {}): Draft => {
    const id = `D${number}R11`;
    const link = `https://isocpp.org/files/papers/${id}.pdf`;
    return { id, prefix: "D", number, revision: 11, foundAt: 1000, files: [{ extension: ".pdf", link, foundAt: 1000 }], ...rest };
  };
  const published = async (db: Database) => (await db.log.toArray()).filter(({ kind }) => kind === "draft-published");

  it("are told after the paper, with the days between, and remember what they became", async () => {
    const db = await freshDatabase();
    await db.drafts.bulkAdd([draftOf(2300), draftOf(2301)]);
    await replaceIndex(db, indexOf({ P2300R10: {} }), {}, 1000);
    await replaceIndex(db, indexOf({ P2300R10: {}, P2300R11: {} }), {}, 1000 + 50 * HOUR);
    const from = { id: "D2300R11", link: "https://isocpp.org/files/papers/D2300R11.pdf", foundAt: 1000, days: 2 };
    expect(await db.log.toArray()).toMatchObject([
      { kind: "paper-added", paper: { id: "P2300R11" } },
      { kind: "draft-published", paper: { id: "P2300R11" }, from, at: 1000 + 50 * HOUR },
    ]);
    expect(await db.drafts.get("D2300R11")).toMatchObject({ publishedAs: "P2300R11", publishedAt: 1000 + 50 * HOUR });
    expect(await db.drafts.get("D2301R11")).toEqual(draftOf(2301));
  });

  it("remember what they became where they had its name already, which is told as the paper that it is", async () => {
    const db = await freshDatabase();
    await db.drafts.bulkAdd([draftOf(2300), draftOf(2300, { id: "P2300R11", prefix: "P" })]);
    await replaceIndex(db, indexOf({ P2300R10: {} }), {}, 1000);
    await replaceIndex(db, indexOf({ P2300R10: {}, P2300R11: {} }), {}, 2000);
    expect(await published(db)).toMatchObject([{ from: { id: "D2300R11" } }]);
    expect(await db.drafts.get("P2300R11")).toMatchObject({ publishedAs: "P2300R11", publishedAt: 2000 });
  });

  it("are told once, though the paper leaves the index and comes back", async () => {
    const db = await freshDatabase();
    await db.drafts.add(draftOf(2300));
    const [without, within] = [manyPapers(20), { ...manyPapers(20), ...indexOf({ P2300R11: {} }) }];
    for (const [turn, index] of [without, within, without, within, without].entries()) await replaceIndex(db, index, {}, turn * HOUR);
    // Also where nobody remembers that it was there.
    await db.vanished.clear();
    await replaceIndex(db, within, {}, 5 * HOUR);
    expect((await db.log.toArray()).filter(({ kind }) => kind === "paper-added")).toHaveLength(2);
    expect(await published(db)).toHaveLength(1);
    expect(await db.drafts.get("D2300R11")).toMatchObject({ publishedAt: HOUR });
  });

  it.each([
    ["another revision", { P2300R10: {} }],
    ["another number", { P2301R11: {} }],
    ["a draft in the index", { D2300R11: {} }],
    ["an N paper", { N2300: {} }],
  ])("are not %s", async (_, added) => {
    const db = await freshDatabase();
    await db.drafts.add(draftOf(2300));
    await replaceIndex(db, manyPapers(20), {}, 1000);
    await replaceIndex(db, { ...manyPapers(20), ...indexOf(added) }, {}, 2000);
    expect(await published(db)).toEqual([]);
    expect(await db.drafts.get("D2300R11")).toEqual(draftOf(2300));
  });

  it("that the baseline has as papers already are no news", async () => {
    const db = await freshDatabase();
    await db.drafts.add(draftOf(2300));
    await replaceIndex(db, indexOf({ P2300R11: {} }), {}, 1000);
    expect(await db.log.count()).toBe(0);
  });
});
