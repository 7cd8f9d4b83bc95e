import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readIndex } from "../../../lib/papers/index/read-index.ts";
import { indexesAtHand } from "../../data.ts";
import { fairQueries, measureSearchQuality } from "./search-quality.ts";

function papersOf(path: string) {
  return [...readIndex(Object.entries(JSON.parse(readFileSync(path, "utf8")))).entries.values()];
}

describe("the quality of search", () => {
  it.each(indexesAtHand(["index.json", "index-2026-05-18.json"]))("finds what is meant in %s, with and without a slip", (_, path) => {
    const quality = measureSearchQuality(papersOf(path), { queries: 200, typed: 2 });
    expect(quality.queries).toBeGreaterThan(100);
    expect(quality.exact, JSON.stringify(quality.missed)).toBeGreaterThanOrEqual(0.95);
    expect(quality.mistyped, JSON.stringify(quality.missed)).toBeGreaterThanOrEqual(0.9);
    expect(quality.keystroke.count).toBeGreaterThan(20);
  });

  it("is measured by queries that differ from what was meant, the same ones for the same seed", () => {
    const [[, path] = ["", ""]] = indexesAtHand(["index.json"]);
    const papers = papersOf(path);
    const queries = fairQueries(papers, 40, 7);
    expect(queries).toEqual(fairQueries(papers, 40, 7));
    expect(queries).not.toEqual(fairQueries(papers, 40, 8));
    const mistyped = queries.filter(({ exact, mistyped }) => exact !== mistyped);
    // Now and then a letter is replaced by itself.
    expect(mistyped.length).toBeGreaterThan(35);
    for (const { exact, mistyped } of queries) expect(Math.abs(exact.length - mistyped.length)).toBeLessThanOrEqual(1);
  });
});
