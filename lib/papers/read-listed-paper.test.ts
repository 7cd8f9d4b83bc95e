import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import type { ListedPaper } from "./listing.ts";
import { parsePaperId } from "./paper-id.ts";
import { type Column, type ListingRow, parseMailing, readListedPaper } from "./read-listed-paper.ts";

const LINK = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2026/p1r0.html";

it("reads a row", () => {
  const cells = {
    number: "P0447R26",
    title: "A hive\nof pledges",
    author: "Ada Lovelace, Kurt Gödel\nSophie Germain and Emmy Noether",
    date: "2026-11-16",
    mailing: "2026-11",
    previous: "P0447R25",
    audience: "SG14 Low Latency,LEWG Library Evolution\nAll of WG21, LEWG",
    disposition: "Adopted 2026-11",
  };
  expect(readListedPaper({ cells, link: LINK }, 2026)).toEqual({
    listed: {
      id: "P0447R26",
      title: "A hive of pledges",
      authors: ["Ada Lovelace", "Kurt Gödel", "Sophie Germain", "Emmy Noether"],
      audience: ["SG14", "LEWG", "WG21"],
      date: "2026-11-16",
      mailing: "2026-11",
      previous: "P0447R25",
      disposition: "Adopted 2026-11",
      link: LINK,
    },
  });
});

it("leaves out what a row does not say", () => {
  expect(readListedPaper({ cells: { number: "N4971", title: "x" } }, 2026)).toEqual({ listed: { id: "N4971", title: "x", authors: [], audience: [] } });
});

describe("the number", () => {
  it.each<[cell: string, id: string]>([
    ["p0447r26", "P0447R26"],
    ["P447R26", "P0447R26"],
    ["P0447R26.html", "P0447R26"],
    ["n82.PDF", "N0082"],
    ["D3980R0", "D3980R0"],
    ["P3141", "P3141"],
    ["p04116r0", "P04116R0"],
    ["N3225=10-0215", "N3225"],
    ["N3225 = PL22.16/10-0215", "N3225"],
    ["N1234/03-0117", "N1234"],
    ["P0001R0\n(withdrawn)", "P0001R0"],
  ])("%j is that of %s", (number, id) => expect(read({ number })?.id).toBe(id));

  it.each(["SD-1", "sd6", "CWG1", "EDIT3", "SD-1 2026 list"])("%j is that of another document", (number) => {
    expect(readListedPaper({ cells: { number, title: "x" } }, 2026)).toEqual({ skipped: "other-document" });
  });

  it.each([undefined, "", "-", "P", "P0001R", "Papers", "see P0001R0", "2026-11", "N4971R1", "__proto__", "P1234567R0", "index.html"])(
    "%j is none",
    (number) => {
      expect(readListedPaper({ cells: { ...(number !== undefined && { number }), title: "x" }, link: LINK }, 2026)).toEqual({ skipped: "no-document" });
    },
  );

  it("that stands alone has been handed out and is no paper yet", () => {
    expect(readListedPaper({ cells: { number: "P0001R0", author: "Ada Lovelace" } }, 2026)).toEqual({ skipped: "no-document" });
    expect(readListedPaper({ cells: { number: "P0001R0" }, link: LINK }, 2026)).toMatchObject({ listed: { id: "P0001R0", title: "" } });
  });
});

describe("the mailing", () => {
  it.each<[cell: string | undefined, heading: string | undefined, mailing: string | undefined]>([
    ["2026-11", undefined, "2026-11"],
    ["2026-11 post-Buenos Aires", undefined, "2026-11"],
    ["2026-10", "2026-11", "2026-10"],
    ["", "2026-11", "2026-11"],
    [undefined, "2026-11", "2026-11"],
    [undefined, undefined, undefined],
    // What the cell says counts, even where it is nonsense.
    ["missing", "2026-11", undefined],
    ["2026-18", "2026-11", undefined],
    ["2026-00", undefined, undefined],
    ["2026-111", undefined, undefined],
    ["November 2026", undefined, undefined],
    ["2025-12", undefined, "2025-12"],
    ["2027-01", undefined, "2027-01"],
    ["2024-12", undefined, undefined],
    ["2062-11", undefined, undefined],
    ["", "2062-11", undefined],
  ])("of %j under the heading %j is %j", (mailing, heading, read) => {
    const cells = { number: "P1R0", title: "x", ...(mailing !== undefined && { mailing }) };
    expect(readListedPaper({ cells, heading }, 2026)).toEqual({
      listed: { id: "P0001R0", title: "x", authors: [], audience: [], ...(read && { mailing: read }) },
    });
  });

  it.each<[text: string, mailing: string | undefined]>([
    ["2015-02 mid-meeting", "2015-02"],
    [" 2021-01 ", "2021-01"],
    ["2026-04-20", "2026-04"],
    ["mailing2021-01", undefined],
    ["12021-01", undefined],
    ["", undefined],
  ])("%j reads as %j", (text, mailing) => expect(parseMailing(text)).toBe(mailing));
});

it.each<[column: Column, cell: string, field: keyof ListedPaper, value: unknown]>([
  ["date", "", "date", undefined],
  ["date", "2026-02-31", "date", "2026-02"],
  ["date", "16 Nov 2026", "date", "2026-11-16"],
  ["date", "soon", "date", undefined],
  ["date", `${"x".repeat(50)} 2026`, "date", undefined],
  ["title", "Ask: may we?", "title", "Ask: may we?"],
  ["title", "Info: std::hive", "title", "Info: std::hive"],
  ["author", "Ada Lovelace,\nKurt Gödel, Jr.", "authors", ["Ada Lovelace", "Kurt Gödel, Jr."]],
  ["audience", "Library Evolution, Library", "audience", ["LEWG", "LWG"]],
  ["audience", "the queen", "audience", ["the queen"]],
  ["previous", "p0001r0", "previous", "P0001R0"],
  ["previous", "N4000, N4001", "previous", "N4000"],
  ["previous", "SD-1", "previous", undefined],
  ["previous", "none", "previous", undefined],
  ["disposition", "Adopted\n2026-11", "disposition", "Adopted 2026-11"],
  // What no real row holds is cut short.
  ["title", "x".repeat(501), "title", "x".repeat(500)],
  ["title", `${"x".repeat(499)}🦄`, "title", "x".repeat(499)],
  ["title", `${"x".repeat(499)} y`, "title", "x".repeat(499)],
  ["author", "x".repeat(101), "authors", ["x".repeat(100)]],
  ["author", Array(101).fill("Ada").join(","), "authors", Array(100).fill("Ada")],
  ["audience", "y".repeat(101), "audience", ["y".repeat(100)]],
  ["disposition", "x".repeat(201), "disposition", "x".repeat(200)],
])("a %s of %j gives %s %j", (column, cell, field, value) => {
  expect(read({ number: "P0001R1", title: "x", [column]: cell })?.[field]).toEqual(value);
});

it("reads whatever stands in the cells, or says that it is no paper", () => {
  const cell = fc.oneof(anyText({ maxLength: 600 }), fc.constantFrom("P0447R26", "SD-1", "2026-11", "LEWG", "2026-11-16", "A, B"));
  const columns = { number: cell, title: cell, author: cell, date: cell, mailing: cell, previous: cell, audience: cell, disposition: cell };
  const row = fc.record<ListingRow>({
    cells: fc.record({ ...columns, number: fc.oneof(cell, fc.constant("P0447R26")) }, { requiredKeys: [] }),
    link: fc.constantFrom(undefined, LINK),
    heading: fc.constantFrom(undefined, "2026-11"),
  });
  fc.assert(
    fc.property(row, (served) => {
      const found = readListedPaper(served, 2026);
      if ("skipped" in found) return;
      const { id, title, authors, audience, date, mailing, previous, disposition, link } = found.listed;
      expect(["P", "N", "D"]).toContain(parsePaperId(id)?.prefix);
      expect(title.length).toBeLessThanOrEqual(500);
      for (const name of [...authors, ...audience]) expect(name.length).toBeLessThanOrEqual(100);
      expect(date ?? "2026").toMatch(/^\d{4}(-\d\d){0,2}$/);
      expect(mailing ?? "2026-11").toMatch(/^202[567]-\d\d$/);
      expect(previous === undefined || parsePaperId(previous) !== undefined).toBe(true);
      expect(disposition).not.toBe("");
      expect(link).toBe(served.link);
    }),
  );
});

function read(cells: ListingRow["cells"]): ListedPaper | undefined {
  const found = readListedPaper({ cells: { title: "x", ...cells } }, 2026);
  return "listed" in found ? found.listed : undefined;
}
