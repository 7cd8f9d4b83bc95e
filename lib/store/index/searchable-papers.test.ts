import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import type { Draft } from "../../papers/draft.ts";
import { replaceIndex } from "./replace-index.ts";
import { searchablePapers, searchableStamp } from "./searchable-papers.ts";

const draft = (revision: number, title?: string): Draft => ({
  id: `D2300R${revision}`,
  prefix: "D",
  number: 2300,
  revision,
  files: [],
  foundAt: 1,
  ...(title && { page: { title, authors: ["Eric Niebler"], audience: [] } }),
});
const listed = (id: string, title: string) => ({ id, title, authors: ["Lewis Baker"], audience: [], year: 2026 });

describe("what can be searched", () => {
  it("is the index, completed by the listings, and what the index lacks, each document once", async () => {
    const db = await freshDatabase();
    await replaceIndex(
      db,
      indexOf({ P2300R10: { title: "std::execution", author: "" }, N1: {}, LWG1: { type: "issue" }, D2300R9: { title: "as published" } }),
      {},
      1,
    );
    await db.listed.bulkPut([listed("P2300R10", "another title"), listed("P2300R11", "of the listing")]);
    await db.drafts.bulkPut([draft(9, "as found"), draft(12, "a draft"), draft(13)]);
    const found = (await searchablePapers(db)).map(({ id, title, authors }) => [id, title, authors[0]]);
    expect(found.toSorted()).toEqual(
      [
        ["P2300R10", "std::execution", "Lewis Baker"],
        ["N1", expect.any(String), expect.anything()],
        ["D2300R9", "as published", expect.anything()],
        ["P2300R11", "of the listing", "Lewis Baker"],
        ["D2300R12", "a draft", "Eric Niebler"],
        ["D2300R13", "", undefined],
      ].toSorted(),
    );
  });

  it("has a stamp that changes with the index, the listings and the first pages of drafts, and with nothing else", async () => {
    const db = await freshDatabase();
    const stamps = [await searchableStamp(db)];
    const change = async (write: () => Promise<unknown>) => {
      await write();
      stamps.push(await searchableStamp(db));
    };
    await change(() => replaceIndex(db, indexOf({ P1R0: {} }), {}, 1));
    await change(() => replaceIndex(db, indexOf({ P1R0: {}, P2R0: {} }), {}, 2));
    await change(() => db.drafts.put(draft(1)));
    await change(() => db.drafts.put(draft(1, "read")));
    await change(() => db.state.put({ name: "listing", years: { 2026: { papers: 1, readAt: 5 } }, attempts: 0, lastTriedAt: 5, lastSuccessAt: 5 }));
    expect(new Set(stamps).size).toBe(stamps.length);
    const last = stamps.at(-1);
    await db.state.put({ name: "check", attempts: 0, lastTriedAt: 9, lastSuccessAt: 9 });
    await db.drafts.update("D2300R1", { foundAt: 9 });
    expect(await searchableStamp(db)).toBe(last);
  });
});
