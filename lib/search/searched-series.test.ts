import { describe, expect, it } from "vitest";
import { samplePaper } from "../watch/sample-paper.ts";
import { QUALITY } from "./match-quality.ts";
import type { TypedNumber } from "./read-query.ts";
import { numberQuality, searchedSeries } from "./searched-series.ts";

const idsOf = (...papers: [id: string, date?: string | undefined][]) =>
  searchedSeries(papers.map(([id, date]) => samplePaper(id, { ...(date && { date }) }))).map(({ id }) => id);

describe("the order of series", () => {
  it.each<[string, [string, (string | undefined)?][], string[]]>([
    [
      "by their dates, the newest first",
      [
        ["P1R0", "2020"],
        ["P2R0", "2022"],
        ["P3R0", "2021"],
      ],
      ["P0002", "P0003", "P0001"],
    ],
    [
      "by the newest date of their revisions",
      [
        ["P1R0", "2020"],
        ["P1R1", "2023"],
        ["P1R2", "2019"],
        ["P2R0", "2022"],
      ],
      ["P0001", "P0002"],
    ],
    [
      "of one day P papers first, the higher number first",
      [
        ["N9", "2020"],
        ["P1R0", "2020"],
        ["P2R0", "2020"],
      ],
      ["P0002", "P0001", "N0009"],
    ],
    ["without a date like the neighbour below", [["P1R0", "2020"], ["P2R0"], ["P3R0", "2019"], ["P4R0", "2021"]], ["P0004", "P0002", "P0001", "P0003"]],
    ["which is one of the same kind", [["N9", "2024"], ["P1R0"], ["P2R0", "2020"]], ["N0009", "P0002", "P0001"]],
  ])("is %s", (_, papers, ids) => {
    const padded = papers.map(([id, date]): [string, string | undefined] => [id.replace(/\d+/, (digits) => digits.padStart(4, "0")), date]);
    expect(idsOf(...padded)).toEqual(ids);
    expect(idsOf(...padded.toReversed())).toEqual(ids);
  });
});

describe("a series", () => {
  it("has title and authors of the newest revision that has them", () => {
    const [series] = searchedSeries([
      samplePaper("P0001R0", { title: "old", authors: ["Ada"] }),
      samplePaper("P0001R1", { title: "new", authors: [] }),
      samplePaper("P0001R2", { title: "", authors: [] }),
    ]);
    expect(series).toMatchObject({ revisions: 3, number: 1, prefix: "P", paper: { id: "P0001R2", title: "new", authors: ["Ada"] } });
    expect(series?.text).toBe("\nnew\n\nold\nada\n");
  });

  it("counts a revision once, as a draft and as a paper", () => {
    expect(searchedSeries([samplePaper("P0001R0"), samplePaper("D0001R0")])[0]?.revisions).toBe(1);
  });

  it("is searched in 50,000 letters", () => {
    expect(searchedSeries([samplePaper("P0001R0", { title: "a".repeat(60_000) })])[0]?.text).toHaveLength(50_002);
  });
});

describe("a number that was typed", () => {
  const [series] = searchedSeries([samplePaper("P0447R2")]);
  it.each<[typed: Partial<TypedNumber>, quality: keyof typeof QUALITY]>([
    [{ value: 447, digits: "447" }, "number"],
    [{ value: 447, digits: "0447", prefix: "P" }, "number"],
    [{ value: 447, digits: "447", prefix: "N" }, "none"],
    [{ value: 447, digits: "447", revision: "9" }, "number"],
    [{ value: 44, digits: "44" }, "beginning"],
    [{ value: 44, digits: "044" }, "beginning"],
    [{ value: 44, digits: "44", revision: "1" }, "none"],
    [{ value: 47, digits: "47" }, "none"],
  ])("%j is %s", (typed, quality) => expect(series && numberQuality(typed as TypedNumber, series)).toBe(QUALITY[quality]));
});
