import { describe, expect, it } from "vitest";
import { withoutContents } from "./contents.ts";
import type { Block, Section } from "./document.ts";
import { MAX_HEADING, MAX_SECTIONS } from "./limits.ts";
import { type Found, sectionsOf } from "./sections.ts";

const head = (level: number, title: string): Found => ({ level, title });
const words = (text: string, kind: Block["kind"] = "text"): Block => ({ kind, text });

describe("what is found becomes sections", () => {
  it.each<[name: string, found: Found[], shown: string[]]>([
    ["nothing", [], []],
    ["what stands before the first heading", [words("a"), head(1, "T")], [": a", "T: "]],
    ["each below the headings above it", [head(1, "T"), head(2, "A"), head(3, "B"), head(2, "C"), words("c")], ["T: ", "T/A: ", "T/A/B: ", "T/C: c"]],
    ["a level that is left out", [head(1, "T"), head(4, "A"), head(3, "B"), head(4, "C")], ["T: ", "T/A: ", "T/B: ", "T/B/C: "]],
    ["signs of links", [head(1, "T ¶"), head(1, "U#"), head(1, "#")], ["T: ", "U: ", "#: "]],
    ["an empty heading", [head(1, ""), head(2, "A")], ["/A: "]],
    ["a heading without an end", [head(1, "x".repeat(1_000))], [`${"x".repeat(MAX_HEADING)}: `]],
  ])("%s", (_, found, shown) => {
    const { sections } = sectionsOf(found);
    expect(sections.map(({ path, title, blocks }) => `${[...path, title].join("/")}: ${blocks.map(({ text }) => text).join("|")}`)).toEqual(shown);
  });

  it("ends with so many sections, and says so", () => {
    const { sections, isFull } = sectionsOf(Array.from({ length: MAX_SECTIONS + 10 }, (_, at) => head(2, `${at}`)));
    expect([sections.length, isFull]).toEqual([MAX_SECTIONS, true]);
  });
});

describe("the table of contents", () => {
  const contents = (title: string, ...blocks: Block[]): Section => ({ level: 2, title, path: [], blocks });
  it.each(["Contents", "Table of Contents", "0. Contents:", "TOC"])("goes: %s", (title) => {
    expect(withoutContents([contents(title, words("1 Rings 2", "item"))])).toEqual([]);
  });
  it("leaves what is none, and a paragraph that follows it", () => {
    const others = [contents("Contents of a ring", words("a")), contents("Rings")];
    expect(withoutContents(others)).toEqual(others);
    const long = words("A ring has contents. ".repeat(20));
    expect(withoutContents([contents("Contents", words("1 Rings"), long)])).toEqual([contents("Contents", long)]);
  });
  it.each<[what: string, blocks: Block[], left: Block[]]>([
    ["a sentence behind its list", [words("1 Rings", "item"), words("A ring has no end.")], [words("A ring has no end.")]],
    ["a sentence behind its lines", [words("1 Rings\n2 Ideals 7"), words("A ring has no end.")], [words("A ring has no end.")]],
    ["no sentence among its entries", [words("See what follows from there."), words("1 Rings", "item")], []],
    ["no entry that ends like one", [words("1 Rings", "item"), words("2 Why do we need ideals at all?")], []],
    ["no heading that ends like one", [words("Rings"), words("What is a ring good for?")], []],
    ["no mere words behind it", [words("1 Rings", "item"), words("Back to the top")], []],
  ])("leaves of a short paragraph %s", (_, blocks, left) => {
    const others = [contents("1 Rings"), contents("Ideals"), contents("What is a ring good for?")];
    expect(withoutContents([contents("Contents", ...blocks), ...others])).toEqual([...(left.length > 0 ? [contents("Contents", ...left)] : []), ...others]);
  });
});
