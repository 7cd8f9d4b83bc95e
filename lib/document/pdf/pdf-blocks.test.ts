import { expect, it } from "vitest";
import { cpuMs } from "../../../test/cpu-ms.ts";
import { pdfBlocks } from "./pdf-blocks.ts";
import type { PdfWord } from "./pdf-text.ts";

const word = (text: string, y: number, size = 10): PdfWord => ({ text, x: 72, y, width: 100, size });

it.each([
  ["dots", `${".".repeat(40_000)}x`],
  ["letters before a hyphen", `${"a".repeat(40_000)} -`],
])("a row of %s takes time that grows with its length only", (_, row) => {
  expect(cpuMs(() => pdfBlocks([[word(row, 700), word("Some text.", 600)]]))).toBeLessThan(1_000);
});

it.each(["1 Rings . . . . . . 12", "1 Rings......12", "1 Rings ………… 1234", "Rings . . . ."])("%j leads to a page, and is left out", (row) => {
  expect(pdfBlocks([[word(row, 700), word("Some text.", 600)]])).toEqual([{ kind: "text", text: "Some text." }]);
});

it.each(["Rings ... 12", "f(. . . .) 12", "Rings .... 12345"])("%j does not", (row) => {
  expect(pdfBlocks([[word(row, 700), word("Some text.", 600)]])).toHaveLength(2);
});

it.each([
  ["of whole words", "rings have no end and no beginning so"],
  ["that part words", "rings have neither an end nor a begin-"],
])("a paragraph of as many rows as there can be, %s, takes time that grows with its length only", (_, row) => {
  // What is the same on each page would be left out.
  const pages = Array.from({ length: 1_000 }, (_, page) => Array.from({ length: 50 }, (_, at) => word(`of ${page % 7} ${row}`, 700 - at * 12)));
  expect(cpuMs(() => pdfBlocks(pages))).toBeLessThan(10_000);
});

it("reads a document of nothing but headings, as many rows as there can be", () => {
  const pages = Array.from({ length: 1_000 }, () => Array.from({ length: 150 }, (_, row) => word("ab", 3_000 - row * 20, 5 + (row % 10))));
  expect(pdfBlocks(pages).length).toBeGreaterThan(100_000);
});

const cells = (y: number, ...texts: [x: number, text: string][]): PdfWord[] => texts.map(([x, text]) => ({ text, x, y, width: text.length * 5, size: 10 }));

it.each<[string, PdfWord[], string[]]>([
  [
    "rows of a table, each by itself with what its cells go on in",
    [...cells(700, [72, "R0"], [120, "Initial version."]), ...cells(688, [72, "R1"], [120, "Fix what was found"]), ...cells(676, [120, "in Prague."])],
    ["row: R0\tInitial version.", "row: R1\tFix what was found in Prague."],
  ],
  [
    "a paragraph close above and below a table",
    [
      ...cells(712, [72, "Versions of it are"]),
      ...cells(700, [72, "R0"], [120, "first"]),
      ...cells(688, [72, "R1"], [120, "second"]),
      ...cells(676, [72, "and no others."]),
    ],
    ["text: Versions of it are", "row: R0\tfirst", "row: R1\tsecond", "text: and no others."],
  ],
  [
    "a paragraph with gaps that are nowhere above each other",
    [...cells(700, [72, "a ring"], [130, "is"]), ...cells(688, [72, "round"], [160, "always"])],
    ["text: a ring is round always"],
  ],
  [
    "items, whose marks stand in a column",
    [...cells(700, [72, "•"], [90, "a ring"]), ...cells(688, [72, "•"], [90, "a field"])],
    ["item: a ring", "item: a field"],
  ],
  [
    "code with comments below each other",
    [...cells(700, [72, "int ring;"], [150, "// one {"]), ...cells(688, [72, "int field;"], [150, "// two {"])],
    ["code: int ring; // one {\nint field; // two {"],
  ],
])("%s", (_, words, blocks) => {
  expect(pdfBlocks([words]).map((one) => ("level" in one ? one.title : `${one.kind}: ${one.text}`))).toEqual(blocks);
});
