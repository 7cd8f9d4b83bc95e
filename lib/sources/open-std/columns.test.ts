import { describe, expect, it } from "vitest";
import { columnsByCount, readHeader } from "./columns.ts";

const cellsOf = (texts: string[], isHeader = false) => texts.map((text) => ({ text, isHeader }));
const PAPER = ["P0001R0", "A pledge", "Ada Lovelace", "2026-11-16", "2026-11", "", "LEWG", ""];

describe("a header row", () => {
  it.each<[headings: string[], columns: (string | undefined)[]]>([
    [
      ["WG21 Number", "Title", "Author", "Document Date", "Mailing Date", "Previous Version", "Subgroup", "Disposition"],
      ["number", "title", "author", "date", "mailing", "previous", "audience", "disposition"],
    ],
    [
      ["WG21 Number", "PL22.16 Number", "Title", "Author", "Document\nDate", "Mailing Date"],
      ["number", undefined, "title", "author", "date", "mailing"],
    ],
    [
      ["J16 Number", "Document No.", "Subject", "Authors", "Date", "Mailing", "Prior Version", "Sub-group", "Status"],
      [undefined, "number", "title", "author", "date", "mailing", "previous", "audience", "disposition"],
    ],
    [
      ["TITLE", "PAPER", "AUTHOR(S)", "DATE", "AUDIENCE", "WORDS"],
      ["title", "number", "author", "date", "audience", undefined],
    ],
    [
      ["Paper", "Title", "Author", "In which mailing"],
      ["number", "title", "author", undefined],
    ],
  ])("%j names its columns, of whatever cells it is made", (headings, columns) => {
    expect(readHeader(cellsOf(headings, true))).toEqual(columns);
    expect(readHeader(cellsOf(headings))).toEqual(columns);
  });

  it.each([[["Name", "Last modified", "Size", "Description"]], [["", "User", "Password"]], [["Title", "Author"]]])(
    "%j is that of another table",
    (headings) => {
      expect(readHeader(cellsOf(headings, true))).toEqual([]);
      expect(readHeader(cellsOf(headings))).toBeUndefined();
    },
  );

  it("is no row of a paper, nor one that has a single heading", () => {
    expect(readHeader(cellsOf(PAPER))).toBeUndefined();
    expect(readHeader([...cellsOf(PAPER.slice(0, 1), true), ...cellsOf(PAPER.slice(1))])).toBeUndefined();
    expect(readHeader(cellsOf(["P0001R0", "Every title has a number", "Author"]))).toBeUndefined();
    expect(readHeader(cellsOf(["Mid-meeting", ""], true))).toBeUndefined();
  });
});

describe("a row without a header", () => {
  it.each<[cells: string[], columns: (string | undefined)[]]>([
    [PAPER, ["number", "title", "author", "date", "mailing", "previous", "audience", "disposition"]],
    [
      ["P0001R0", "A pledge", "Ada Lovelace", "2026-11-16", "LEWG"],
      ["number", "title", "author", "date", "audience"],
    ],
    [
      ["P0001R0", "A pledge", "Ada Lovelace", "LEWG"],
      ["number", "title", "author", "audience"],
    ],
    [
      ["P0001R0", "A pledge", "Ada Lovelace"],
      ["number", "title", "author"],
    ],
    [["P0001R0", "A pledge"], []],
    [
      ["N3225", "10-0215", "A pledge", "Ada Lovelace", "2010-11-27"],
      ["number", undefined, "title", "author", "audience"],
    ],
    [
      ["N3225", "PL22.16/10-0215", ...PAPER.slice(1)],
      ["number", undefined, "title", "author", "date", "mailing", "previous", "audience", "disposition"],
    ],
    [[], []],
  ])("%j has as many columns", (cells, columns) => {
    expect(columnsByCount(cellsOf(cells)).slice(0, cells.length)).toEqual(columns);
  });
});
