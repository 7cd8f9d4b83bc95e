import { describe, expect, it } from "vitest";
import { MAX_TITLE } from "../limits.ts";
import { cleanTitle, isBoilerplate, isFileName, withoutOwnNumber } from "./paper-title.ts";

it.each<[lines: string[], title: string]>([
  [["P0323R4", "std::expected"], "std::expected"],
  [["[linear.algebra]R1", "Vectors and matrices"], "Vectors and matrices"],
  [["[linear.algebra]R1: Vectors and matrices"], "Vectors and matrices"],
  [["p0408r7 - Efficient buffers"], "Efficient buffers"],
  [["P0591r4 | Utilities"], "Utilities"],
  [["D1234R0: A: B"], "A: B"],
  [["PO4116r0 | Smiles"], "Smiles"],
  [["Dnnnnr0 - Smiles"], "Smiles"],
  [["char8_t: A type"], "char8_t: A type"],
  [["for2: A loop"], "for2: A loop"],
  [["[P1234R5] Ranges"], "Ranges"],
  [["Ranges [P1234R5]"], "Ranges"],
  [["Ranges (D1234R5)"], "Ranges"],
  [["Document P1234R5 – Ranges"], "Ranges"],
  [["P0443 executors, revisited"], "P0443 executors, revisited"],
  [["Clarify the intent of P1841 traits"], "Clarify the intent of P1841 traits"],
  [["The one", "and the other"], "The one and the other"],
  [["R5 or not"], "R5 or not"],
  [["P1234 R5: Ranges"], "Ranges"],
  [["N3456=12-0146: Ranges"], "Ranges"],
  [["P1234R5 ‒ Ranges"], "Ranges"],
  [["P1234R5: <=> != =="], "<=> != =="],
  [["ISO/IEC JTC1/SC22/WG21 P1234R5: Ranges"], "Ranges"],
  [["WG21 P1234R5 -- Ranges"], "Ranges"],
  [["Proposal P1234R5: Ranges"], "Ranges"],
  [["P1234, revision 5: Ranges"], "Ranges"],
  [["P1234 (R5): Ranges"], "Ranges"],
  [["P1234R5, draft 3: Ranges"], "Ranges"],
  [["Proposal for ranges in P1234"], "Proposal for ranges in P1234"],
  [["D1234R5"], "D1234R5"],
  [[], ""],
])("cleanTitle(%j) is %j", (lines, title) => {
  expect(cleanTitle(lines)).toBe(title);
});

it("a title that is too long ends at a word", () => {
  const title = cleanTitle(["word ".repeat(200)]);
  expect(title).toMatch(/word…$/);
  expect(title.length).toBeLessThanOrEqual(MAX_TITLE);
  expect(cleanTitle(["😀".repeat(400)]).length).toBeLessThanOrEqual(MAX_TITLE);
});

describe("isBoilerplate", () => {
  it.each([
    "ISO/IEC JTC1/SC22/WG21",
    "ISO/IEC JTC 1/SC 22/WG 21 N4999",
    "Programming Language C++",
    "D1234R0",
    "Draft Proposal, 2019-01-21",
    "Working Draft",
    "Document number: P1234R5",
    "May 7, 2026",
    "INCITS PL22.16",
    "— 1 —",
    "***",
    "=====",
    "C++ (P1234R0)",
    "",
  ])("is %j", (text) => {
    expect(isBoilerplate(text)).toBe(true);
  });
  it.each(["C++ Synchronized Buffered Ostream", "Maybe", "A proposal to add vectors", "N", "std::draft", "<=> != ==", "&&", "::", "P1234R0: && vs. ||"])(
    "is not %j",
    (text) => {
      expect(isBoilerplate(text)).toBe(false);
    },
  );
});

it.each([
  ["Microsoft Word - d1234r5.docx", true],
  ["d1234.tex", true],
  ["Untitled", true],
  ["Untitled-1", true],
  ["Documents of the committee", false],
  ["A .pdf of its own kind", false],
])("isFileName(%j) is %s", (title, expected) => {
  expect(isFileName(title)).toBe(expected);
});

it.each<[title: string, numbers: string[], left: string]>([
  ["P9001R2 Engines for everyone", ["9001"], "Engines for everyone"],
  ["D9001 Engines for everyone", ["9001"], "Engines for everyone"],
  ["P9001R2, Engines for everyone", ["9001"], "Engines for everyone"],
  ["P9001R2_Engines", ["9001"], "Engines"],
  ["P0901R2 Engines", ["901"], "Engines"],
  ["Engines for everyone P9001R2", ["9001"], "Engines for everyone"],
  ["P9001R2 Engines for everyone", [], "Engines for everyone"],
  ["P9001R2 is not viable", ["9002"], "P9001R2 is not viable"],
  ["Clarify the intent of P9001R2", ["9002"], "Clarify the intent of P9001R2"],
  ["Clarify the intent of P9001R2", [], "Clarify the intent of P9001R2"],
  ["P9001 executors, revisited", [], "P9001 executors, revisited"],
  ["P9001R2", ["9001"], "P9001R2"],
  ["", ["9001"], ""],
  ["A proof of D0001R1", ["1"], "A proof of D0001R1"],
  ["What is new in P9001R2", ["9001"], "What is new in P9001R2"],
])("withoutOwnNumber(%j, %j) is %j", (title, numbers, left) => {
  expect(withoutOwnNumber(title, numbers)).toBe(left);
});
