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
