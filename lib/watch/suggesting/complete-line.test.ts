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
    ["author:Grace Hopper | Ada Lovelace | noe^", ["author:Grace Hopper | Ada Lovelace | Élise Noether"]],
    ['author:" Grace Hopper | noe^', ["author:Grace Hopper | Élise Noether"]],
    ["author:bad^", []],
    ["title:sums author:Ada Lovelace^", []],
    ["-author:hop^", ["-author:Grace Hopper"]],
    ["audience:s^", ["audience:SG1", "audience:SG14"]],
    ["audience:concurrency^", ["audience:SG1"]],
    ["title:exec^", ["title:executors", "title:execution"]],
    ["title:std::exec^", ["title:std::executors", "title:std::execution"]],
    ["title:ranges exec^", ["title:ranges executors", "title:ranges execution"]],
    ["paper:23^", ["paper:P2301", "paper:P2300", "paper:P0230", "paper:N2300"]],
    ["paper:p230^", ["paper:P0230", "paper:P2301", "paper:P2300"]],
    ["paper:p2300^", ["paper:P2300"]],
    ["paper:n23^", ["paper:N2300"]],
    ["paper:d2300^", ["paper:P2300"]],
    ["-paper:p23^", ["-paper:P2301", "-paper:P2300", "-paper:P0230"]],
    ["paper:2300r1^", ["paper:P2300", "paper:N2300"]],
    ["paper:sums^", ["paper:P0230"]],
    ["paper:^", []],
    ["kind:^", ["kind:draft", "kind:paper"]],
    ["kind:D^", ["kind:draft"]],
    ["kind:t^", []],
    ["title:std::^", []],
    ["2300^", ["P2300", "N2300"]],
    ["p2300^", ["P2300"]],
    ["lew^", ["audience:LEWG"]],
    ["lewg^", ["audience:LEWG"]],
    ["hop^", ["author:Grace Hopper", "title:Hopper"]],
    ["ra^", ["title:ranges"]],
    ["au^", ["title:author", "author:", "audience:"]],
    ["AU^", ["title:author", "author:", "audience:"]],
    ["-au^", ["-author:", "-audience:", "-title:author"]],
    ["paper:2300 au^", ["author:", "audience:", "title:author"]],
    ["-2300^", ["-P2300", "-N2300"]],
    ["author:Grace Hopper au^", ["author:", "audience:", "title:author"]],
    ["author:Grace Hopper exec^", ["title:executors", "title:execution"]],
    ["author:Grace Hopper -sg^", ["-audience:SG1", "-audience:SG14"]],
    ["author:Grace Hopper ^", []],
    ["author:Grace Hopper^", []],
    ["author: exec^", []],
    ['author:Grace Hopper "exec^', []],
    ["e^", []],
    ['" e^', []],
    ["^", []],
    ["zzz^", []],
    ["author:Grace Hopper OR noe^", ["author:Grace Hopper | Élise Noether"]],
    ["audience:LEWG | sg14^", ["audience:LEWG | SG14"]],
    ["audience:LEWG | sg^", ["audience:LEWG | SG1", "audience:LEWG | SG14"]],
    ["title:sums OR exec^", ["title:sums | executors", "title:sums | execution"]],
    ["P2300 | hop^", ["author:Grace Hopper", "title:Hopper"]],
    ["hop OR exec^", ["title:executors", "title:execution"]],
    ["https://wg21.link/p23^", []],
    ["paper:wg21.link/p2300^", []],
  ])("%s: %j", (line, expected) => expect(terms(line)).toEqual(expected));

  it("puts the term in the place of the one being typed and the caret behind it", () => {
    expect(completeLine("title:ranges -audience:s title:sums", 24, vocabulary)[0]).toEqual({
      term: "-audience:SG1",
      line: "title:ranges -audience:SG1 title:sums",
      caret: 27,
      papers: 1,
    });
    expect(completeLine("P2300 | hop", 11, vocabulary)[0]).toMatchObject({ line: "P2300 | author:Grace Hopper ", caret: 28 });
    expect(completeLine("author:lovexyz", 11, vocabulary)[0]).toMatchObject({ line: "author:Ada Lovelace ", caret: 20 });
    expect(completeLine("author:lovexyz title:sums", 11, vocabulary)[0]).toMatchObject({ line: "author:Ada Lovelace title:sums", caret: 20 });
    expect(completeLine("au", 2, vocabulary).find(({ term }) => term === "author:")).toMatchObject({ line: "author:", caret: 7 });
    expect(completeLine("p2301", 5, vocabulary)).toEqual([{ term: "P2301", title: "Executors and ranges", line: "P2301 ", caret: 6 }]);
  });

  describe("gives no more than", () => {
    const many = startGathering();
    const names = [..."abcdefghij"].map((letter) => `aut${letter}`);
    for (const [place, name] of names.entries())
      gatherFrom(many, samplePaper(`P${1001 + place}R0`, { title: `${name}x`, authors: [`${name} zoll`], audience: [`SG${place + 1}`] }));
    gatherFrom(many, samplePaper("P0100R0"));
    const large = vocabularyOf(many);
    const terms = (line: string) => completeLine(line, line.length, large).map(({ term }) => term);

    it.each<[line: string, terms: string[]]>([
      ["author:aut", names.slice(0, 8).map((name) => `author:${name} zoll`)],
      ["title:aut", names.slice(0, 8).map((name) => `title:${name}x`)],
      ["audience:sg", ["SG1", "SG10", "SG2", "SG3", "SG4", "SG5", "SG6", "SG7"].map((group) => `audience:${group}`)],
      ["paper:100", ["P0100", ...[1009, 1008, 1007, 1006, 1005, 1004, 1003].map((number) => `P${number}`)].map((id) => `paper:${id}`)],
    ])("eight: %s", (line, expected) => expect(terms(line)).toEqual(expected));

    it.each<[line: string, terms: string[]]>([
      ["sg", ["SG1", "SG10", "SG2", "SG3"].map((group) => `audience:${group}`)],
      ["100", ["P0100", "P1009", "P1008", "P1007"]],
      ["au", [...names.slice(0, 4).map((name) => `author:${name} zoll`), "title:autax", "title:autbx", "author:", "audience:"]],
      ["-au", ["-author:", "-audience:", ...names.slice(0, 4).map((name) => `-author:${name} zoll`), "-title:autax", "-title:autbx"]],
    ])("four of a kind and eight of all, where nobody knows which is meant: %s", (line, expected) => expect(terms(line)).toEqual(expected));
  });

  it("completes to what can be watched, whatever was typed", () => {
    const piece = fc.constantFrom("author:", "-", '"', "love", "title:", " ", "23", "s", "ex", ":", "kind:d", "|", "au");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const line = pieces.join("");
        for (const completion of completeLine(line, line.length, vocabulary)) {
          expect(completion.line.slice(0, completion.caret).trimEnd().endsWith(completion.term)).toBe(true);
          // Alternatives of audiences are as many watches.
          if (!completion.term.endsWith(":") && !/audience:.*\|/.test(completion.term))
            expect(parseWatch(completion.term.replace(/^-/, ""))).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
