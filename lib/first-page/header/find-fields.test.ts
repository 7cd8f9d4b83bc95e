import { describe, expect, it } from "vitest";
import type { PageLine } from "../../document/page-line.ts";
import { type Fields, findFields } from "./find-fields.ts";

const line = (text: string, group = 1, rest: Partial<PageLine> = {}): PageLine => ({ text, group, ...rest });
/** Those that have values, and the lines that belong to no label. */
function read(...lines: PageLine[]): Partial<Fields["values"]> & { rest?: string[] } {
  const { values, rest } = findFields(lines);
  const filled = Object.fromEntries(Object.entries(values).filter(([, all]) => all.length > 0));
  return { ...filled, ...(rest.length > 0 && { rest: rest.map(({ text }) => text) }) };
}

describe("the fields of a header", () => {
  it.each<[string, PageLine[], object]>([
    ["in a line", [line("Date: 2026")], { date: ["2026"] }],
    ["several in a line", [line("Date: 2026 Audience: LEWG")], { date: ["2026"], audience: ["LEWG"] }],
    ["going on in the same paragraph", [line("Authors: Ada"), line("Kurt")], { authors: ["Ada", "Kurt"] }],
    ["not in the next one", [line("Authors: Ada"), line("Kurt", 2)], { authors: ["Ada"], rest: ["Kurt"] }],
    [
      "in the next one where nothing stands beside the label",
      [line("Authors:"), line("Ada", 2), line("Kurt", 2), line("Emmy", 3)],
      { authors: ["Ada", "Kurt"], rest: ["Emmy"] },
    ],
    ["in a row", [line("Authors", 1, { column: 0 }), line("Ada", 1, { column: 1 })], { authors: ["Ada"] }],
    ["of any name in a row", [line("Colour", 1, { column: 0 }), line("Ada", 1, { column: 1 })], { other: ["Ada"] }],
    ["but not without a value", [line("Colour", 1, { column: 0 })], { rest: ["Colour"] }],
    ["not in a row's value", [line("Authors", 1, { column: 0 }), line("Also: Ada", 1, { column: 1 })], { authors: ["Also: Ada"] }],
    ["a known label in a row's value", [line("Authors", 1, { column: 0 }), line("Date: 2026", 1, { column: 1 })], { date: ["2026"] }],
    ["not going on in a heading", [line("Authors: Ada"), line("Kurt", 1, { heading: 2 })], { authors: ["Ada"], rest: ["Kurt"] }],
    ["no label of its own in a heading", [line("Rings: part two", 1, { heading: 2 })], { rest: ["Rings: part two"] }],
    ["unless it is known", [line("Date: 2026", 1, { heading: 2 })], { date: ["2026"] }],
    ["never in the title", [line("Date: 2026", 1, { part: "title" }), line("Date: 2027", 2, { part: "subtitle" })], { rest: ["Date: 2026", "Date: 2027"] }],
    ["twice", [line("Author: Ada"), line("Date: 2026", 2), line("Author: Kurt", 3)], { authors: ["Ada", "Kurt"], date: ["2026"] }],
    [
      "with how to reach an author among them",
      [line("Author: Ada"), line("Email: a@b.org"), line("Phone: 1"), line("Kurt")],
      { authors: ["Ada", "a@b.org", "Kurt"] },
    ],
    ["with how to reach nobody", [line("Email: a@b.org")], { detail: ["a@b.org"] }],
    ["a weak audience only if it is one", [line("To: LEWG"), line("Target: C++29", 2)], { audience: ["LEWG"] }],
    ["not an address below another value", [line("Audience: LEWG"), line("Ada a@b.org"), line("Kurt")], { audience: ["LEWG"], rest: ["Ada a@b.org", "Kurt"] }],
    ["nor a date", [line("Document: P1R0"), line("2026-01-01")], { number: ["P1R0"], rest: ["2026-01-01"] }],
    ["nor a name", [line("Audience: LEWG"), line("Low Latency, SG14"), line("Ada Vogel")], { audience: ["LEWG", "Low Latency, SG14"], rest: ["Ada Vogel"] }],
    ["but names in a cell", [line("Audience", 1, { column: 0 }), line("Safe Coding", 1, { column: 1 })], { audience: ["Safe Coding"] }],
    [
      "authors in paragraphs with addresses",
      [line("Author: Ada"), line("Bo Lund b@x.org", 2), line("Cy Dunn", 3)],
      { authors: ["Ada", "Bo Lund b@x.org"], rest: ["Cy Dunn"] },
    ],
    [
      "authors in paragraphs below a label",
      [line("Authors:"), line("Ada Vogel, Acme", 2), line("Bo Lund", 3), line("We say so", 4)],
      { authors: ["Ada Vogel, Acme", "Bo Lund"], rest: ["We say so"] },
    ],
    [
      "no sentence below a label",
      [line("Authors:"), line("Ada Vogel", 2), line("Bo Lund has shown to us that rings are fields", 3)],
      { authors: ["Ada Vogel"], rest: ["Bo Lund has shown to us that rings are fields"] },
    ],
    ["no address of one for all", [line("Authors: Ada Vogel, Bo Lund"), line("Contact: a@x.org", 2)], { authors: ["Ada Vogel, Bo Lund"] }],
    [
      "no former author in a row",
      [line("Authors", 1, { column: 0 }), ...["Ada Vogel", "Former Author:", "Bo Lund"].map((text) => line(text, 1, { column: 1 }))],
      { authors: ["Ada Vogel"], other: ["Bo Lund"] },
    ],
    ["nothing of what an unknown label announces", [line("Colour: red"), line("blue")], { other: ["red"], rest: ["blue"] }],
    ["but in rows", [line("Colour: red", 1, { column: 0 }), line("blue", 1, { column: 1 })], { other: ["red", "blue"] }],
  ])("%s", (_, lines, expected) => expect(read(...lines)).toEqual(expected));

  it("leaves a line as it is that belongs to no label, and parts one of several pieces", () => {
    const whole = line("some words", 1, { part: "author" });
    expect(findFields([whole]).rest[0]).toBe(whole);
    expect(findFields([line("some | words")]).rest.map(({ text }) => text)).toEqual(["some", "words"]);
  });
});
