import { describe, expect, it } from "vitest";
import { foldTitle, withoutNumber } from "./fold-title.ts";
import { ownMarks } from "./own-marks.ts";
import { wordsOf } from "./words.ts";

const OWN = { id: "P9001R2", revision: 2, date: "2026-03-04" };
const keys = (text: string, own = OWN) => wordsOf(text, [own]).map(({ key }) => key);

describe("words", () => {
  it.each(["", " ", "a ring", "  int a;\n  a++;", "“x” – y…", "é\u0301 \ud800 x", "P9001R2, 4 March 2026."])("of %j are all of it", (text) => {
    expect(
      wordsOf(text, [OWN])
        .map((word) => word.text)
        .join(""),
    ).toBe(text.trim() === "" ? "" : text);
  });

  it.each<[string, string, string]>([
    ["quotation marks", "“a” ‘b’", "\"a\" 'b'"],
    ["dashes", "a – b — c", "a - b - c"],
    ["blanks", "a \n\t b", "a b"],
    ["ligatures", "eﬃcient", "efficient"],
    ["its own number", "see P9001R2 and d9001r2", "see D9001R2 and P9001R2"],
    ["its own date", "on 2026-03-04", "on March 4, 2026"],
    ["sections", "§ 4.1 and section 7", "§ 5 and section 8.2"],
    ["clauses of the standard", "26.4.2 [alg.sort]", "27.1 [alg.sort]"],
    ["clauses of one word", "24.3.11 [vector]", "23.3.13 [vector]"],
    [
      "clauses in a sentence",
      "Modify 24.3.11 [vector] (and 24.3.9 [list]), see 4.1.1 [intro.refs]",
      "Modify 23.3.13 [vector] (and 23.3.7 [list]), see 4.2.1 [intro.refs]",
    ],
  ])("have the same keys whatever their %s", (_, one, other) => expect(keys(one)).toEqual(keys(other)));

  it.each([
    ["P9001R1", "P9001R2"],
    ["2026-03-05", "2026-03-04"],
    ["1.5", "1.6"],
    ["4 rings", "5 rings"],
    ["12.4 [ms]", "99.8 [ms]"],
    ["GCC 12.2 [5]", "GCC 14.1 [5]"],
    ["GCC 12.2.0 [5]", "GCC 14.1.0 [5]"],
    ["GCC 12.2.0 [bug]", "GCC 13.1.0 [bug]"],
    ["with clang 16.0.0 [bug]", "with clang 17.0.1 [bug]"],
    ["since version 3.24.1 [docs]", "since version 3.25.2 [docs]"],
    ["24.3.11 [vector of rings]", "23.3.13 [vector of rings]"],
    ["x = 3.5[i]", "x = 4.5[i]"],
    ["x = 3.5.1[i]", "x = 4.5.1[i]"],
    ["x = 3.5[i.first]", "x = 4.5[i.first]"],
    ["1.5 [ring. ideal]", "2.5 [ring. ideal]"],
    ["1.5 [ring . ideal]", "2.5 [ring . ideal]"],
    ["Ring", "ring"],
    ["a == b", "a != b"],
  ])("%j is not %j", (one, other) => expect(keys(one)).not.toEqual(keys(other)));
});

it.each([
  ["1. Rings", "Rings"],
  ["1.2.3 Rings", "Rings"],
  ["§ 4 Rings", "Rings"],
  ["IV. Rings", "Rings"],
  ["A.1 Rings", "Rings"],
  ["Appendix B: Rings", "Rings"],
  ["A proof", "A proof"],
  ["3", "3"],
  ["I think", "I think"],
])("%j without its number is %j", (title, rest) => expect(withoutNumber(title)).toBe(rest));

it("a title is the same whatever its number, its case and its marks", () => {
  expect(foldTitle("2.1 “Rings” of P9001R2", [OWN])).toBe(foldTitle('3 "rings" of D9001R2', [OWN]));
});

it.each<[string, string[], ReturnType<typeof ownMarks>]>([
  ["a header", ["Document number: D9001R2", "Date: 4 March 2026", "Revises: P9001R1"], OWN],
  ["nothing", ["Rings"], {}],
  ["a number with a small r", ["P0020r4"], { id: "P0020R4", revision: 4 }],
])("%s says what the paper is", (_, texts, marks) => {
  const blocks = texts.map((text) => ({ kind: "text" as const, text }));
  expect(ownMarks({ form: "html", sections: [{ level: 0, title: "", path: [], blocks }] })).toEqual(marks);
});
