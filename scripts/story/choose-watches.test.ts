import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readIndex } from "../../lib/papers/index/read-index.ts";
import type { Paper } from "../../lib/papers/paper.ts";
import { compileWatch } from "../../lib/watch/matching/match-watch.ts";
import { samplePaper } from "../../lib/watch/sample-paper.ts";
import { formatWatch } from "../../lib/watch/syntax/format-watch.ts";
import { chooseWatches } from "./choose-watches.ts";
import { expectedNews } from "./expected-news.ts";

const entries = (...papers: Paper[]) => new Map(papers.map((paper) => [paper.id, paper]));
const chosen = (index: Map<string, Paper>, next: Map<string, Paper>) => chooseWatches(index, next).map(({ watch, paper }) => [formatWatch(watch), paper?.id]);
const sample = (file: string) => readIndex(Object.entries(JSON.parse(readFileSync(join(import.meta.dirname, "../../test/sample", file), "utf8")))).entries;

describe("the watches of the story", () => {
  it("come out well for the sample, and tell of four papers", () => {
    const [index, next] = [sample("index.json"), sample("next-index.json")];
    const watches = chooseWatches(index, next);
    expect(watches.map(({ watch }) => formatWatch(watch))).toEqual(["P2300", "author:Gödel", "title:executor", "audience:LEWG"]);
    expect(
      expectedNews(
        index,
        next,
        watches.map(({ watch }) => watch),
      ),
    ).toEqual(watches.map(({ paper }) => paper?.id));
  });

  const known = [
    samplePaper("P1000R0", { authors: ["Emmy Noether"], title: "Symmetry of barriers", audience: ["LEWG"] }),
    samplePaper("P1000R1", { authors: ["Emmy Noether"], title: "Symmetry of barriers", audience: ["LEWG"] }),
    samplePaper("P1001R0", { authors: ["Alonzo Church"], title: "Lambda", audience: ["EWG"] }),
  ];

  it("take the paper with the longest history, and a different new paper for each of the others", () => {
    const added = [
      samplePaper("P1001R1", { authors: ["Alonzo Church"], title: "Lambda", audience: ["EWG"] }),
      samplePaper("P1000R2", { authors: ["Emmy Noether"], title: "Symmetry of barriers", audience: ["LEWG"] }),
      samplePaper("P1002R0", { authors: ["Ada Lovelace"], title: "Waiting at barriers", audience: ["SG1"] }),
      samplePaper("P1003R0", { authors: ["Kurt Gödel"], title: "Proof", audience: ["SG21"] }),
      samplePaper("P1004R0", { authors: ["Blaise Pascal"], title: "Bets", audience: ["LEWG"] }),
    ];
    const index = entries(...known);
    expect(chosen(index, entries(...known, ...added))).toEqual([
      ["P1000", "P1000R2"],
      ["author:Gödel", "P1003R0"],
      ["title:barriers", "P1002R0"],
      ["audience:LEWG", "P1004R0"],
    ]);
  });

  it("share a paper where there is but one", () => {
    const only = samplePaper("P1001R1", { authors: ["Alonzo Church"], title: "Calculus", audience: ["EWG"] });
    expect(chosen(entries(...known), entries(...known, only))).toEqual([
      ["P1001", "P1001R1"],
      ["author:Church", "P1001R1"],
      ["title:calculus", "P1001R1"],
      ["audience:EWG", "P1001R1"],
    ]);
  });

  it("are there although nothing is new, and then promise nothing", () => {
    const index = entries(...known);
    expect(chosen(index, index).map(([, paper]) => paper)).toEqual([undefined, undefined, undefined, undefined]);
    expect(chosen(index, index).at(-1)?.[0]).toBe("audience:LEWG");
  });

  it("do not take the file name of a stub for its title, nor an issue for a paper", () => {
    const stub = samplePaper("P1005R0", { title: "P1005r0.meeting.barriers" });
    const issue = samplePaper("LWG4000", { title: "Meeting at barriers", authors: ["Ada Lovelace"], date: "2026-01-01", audience: ["LWG"] });
    const [, ...others] = chooseWatches(entries(...known), entries(...known, stub, issue));
    expect(others.map(({ paper }) => paper)).toEqual([undefined, undefined, undefined]);
  });

  it("find the paper that they promise", () => {
    const next = sample("next-index.json");
    for (const { watch, paper } of chooseWatches(sample("index.json"), next)) expect(paper && compileWatch(watch)(paper)).toBeDefined();
  });
});
