import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { indexesAtHand } from "../../../test/data.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import { readIndex } from "../../papers/index/read-index.ts";
import { knowledgeOf } from "../../probe/knowledge-of.ts";
import { knownPapers } from "./known-papers.ts";
import { replaceIndex } from "./replace-index.ts";

describe("the papers that policies of probing go by", () => {
  it.each(indexesAtHand(["index.json", "index-2026-05-18.json"]))("are those of the whole reading of %s", async (_, path) => {
    const db = await freshDatabase();
    const served = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    await replaceIndex(db, served, {}, 1);
    const whole = knowledgeOf(readIndex(Object.entries(served)).entries.values());
    const { papers, ids } = await knownPapers(db);
    const key = ({ number, revision }: { number: number; revision: number }) => number * 1000 + revision;
    const sorted = (list: typeof papers) => [...list].sort((a, b) => key(a) - key(b));
    const read = sorted(papers);
    expect(read.length).toBeGreaterThan(10);
    expect(read.map(key)).toEqual(sorted([...whole.papers]).map(key));
    // Only what can be asked for: an .htm is an HTML, and an .md is neither.
    const asked = (extension = "") => ({ ".pdf": ".pdf", ".html": ".html", ".htm": ".html" })[extension];
    expect(read.map(({ extension }) => extension)).toEqual(sorted([...whole.papers]).map(({ extension }) => asked(extension)));
    expect(read.map(({ date }) => (date?.length === 10 ? date : undefined))).toEqual(sorted([...whole.papers]).map(({ date }) => date));
    expect([...ids].map((id) => id.toUpperCase()).sort()).toEqual([...whole.ids].filter((id) => /^[PD]-?\d/i.test(id)).sort());
  });

  it("are regular P papers with a revision, while ids are all of P and D, as they stand there", async () => {
    const db = await freshDatabase();
    const link = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2026/p2300r10.HTM";
    const others = { p0042r1: { date: undefined }, P04116R0: {}, P3141: {}, D1459R1: {}, N4950: {}, LWG1: { type: "issue" } };
    await replaceIndex(db, { ...indexOf({ P2300R10: { long_link: link }, ...others }), P7R0: null, P8R0: "gone" }, {}, 1);
    const { papers, ids } = await knownPapers(db);
    expect(papers).toEqual([
      { number: 42, revision: 1 },
      { number: 2300, revision: 10, date: "2026-01-15", extension: ".html" },
    ]);
    expect([...ids].sort()).toEqual(["D1459R1", "P04116R0", "P2300R10", "P3141", "p0042r1"]);
  });

  it("are also those that only a yearly listing has, once", async () => {
    const db = await freshDatabase();
    await replaceIndex(db, indexOf({ P2300R10: { date: "2024-07-15" } }), {}, 1);
    const rest = { title: "", authors: [], audience: [], year: 2026 };
    await db.listed.bulkPut([
      { id: "P2300R10", date: "2020-01-01", ...rest },
      { id: "P2300R11", date: "2026-02-01", link: "https://www.open-std.org/p2300r11.pdf", ...rest },
      { id: "P0017R0", ...rest },
      { id: "N5001", ...rest },
    ]);
    const { papers, ids } = await knownPapers(db);
    expect(papers).toEqual([
      { number: 2300, revision: 10, date: "2024-07-15" },
      { number: 17, revision: 0, onlyListed: true },
      { number: 2300, revision: 11, date: "2026-02-01", extension: ".pdf", onlyListed: true },
    ]);
    expect([...ids]).toEqual(["P2300R10"]);
  });

  it("are none where there is no index", async () => {
    expect(await knownPapers(await freshDatabase())).toEqual({ papers: [], ids: new Set() });
  });
});
