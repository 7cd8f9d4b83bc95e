import { expect, it } from "vitest";
import { samplePaper } from "../../lib/watch/sample-paper.ts";
import { newestPapers } from "./newest-papers.ts";

const dense = Array.from({ length: 20 }, (_, i) => samplePaper(`P${1000 + i}R0`, { title: "Title", authors: ["Ada Lovelace"], date: "2026-01-01" }));
const newest = (...papers: ReturnType<typeof samplePaper>[]) =>
  newestPapers(new Map([...dense, ...papers].map((paper) => [paper.id, paper])), 3).map(({ id }) => id);

it("takes the latest by date, then by number", () => {
  expect(newest(samplePaper("P1003R1", { title: "Title", authors: ["Ada Lovelace"], date: "2026-02-01" }))).toEqual(["P1003R1", "P1019R0", "P1018R0"]);
});

it("puts in a new revision where none is among the latest", () => {
  expect(newest(samplePaper("P1003R1", { title: "Title", authors: ["Ada Lovelace"], date: "2025-02-01" }))).toEqual(["P1019R0", "P1018R0", "P1003R1"]);
});

it("leaves out what lies beyond the frontier, and what lacks author or title, or is no P paper", () => {
  const about = { title: "Title", authors: ["Ada Lovelace"], date: "2026-03-01" };
  expect(
    newest(
      samplePaper("P5000R0", about),
      samplePaper("P1020R0", { ...about, authors: [] }),
      samplePaper("P1021R0", { ...about, title: "" }),
      samplePaper("P01016R0", about),
      samplePaper("N4950", about),
      samplePaper("LWG4000", about),
    ),
  ).toEqual(["P1019R0", "P1018R0", "P1017R0"]);
});
