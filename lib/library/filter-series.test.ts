import { describe, expect, it } from "vitest";
import { samplePaper } from "../watch/sample-paper.ts";
import { buildCatalogue } from "./catalogue.ts";
import { explainEmpty, filterSeries, type Personal, sortSeries } from "./filter-series.ts";
import type { Filters } from "./filters.ts";
import { sampleDraft } from "./paper/sample-document.ts";

const now = () => undefined;
const NOBODY: Personal = { isWatched: () => false, unread: new Set(), unreadDocuments: new Set() };
const { series } = await buildCatalogue(
  {
    papers: [
      samplePaper("P1000R0", { title: "rings", authors: ["Eddie Kuehl"], audience: ["SG1"], date: "2020-01-15" }),
      samplePaper("P1000R1", { title: "Äpfel and rings", authors: ["Emmy Noether"], audience: ["LEWG"], date: "2026-05-01" }),
      samplePaper("P1001R0", { title: "Fields", authors: ["Eddie Kühl", "Emmy Noether"], audience: ["LEWG"], date: "2026-02-01" }),
      samplePaper("N5000", { title: "Minutes", date: "2026-03-01" }),
      samplePaper("N400", { date: "1995" }),
    ],
    listed: [],
    drafts: [sampleDraft(1001, 1)],
  },
  now,
);
const all = [...series.values()];
const find = async (filters: Filters, personal = NOBODY) => (await filterSeries(all, filters, personal, now)).map(({ document }) => document.paper.id);

describe("the filters", () => {
  it.each<[Filters, string[]]>([
    [{}, ["P1000R1", "P1001R0", "N5000", "N400"]],
    [{ audience: "SG1" }, ["P1000R0"]],
    [{ audience: "lewg" }, ["P1000R1", "P1001R0"]],
    [{ year: 2026 }, ["P1000R1", "D1001R1", "N5000"]],
    [{ year: 1995 }, ["N400"]],
    [{ mailing: "2026-02" }, ["P1001R0"]],
    [{ author: "Kühl" }, ["P1000R0", "P1001R0"]],
    [{ author: "Ku" }, []],
    [{ kind: "n" }, ["N5000", "N400"]],
    [{ kind: "draft" }, ["D1001R1"]],
    [{ kind: "paper" }, ["P1000R1", "P1001R0"]],
    // Not of one document, though both of one paper.
    [{ author: "Kühl", year: 2026, kind: "paper" }, ["P1001R0"]],
    [{ audience: "SG1", year: 2026 }, []],
  ])("%j let pass %j", async (filters, ids) => expect(await find(filters)).toEqual(ids));

  it("find what is watched by any of its documents, and what has an unread match", async () => {
    const personal: Personal = { isWatched: ({ id }) => id === "P1000R0", unread: new Set(["P1001"]), unreadDocuments: new Set(["P1001R0"]) };
    expect(await find({ watched: true }, personal)).toEqual(["P1000R1"]);
    expect(await find({ unread: true }, personal)).toEqual(["P1001R0"]);
    expect(await find({ watched: true, unread: true }, personal)).toEqual([]);
    expect(await find({ watched: true, audience: "LEWG" }, personal)).toEqual(["P1000R1"]);
  });

  it("that let nothing pass are explained by those in the way", async () => {
    expect(await explainEmpty(all, { audience: "SG1", year: 2026 }, NOBODY, now)).toEqual([
      { without: "audience", count: 3 },
      { without: "year", count: 1 },
    ]);
    expect(await explainEmpty(all, { audience: "SG99", year: 2026 }, NOBODY, now)).toEqual([{ without: "audience", count: 3 }]);
    expect(await explainEmpty(all, { audience: "SG99", unread: true }, NOBODY, now)).toEqual([]);
  });
});

describe("the order", () => {
  it.each([
    ["newest", ["P1001", "P1000", "N5000", "N0400"]],
    ["number", ["P1001", "P1000", "N5000", "N0400"]],
    ["title", ["P1000", "P1001", "N5000", "N0400"]],
  ] as const)("%s", async (sort, ids) => {
    const found = sortSeries(await filterSeries(all.toReversed(), {}, NOBODY, now), sort);
    expect(found.map(({ series }) => series.id)).toEqual(ids);
  });

  it.each([
    ["number", ["P0003R0", "P0002R0", "P0001R0", "N0009", "N0008"]],
    ["title", ["P0002R0", "P0001R0", "N0009", "N0008", "P0003R0"]],
    ["newest", ["N0008", "P0003R0", "P0002R0", "P0001R0", "N0009"]],
  ] as const)("by %s is by number where that is the same, P papers first", async (sort, ids) => {
    const titles: Record<string, string> = { N0008: "b", N0009: "a", P0001R0: "a", P0002R0: "a", P0003R0: "" };
    const papers = Object.entries(titles).map(([id, title]) => samplePaper(id, { title, date: id === "N0008" ? "2026-02-01" : "2026-01-01" }));
    const { series } = await buildCatalogue({ papers, listed: [], drafts: [] }, now);
    for (const some of [[...series.values()], [...series.values()].toReversed()]) {
      const found = sortSeries(await filterSeries(some, {}, NOBODY, now), sort);
      expect(found.map(({ document }) => document.paper.id)).toEqual(ids);
    }
  });

  it("by date is by the document that passed", async () => {
    const found = sortSeries(await filterSeries(all, { author: "Kühl" }, NOBODY, now), "newest");
    expect(found.map(({ series, date }) => [series.id, date])).toEqual([
      ["P1001", "2026-10-01"],
      ["P1000", "2020-01-15"],
    ]);
  });
});
