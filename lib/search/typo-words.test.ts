import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SLIPS, withSlip } from "../../test/bench/ui/search-quality.ts";
import { seededRandom } from "../../test/browser/killing/seeded-random.ts";
import { samplePaper } from "../watch/sample-paper.ts";
import { searchedSeries } from "./searched-series.ts";
import { typoWords } from "./typo-words.ts";

const TITLES = ["Executors for everyone", "Pattern matching", "Coroutines and executors", "Ranges, views and zip"];
const words = typoWords(searchedSeries(TITLES.map((title, i) => samplePaper(`P${1000 + i}R0`, { title }))));

describe("words that may have been meant", () => {
  it.each([
    ["exectuors", ["executors"]],
    ["eecutors", ["executors"]],
    ["eexecutors", ["executors"]],
    ["executord", ["executors"]],
    ["exeutor", ["executors"]],
    ["patern", ["pattern"]],
    ["executors", []],
    ["zpi", ["zip"]],
    ["2300", []],
    ["ab", []],
    ["денис", []],
    ["eexxaacctt", []],
    ["a(b|c)*", []],
    ["x".repeat(5_000), []],
  ])("for %j are %j", (term, meant) => expect([...words.find(term).keys()]).toEqual(meant));

  it.each([
    [3, "ab", "axb"],
    [40, "exectuors", `executors${"x".repeat(31)}`],
    [41, "exectuors", undefined],
  ])("have at least 3 letters and at most 40: %i", (length, term, found) => {
    const title = length === 3 ? "axb" : `executors${"x".repeat(length - 9)}`;
    const words = typoWords(searchedSeries([samplePaper("P1000R0", { title })]));
    // A term of two letters is no term.
    expect([...words.find(length === 3 ? "abx" : term).keys()]).toEqual(found ? [found] : []);
  });

  it("are found for terms of at most 24 letters", () => {
    const letters = "abcdefghijklmnopqrstuvwxy";
    const words = typoWords(searchedSeries([samplePaper("P1000R0", { title: letters })]));
    expect(words.find(`b${letters.slice(2, 25)}`).size).toBe(words.find(letters.slice(0, 24)).size);
    expect(words.find(`ba${letters.slice(2, 24)}`).size).toBe(1);
    expect(words.find(`ba${letters.slice(2)}`).size).toBe(0);
  });

  it("are found in every series that has them", () => {
    expect(words.seriesWith("executors")).toHaveLength(2);
    expect(words.seriesWith("nowhere")).toEqual([]);
  });

  it("include the word itself whatever the slip", () => {
    const word = fc.constantFrom("executors", "pattern", "matching", "coroutines", "everyone", "ranges", "views");
    fc.assert(
      fc.property(word, fc.constantFrom(...SLIPS), fc.nat(), (word, slip, seed) => {
        const typed = withSlip(word, slip, seededRandom(seed));
        // What stands in the word is found as it was typed.
        expect(word.includes(typed) || words.find(typed).has(word)).toBe(true);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (term) => {
        expect(words.find(term).size).toBeLessThan(20);
      }),
    );
  });
});
