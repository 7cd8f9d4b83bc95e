import { describe, expect, it } from "vitest";
import type { PageLine } from "../../document/page-line.ts";
import type { FirstPage } from "../first-page.ts";
import { MAX_AUTHORS, MAX_TEXT, MAX_TITLE } from "../limits.ts";
import { type Aside, composePage } from "./compose-page.ts";

const NOTHING: Aside = { title: "", authors: [], date: "" };
const TITLE: PageLine = { text: "Rings and fields", group: 1, heading: 1 };
const line = (text: string, group: number, rest: Partial<PageLine> = {}): PageLine => ({ text, group, ...rest });
const times = (count: number, make: (at: number) => PageLine) => Array.from({ length: count }, (_, at) => make(at));

function read(lines: PageLine[], aside: Partial<Aside> = {}): Partial<FirstPage> {
  const read = composePage(lines, { ...NOTHING, ...aside });
  if (!read.ok) throw new Error(read.problem);
  return read.page;
}

describe("a page is no page", () => {
  it.each([
    ["no-text", []],
    ["no-text", [line("12 - 34", 1)]],
    ["no-title", [line("Date: 2026-01-01", 1)]],
    ["no-title", [line("2026-01-01", 1), line("ada@example.org", 2)]],
  ])("%s: %j", (problem, lines) => expect(composePage(lines, NOTHING)).toEqual({ ok: false, problem }));
});

describe("the header", () => {
  it("is looked for in the first 150 lines", () => {
    const at = (count: number) => read([...times(count, () => line("2026-01-01", 0)), TITLE, line("Author: Ada Lovelace", 2)]);
    expect(at(148)).toMatchObject({ title: "Rings and fields", authors: ["Ada Lovelace"] });
    expect(at(149)).toMatchObject({ title: "Rings and fields", authors: [] });
  });

  it.each([
    ["a part of the paper begins", [line("Introduction", 2)], []],
    ["a heading says nothing of the paper", [line("Why rings", 2, { heading: 2 })], []],
    ["not at a heading that is a label", [line("Date: 2026-01-01", 2, { heading: 2 })], ["Ada Lovelace"]],
    ["not at a heading that is an address", [line("kurt@example.org", 2, { heading: 2 })], ["Ada Lovelace"]],
    ["not at a heading that is a date", [line("1 May 2026", 2, { heading: 2 })], ["Ada Lovelace"]],
    ["not at a heading that stands on every paper", [line("Programming Language C++", 2, { heading: 2 })], ["Ada Lovelace"]],
    ["not at a heading that is marked as something", [line("Part two", 2, { heading: 2, part: "subtitle" })], ["Ada Lovelace"]],
    ["not at a line that is no heading", [line("Why rings", 2)], ["Ada Lovelace"]],
  ])("ends where %s", (_, between, authors) => {
    expect(read([TITLE, ...between, line("Author: Ada Lovelace", 9)]).authors).toEqual(authors);
  });

  it("goes on to the end where nothing ends it, and does not end before the title", () => {
    expect(read([line("Author: Ada Lovelace", 0), TITLE]).authors).toEqual(["Ada Lovelace"]);
    expect(read([line("Abstract", 0), line("Author: Ada Lovelace", 1)]).authors).toEqual(["Ada Lovelace"]);
    expect(read([line("Ada", 0), line("Abstract", 1), line("Author: Ada Lovelace", 2)], { title: "Rings" }).authors).toEqual([]);
  });
});

describe("the title", () => {
  const LESSER: PageLine = { ...TITLE, heading: 2 };
  const LABELLED = line("Title: Groups", 5);
  it.each<[string, PageLine[], Partial<Aside>, string]>([
    ["a heading of the first rank, whatever is said aside", [TITLE], { title: "Groups" }, "Rings and fields"],
    ["a lesser one where nothing is said aside", [LESSER], {}, "Rings and fields"],
    ["a lesser one where what is said aside shares a word", [LESSER], { title: "All rings" }, "Rings and fields"],
    ["what is said aside where a lesser one shares none", [LESSER], { title: "Of groups" }, "Of groups"],
    ["a lesser one where two letters are all that is shared", [{ ...LESSER, text: "An ox" }], { title: "Of ox" }, "Of ox"],
    ["a lesser one where the name of a file is said aside", [LESSER], { title: "groups.pdf" }, "Rings and fields"],
    ["what a label says before what is said aside", [line("Some words", 0), LABELLED], { title: "Modules" }, "Groups"],
    ["what is said aside before a first line", [line("Some words", 0)], { title: "Modules" }, "Modules"],
    ["the first line else", [line("Some words", 0), line("Others", 1)], {}, "Some words"],
    ["a line of 200 letters at most", [line("a".repeat(200), 0)], {}, "a".repeat(200)],
    ["not a longer one", [line("a".repeat(201), 0), line("Others", 1)], {}, "Others"],
    ["not a date, an address or what stands on every paper", [line("1 May 2026", 0), line("a@b.org", 1), line("WG21", 2), line("Others", 3)], {}, "Others"],
  ])("is %s", (_, lines, aside, title) => expect(read([...lines, line("Author: Ada Lovelace", 9)], aside).title).toBe(title));

  it("has at most 300 letters", () => {
    expect(read([{ ...TITLE, text: "a".repeat(MAX_TITLE) }]).title).toHaveLength(MAX_TITLE);
    expect(read([{ ...TITLE, text: "ab ".repeat(MAX_TITLE) }]).title?.length).toBeLessThanOrEqual(MAX_TITLE);
  });
});

describe("the authors", () => {
  const NAMES = line("Ada Lovelace", 3);
  it.each<[string, PageLine[], Partial<Aside>, string[]]>([
    ["those of a label", [line("Author: Kurt Gödel", 2), { ...NAMES, part: "author" }], {}, ["Kurt Gödel"]],
    ["else those marked so", [line("Emmy Noether emmy@example.org", 2), { ...NAMES, part: "author" }], {}, ["Ada Lovelace"]],
    ["else those of paragraphs with an address", [NAMES, line("Emmy Noether emmy@example.org", 4)], {}, ["Emmy Noether"]],
    ["of all such paragraphs", [line("Ada Lovelace ada@example.org", 2), line("Emmy Noether emmy@example.org", 4)], {}, ["Ada Lovelace", "Emmy Noether"]],
    ["else those right behind the title", [NAMES, line("Emmy Noether", 4)], { authors: ["Kurt Gödel"] }, ["Ada Lovelace", "Emmy Noether"]],
    ["up to what is none", [NAMES, line("This is about rings", 4), line("Emmy Noether", 5)], {}, ["Ada Lovelace"]],
    ["behind what stands on every paper, too", [line("Programming Language C++", 2), NAMES], {}, ["Ada Lovelace"]],
    ["no names of a heading", [{ ...NAMES, heading: 3 }], {}, []],
    ["no names of a row's values", [{ ...NAMES, column: 1 }], {}, []],
    ["no names of a date's place", [{ ...NAMES, part: "date" }], {}, []],
    ["else those said aside", [line("Some words", 3)], { authors: ["Kurt Gödel"] }, ["Kurt Gödel"]],
  ])("are %s", (_, lines, aside, authors) => expect(read([TITLE, ...lines], aside).authors).toEqual(authors));

  it("are those above the title that a date or a label stands beside, else those behind it, else those above it", () => {
    const above = line("Ada Lovelace", 0);
    const behind = line("Kurt Gödel", 2);
    expect(read([above, line("2026-01-01", 0), TITLE, behind]).authors).toEqual(["Ada Lovelace"]);
    expect(read([above, line("Audience: LEWG", 0), TITLE, behind]).authors).toEqual(["Ada Lovelace"]);
    expect(read([above, TITLE, behind]).authors).toEqual(["Kurt Gödel"]);
    expect(read([above, TITLE]).authors).toEqual(["Ada Lovelace"]);
    expect(read([line("Library Evolution", 0), TITLE]).authors).toEqual([]);
  });

  it("are those of a section of their own behind the first parts of the paper, where the header names none", () => {
    const section = [
      line("4 Authors", 5, { heading: 2 }),
      line("Ada Lovelace, Engines", 6),
      line("Kurt Gödel", 7),
      line("References", 8, { heading: 2 }),
      line("Alan Turing", 9),
    ];
    expect(read([TITLE, line("Abstract", 2), line("Words", 3), ...section]).authors).toEqual(["Ada Lovelace", "Kurt Gödel"]);
    expect(read([TITLE, line("Author: Emmy Noether", 2), line("Abstract", 3), ...section]).authors).toEqual(["Emmy Noether"]);
  });

  it("are at most 40", () => {
    const name = (at: number) => `${String.fromCharCode(65 + (at % 26))}da Love${"abcdefghij"[at % 10]}${"klmnopqrst"[Math.floor(at / 10)]}`;
    const authors = times(MAX_AUTHORS + 5, (at) => line(name(at), 2));
    expect(read([TITLE, line("Authors:", 2), ...authors]).authors).toHaveLength(MAX_AUTHORS);
  });
});

describe("the audience", () => {
  it.each([
    ["that of its label", [line("Audience: LEWG, SG1", 2), line("Project: EWG", 3)], ["LEWG", "SG1"]],
    ["what stands below the project, where it is nothing but groups", [line("Project: EWG, SG7", 2)], ["EWG", "SG7"]],
    ["the group behind the project", [line("Project: Programming Language C++, Evolution Working Group", 2)], ["EWG"]],
    ["each of them", [line("Project: ISO/IEC JTC1/SC22/WG21: Programming Language C++ - SG14, Library Working Group (LWG)", 2)], ["SG14", "LWG"]],
    ["the group behind the language, where the project has no label", [line("Programming Language C++, Library Working Group", 2)], ["LWG"]],
    ["not the project itself", [line("Project: Programming Language C++", 2)], []],
    ["nor what the project is about", [line("Project: Programming Language C++, Library Fundamentals, ISO/IEC JTC1/SC22/WG21", 2)], []],
    [
      "no address, date or name below it",
      [line("Audience: LEWG", 2), line("SG9", 2), line("Ada Lovelace", 2), line("a@b.org", 2), line("2026-01-01", 2)],
      ["LEWG", "SG9"],
    ],
  ])("is %s", (_, lines, audience) => expect(read([TITLE, ...lines]).audience).toEqual(audience));

  it("is at most 12 groups of 60 letters", () => {
    const groups = Array.from({ length: 13 }, (_, at) => `SG${at + 1}`);
    expect(read([TITLE, line(`Audience: ${groups.join(", ")}`, 2)]).audience).toEqual(groups.slice(0, 12));
    expect(read([TITLE, line(`Audience: ${"b".repeat(61)}`, 2)]).audience).toEqual([expect.stringMatching(/^.{60}$/)]);
  });
});

describe("the date", () => {
  const DATE = line("Written 2026-02-02", 3);
  it.each<[string, PageLine[], Partial<Aside>, string | undefined]>([
    ["that of its label", [DATE, line("Date: 2026-01-01", 4)], {}, "2026-01-01"],
    ["the first of two", [line("Date: soon", 4), line("Date: 2026-01-01", 5), line("Date: 2026-01-02", 6)], {}, "2026-01-01"],
    ["else what is marked so", [DATE, line("2026-03-03", 4, { part: "date" })], { date: "2026-04-04" }, "2026-03-03"],
    ["else one in a line of no label", [line("Author: Ada 2026-05-05", 2), DATE], {}, "2026-02-02"],
    ["else one in any line", [line("Author: Ada, 2026-05-05", 2)], { date: "2026-04-04" }, "2026-05-05"],
    ["else what is said aside", [], { date: "2026-04-04" }, "2026-04-04"],
    ["none where there is none", [], {}, undefined],
  ])("is %s", (_, lines, aside, date) => expect(read([TITLE, ...lines], aside).date).toBe(date));
});

describe("the text", () => {
  it("is its paragraphs, a line each, gaps between columns as blanks", () => {
    expect(read([TITLE, line("one", 2), line("two\tthree", 2), line("four", 3)]).text).toBe("Rings and fields\none two three\nfour");
  });

  it("has at most 12,000 letters, and no half of a character", () => {
    expect(read([TITLE, line("a".repeat(MAX_TEXT), 2), line("b", 3)]).text).toHaveLength(MAX_TEXT);
    expect(read([{ ...TITLE, text: "b" }, line("a".repeat(MAX_TEXT - 2), 1)]).text).toHaveLength(MAX_TEXT);
    expect(read([{ ...TITLE, text: "b" }, line(`${"a".repeat(MAX_TEXT - 3)}😀`, 1)]).text?.isWellFormed()).toBe(true);
  });
});
