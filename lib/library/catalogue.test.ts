import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedDataOr } from "../../test/data.ts";
import { readIndex } from "../papers/index/read-index.ts";
import { isPaper, type Paper } from "../papers/paper.ts";
import { samplePaper } from "../watch/sample-paper.ts";
import { buildCatalogue, type Holdings } from "./catalogue.ts";
import { sampleDraft } from "./paper/sample-document.ts";

const build = (holdings: Partial<Holdings>) => buildCatalogue({ papers: [], listed: [], drafts: [], ...holdings }, () => undefined);

describe("the catalogue", () => {
  it("holds each document once, whatever knows of it", async () => {
    const { series } = await build({
      papers: [samplePaper("P2300R10"), samplePaper("P2300R9"), samplePaper("N5000"), samplePaper("P04116R0"), samplePaper("LWG2300")],
      listed: [
        { id: "P2300R10", title: "Listed", authors: [], audience: [] },
        { id: "P2300R11", title: "Only listed", authors: [], audience: [] },
      ],
      drafts: [sampleDraft(2300, 11, { prefix: "P" }), sampleDraft(2300, 12), sampleDraft(2300, 9)],
    });
    expect([...series.keys()].sort()).toEqual(["N5000", "P04116R0", "P2300"]);
    const known = series.get("P2300");
    expect(known?.documents.map(({ paper, from, draft }) => [paper.id, from, draft?.id])).toEqual([
      ["D2300R9", "draft", "D2300R9"],
      ["P2300R9", "index", undefined],
      ["P2300R10", "index", undefined],
      ["P2300R11", "listing", "P2300R11"],
      ["D2300R12", "draft", "D2300R12"],
    ]);
    expect(known?.newest.paper.id).toBe("P2300R11");
    expect(known?.title).toBe("Only listed");
  });

  it.each<[ids: string[], order: string[]]>([
    [
      ["P2300R1", "P2300R0", "P2300"],
      ["P2300", "P2300R0", "P2300R1"],
    ],
    [
      ["P2300R1", "D2300R1", "P2300R0"],
      ["P2300R0", "D2300R1", "P2300R1"],
    ],
  ])("has %j as %j: without a revision first, a draft before its paper", async (ids, order) => {
    const { series } = await build({ papers: ids.map((id) => samplePaper(id)) });
    expect(series.get("P2300")?.documents.map(({ paper }) => paper.id)).toEqual(order);
  });

  it("counts what is as frequent in the order of its letters", async () => {
    const { audiences, authors, years } = await build({
      papers: ["SG2 B 2020", "SG1 C 2022", "SG3 A 2021"].map((text, place) => {
        const [audience = "", author = "", date = ""] = text.split(" ");
        return samplePaper(`P${1000 + place}R0`, { audience: [audience], authors: [author], date });
      }),
    });
    expect(audiences.map(({ value }) => value)).toEqual(["SG1", "SG2", "SG3"]);
    expect(authors.map(({ value }) => value)).toEqual(["A", "B", "C"]);
    expect(years.map(({ value }) => value)).toEqual([2022, 2021, 2020]);
  });

  it("takes the title of an earlier revision where the newest has none", async () => {
    const { series } = await build({ papers: [samplePaper("P1000R0", { title: "Rings" }), samplePaper("P1000R1")] });
    expect(series.get("P1000")?.title).toBe("Rings");
  });

  it("takes a paper without a date for as old as the one numbered before it", async () => {
    const dated = (id: string, date?: string) => samplePaper(id, date ? { date } : {});
    const { series } = await build({
      papers: [dated("P5000R0"), dated("P3000R0", "2023-10-15"), dated("P3001R0"), dated("P1000R0"), dated("N9000", "1999"), dated("P3000R4", "2026-05-01")],
    });
    expect([...series.values()].map(({ id, date }) => [id, date])).toEqual([
      ["P5000", "2023-10-15"],
      ["P3000", "2026-05-01"],
      ["P3001", "2023-10-15"],
      ["P1000", ""],
      ["N9000", "1999"],
    ]);
  });

  it("counts papers, not revisions", async () => {
    const fields = { authors: ["Ada Lovelace"], audience: ["LEWG", "SG1"], date: "2026-01-15" };
    const { audiences, authors, years, mailings } = await build({
      papers: [
        samplePaper("P1000R0", fields),
        samplePaper("P1000R1", { ...fields, date: "2026-02-01" }),
        samplePaper("P1001R0", { ...fields, audience: ["SG1"] }),
      ],
    });
    expect(audiences).toEqual([
      { value: "SG1", count: 2 },
      { value: "LEWG", count: 1 },
    ]);
    expect(authors).toEqual([{ value: "Ada Lovelace", count: 2 }]);
    expect(years).toEqual([{ value: 2026, count: 2 }]);
    expect(mailings).toEqual([
      { value: "2026-02", count: 1 },
      { value: "2026-01", count: 2 },
    ]);
  });

  it("holds every paper of a real index, and lets others breathe while it is made", async () => {
    const index = JSON.parse(readFileSync(sharedDataOr("index.json", "index-2026-05-18.json"), "utf8"));
    const papers: Paper[] = [...readIndex(Object.entries(index)).entries.values()].filter(isPaper);
    let breaths = 0;
    const { series } = await buildCatalogue({ papers, listed: [], drafts: [] }, () => {
      breaths++;
      return undefined;
    });
    expect([...series.values()].reduce((sum, { documents }) => sum + documents.length, 0)).toBe(papers.length);
    expect(breaths).toBeGreaterThanOrEqual(Math.floor(papers.length / 100));
    for (const { id, documents, newest } of series.values()) {
      expect(documents).toContain(newest);
      expect(id).toMatch(/^(?:P|N)\d{4,}(?:R\d+)?$/);
    }
  });
});
