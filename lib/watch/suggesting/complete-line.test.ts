import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import { parseWatch } from "../syntax/parse-watch.ts";
import { completeLine } from "./complete-line.ts";
import { gatherFrom, startGathering, vocabularyOf } from "./vocabulary.ts";

const gathering = startGathering();
for (const paper of [
  samplePaper("P2300R10", { title: "std::execution of executors", authors: ["Ada Lovelace", "Grace Hopper"], audience: ["LEWG", "SG1"] }),
  samplePaper("P2301R0", { title: "Executors and ranges", authors: ["Ada Lovelace"], audience: ["SG14"] }),
  samplePaper("P0230R0", { title: "Exact sums", authors: ["Élise Noether", "Bad * Name"], audience: ["EWG"] }),
  samplePaper("N2300", { title: "Concepts by author:Hopper" }),
])
  gatherFrom(gathering, paper);
const vocabulary = vocabularyOf(gathering);

/** "|" is the caret. */
const terms = (marked: string) => completeLine(marked.replace("^", ""), marked.indexOf("^"), vocabulary).map(({ term }) => term);

describe("completeLine", () => {
  it.each<[line: string, terms: string[]]>([
    ["author:love^", ["author:Ada Lovelace"]],
    ["author:a lo^", ["author:Ada Lovelace"]],
    ["author:elis^", ["author:Élise Noether"]],
    ["author:Grace Hopper | noe^", ["author:Grace Hopper | Élise Noether"]],
    ["author:bad^", []],
    ["-author:hop^", ["-author:Grace Hopper"]],
    ["audience:s^", ["audience:SG1", "audience:SG14"]],
    ["audience:concurrency^", ["audience:SG1"]],
    ["title:exec^", ["title:executors", "title:execution"]],
    ["title:std::exec^", ["title:std::executors", "title:std::execution"]],
    ["title:ranges exec^", ["title:ranges executors", "title:ranges execution"]],
    ["paper:23^", ["paper:P2301", "paper:P2300", "paper:P0230", "paper:N2300"]],
    ["paper:p230^", ["paper:P0230", "paper:P2301", "paper:P2300"]],
    ["paper:p2300^", ["paper:P2300"]],
    ["paper:sums^", ["paper:P0230"]],
    ["kind:^", ["kind:draft", "kind:paper"]],
    ["2300^", ["P2300", "N2300"]],
    ["p2300^", ["P2300"]],
    ["lew^", ["audience:LEWG"]],
    ["hop^", ["author:Grace Hopper", "title:Hopper"]],
    ["ra^", ["title:ranges"]],
    ["au^", ["title:author", "author:", "audience:"]],
    ["author:Grace Hopper au^", ["author:", "audience:", "title:author"]],
    ["author:Grace Hopper exec^", ["title:executors", "title:execution"]],
    ["author:Grace Hopper -sg^", ["-audience:SG1", "-audience:SG14"]],
    ["author:Grace Hopper ^", []],
    ["author:Grace Hopper^", []],
    ["e^", []],
    ["^", []],
    ["zzz^", []],
  ])("%s: %j", (line, expected) => expect(terms(line)).toEqual(expected));

  it("puts the term in the place of the one being typed and the caret behind it", () => {
    expect(completeLine("title:ranges -audience:s title:sums", 24, vocabulary)[0]).toEqual({
      term: "-audience:SG1",
      line: "title:ranges -audience:SG1 title:sums",
      caret: 27,
      papers: 1,
    });
    expect(completeLine("author:lovexyz", 11, vocabulary)[0]).toMatchObject({ line: "author:Ada Lovelace ", caret: 20 });
    expect(completeLine("au", 2, vocabulary).find(({ term }) => term === "author:")).toMatchObject({ line: "author:", caret: 7 });
    expect(completeLine("p2301", 5, vocabulary)).toEqual([{ term: "P2301", title: "Executors and ranges", line: "P2301 ", caret: 6 }]);
  });

  it("completes to what can be watched, whatever was typed", () => {
    const piece = fc.constantFrom("author:", "-", '"', "love", "title:", " ", "23", "s", "ex", ":", "kind:d", "|", "au");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const line = pieces.join("");
        for (const completion of completeLine(line, line.length, vocabulary)) {
          expect(completion.line.slice(0, completion.caret).trimEnd().endsWith(completion.term)).toBe(true);
          if (!completion.term.endsWith(":")) expect(parseWatch(completion.term.replace(/^-/, ""))).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
