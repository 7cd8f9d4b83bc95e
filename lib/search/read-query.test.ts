import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { readQuery } from "./read-query.ts";

describe("what was typed", () => {
  it.each<[text: string, terms: string[]]>([
    ["niebler executors", ["niebler", "executors"]],
    ["  Niebler,  EXECUTORS! ", ["niebler", "executors"]],
    ["std::expected", ["std", "expected"]],
    ["move_only_function", ["move", "only", "function"]],
    ["C++26 c#", ["c++26", "c#"]],
    ["O’Dwyer O'Dwyer", ["odwyer"]],
    ["Sutter, Herb", ["sutter", "herb"]],
    ["<=>", ["<=>"]],
    ["modules - 😀", ["modules", "😀"]],
    ["-", ["-"]],
    ["https://wg21.link/P2300R10", ["https", "wg21", "link", "p2300r10"]],
    ["one two three four five six seven eight nine", ["one", "two", "three", "four", "five", "six", "seven", "eight"]],
    ["", []],
    [" \t\n ", []],
    ["\u0301", []],
    ["p 7", ["p", "7"]],
    ["p 23", ["p23"]],
    ["p 123456", ["p123456"]],
    ["p 1234567", ["p", "1234567"]],
    ["7 r1", ["7", "r1"]],
    ["23 r1", ["23r1"]],
    ["2300 r100", ["2300r100"]],
    ["2300 r1000", ["2300", "r1000"]],
    ["1234567 r1", ["1234567", "r1"]],
    [`${"x".repeat(64)}y`, ["x".repeat(64)]],
    [`${"-".repeat(198)} ab`, ["-".repeat(64), "a"]],
  ])("%j has the terms %j", (text, terms) => expect(readQuery(text).terms.map(({ spellings: [plain] }) => plain)).toEqual(terms));

  it.each<[text: string, number: object | undefined]>([
    ["2300", { value: 2300, digits: "2300" }],
    ["p2300", { prefix: "P", value: 2300, digits: "2300" }],
    ["D2300R1", { prefix: "P", value: 2300, digits: "2300", revision: "1" }],
    ["p2300r", { prefix: "P", value: 2300, digits: "2300", revision: "" }],
    ["N4950", { prefix: "N", value: 4950, digits: "4950" }],
    ["p 2300 r10", { prefix: "P", value: 2300, digits: "2300", revision: "10" }],
    ["P-0447", { prefix: "P", value: 447, digits: "0447" }],
    ["2300 R7", { value: 2300, digits: "2300", revision: "7" }],
    ["7", { value: 7, digits: "7" }],
    ["p2300r999", { prefix: "P", value: 2300, digits: "2300", revision: "999" }],
    ["p2300r1000", undefined],
    ["2300x", undefined],
    ["123456", { value: 123456, digits: "123456" }],
    ["1234567", undefined],
    ["lwg2300", undefined],
    ["c++", undefined],
  ])("%j is the number %j", (text, number) => expect(readQuery(text).terms.map((term) => term.number)).toEqual([number]));

  it("takes a small number beside words for a part of a title", () => {
    expect(readQuery("c++ 23").terms.map(({ number }) => number?.value)).toEqual([undefined, undefined]);
    expect(readQuery("executors 99").terms.map(({ number }) => number?.value)).toEqual([undefined, undefined]);
    expect(readQuery("executors 100").terms.map(({ number }) => number?.value)).toEqual([undefined, 100]);
    expect(readQuery("executors 443").terms.map(({ number }) => number?.value)).toEqual([undefined, 443]);
    expect(readQuery("executors p7").terms.map(({ number }) => number?.value)).toEqual([undefined, 7]);
  });

  it("spells umlauts out and digraphs as umlauts", () => {
    expect(readQuery("Köppe").terms[0]?.spellings).toEqual(["koppe", "koeppe"]);
    expect(readQuery("Koeppe").terms[0]?.spellings).toEqual(["koeppe", "koppe"]);
  });

  it("is of a few short terms whatever it is", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 2_000 }), (text) => {
        const { terms, phrase } = readQuery(text);
        expect(terms.length).toBeLessThanOrEqual(8);
        for (const { spellings } of terms) for (const spelling of spellings) expect(spelling).not.toBe("");
        expect(terms.flatMap(({ spellings }) => spellings).join("").length).toBeLessThan(20_000);
        expect(phrase.length).toBeLessThan(10_000);
      }),
    );
  });
});
