import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { indexesAtHand } from "../../../test/data.ts";
import { readIndex } from "../../papers/index/read-index.ts";
import type { Paper } from "../../papers/paper.ts";
import { compileWatch } from "../matching/match-watch.ts";
import { suggestWatches } from "./suggest-watches.ts";

function paper(number: number, revision: number, rest: Partial<Paper> = {}): Paper {
  return { id: `P${number}R${revision}`, type: "paper", prefix: "P", number, revision, title: "", authors: [], audience: [], date: "2026-05-01", ...rest };
}

describe("watches to begin with", () => {
  it("are the paper revised most, and what most series of the last year have", () => {
    const found = suggestWatches([
      paper(3000, 4, { title: "Contracts for everybody", authors: ["Emmy Noether"], audience: ["LEWG"] }),
      paper(3001, 0, { title: "On contracts", authors: ["Emmy Noether", "Ada Lovelace"], audience: ["LEWG", "WG21"] }),
      paper(3002, 1, { title: "Executors", authors: ["Ada Lovelace"], audience: ["WG21"] }),
      // The same series again counts once.
      paper(3002, 0, { title: "Executors", authors: ["Ada Lovelace"], audience: ["SG1"] }),
      paper(3003, 0, { title: "Contracts", authors: ["Emmy Noether"] }),
    ]);
    expect(found).toEqual([
      { watch: { kind: "paper", text: "P3000" }, papers: 1, title: "Contracts for everybody" },
      { watch: { kind: "author", text: "Emmy Noether" }, papers: 3 },
      { watch: { kind: "audience", text: "LEWG" }, papers: 2 },
      { watch: { kind: "title", text: "contracts" }, papers: 3 },
    ]);
  });

  it("are, of two that are alike, the paper of the higher number and the text that comes first, whatever their order", () => {
    const papers = [
      paper(3000, 2, { title: "Senders", authors: ["Emmy Noether"], audience: ["xSG2", "SG2x", "SG2"] }),
      paper(3001, 2, { title: "Modules", authors: ["Ada Lovelace"], audience: ["xSG2", "SG2x", "SG1"] }),
      paper(2999, 2, { title: "Concepts", authors: ["Kurt Gödel"], audience: ["xSG2", "SG2x"] }),
    ];
    for (const some of [papers, papers.toReversed()])
      expect(suggestWatches(some).map(({ watch }) => watch.text)).toEqual(["P3001", "Ada Lovelace", "SG1", "concepts"]);
  });

  it("look at the last year of the index, however old that is, and at P papers only", () => {
    const found = suggestWatches([
      paper(1, 9, { title: "Senders", authors: ["Kurt Gödel"], date: "2014-05-01" }),
      paper(2, 0, { title: "Ranges", authors: ["Ada Lovelace"], date: "2015-06-01" }),
      paper(3, 9, { title: "Modules", authors: ["Kurt Gödel"], date: "2014" }),
      { ...paper(4000, 0, { title: "Minutes of minutes", authors: ["Secretary"], date: "2015-05-30" }), id: "N4000", prefix: "N" },
    ]);
    expect(found.map(({ watch }) => watch.text)).toEqual(["P0002", "Ada Lovelace", "ranges"]);
  });

  it("look at papers of the day a year before the newest, and of none before that", () => {
    const authors = (date: string) =>
      suggestWatches([paper(2, 0, { date: "2015-06-01" }), paper(1, 0, { authors: ["Kurt Gödel"], date })]).map(({ watch }) => watch.text);
    expect(authors("2014-06-01")).toEqual(["Kurt Gödel"]);
    expect(authors("2014-05-31")).toEqual([]);
  });

  it.each([
    ["ranges", ["ranges"]],
    ["views", []],
    ["8ranges ranges8", []],
    ["Proposal", []],
  ])("take of the title %j the words %j", (title, words) => {
    expect(suggestWatches([paper(1, 0, { title })]).flatMap(({ watch }) => (watch.kind === "title" ? watch.text : []))).toEqual(words);
  });

  it("leave out what the papers say nothing of", () => {
    expect(suggestWatches([])).toEqual([]);
    expect(suggestWatches([paper(1, 0, { title: "Proposed wording", date: "2026" })])).toEqual([]);
    expect(suggestWatches([paper(1, 0, { title: "Proposed wording" })]).map(({ watch }) => watch.kind)).toEqual(["paper"]);
  });

  it("come of whatever the network says without an exception", () => {
    const any = fc.record({
      number: fc.nat(9_999),
      revision: fc.nat(20),
      title: anyText(),
      authors: fc.array(anyText(), { maxLength: 3 }),
      audience: fc.array(anyText(), { maxLength: 3 }),
      date: fc.oneof(anyText(), fc.constantFrom("2026-05-01", "2025-05", "2024")),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (papers) => {
        const found = suggestWatches(papers.map(({ number, revision, ...rest }) => paper(number, revision, rest)));
        expect(found.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it.each(indexesAtHand(["index.json", "index-2021-07-15.json", "index-2026-05-18.json"]))("of %s find what they say", (_, path) => {
    const papers = [...readIndex(Object.entries(JSON.parse(readFileSync(path, "utf8")) as object)).entries.values()];
    const found = suggestWatches(papers);
    expect(found.map(({ watch }) => watch.kind)).toEqual(expect.arrayContaining(["paper", "author"]));
    for (const { watch, papers: counted } of found) {
      const matches = compileWatch(watch);
      expect(papers.filter((each) => matches(each)).length).toBeGreaterThanOrEqual(counted);
    }
  });
});
