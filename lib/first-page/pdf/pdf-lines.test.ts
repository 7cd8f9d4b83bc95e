import { describe, expect, it } from "vitest";
import type { PdfWord } from "../../document/pdf/pdf-text.ts";
import { pdfLines } from "./pdf-lines.ts";

const SIZE = 10;
const word = (text: string, x: number, y: number, size = SIZE, width = text.length * size * 0.5): PdfWord => ({ text, x, y, size, width });
const spaced = (text: string, x: number) => [...text].map((letter, at) => word(letter, x + at * 12, 700));
/** So much text of the usual size that it is the usual size. */
const BODY = Array.from({ length: 10 }, (_, at) => word(`the usual words of a paper, ${"more and ".repeat(5)}more`, 72, 300 - at * 12));
const shown = (...words: PdfWord[]) => {
  const lines = pdfLines([[...words, ...BODY]]).filter(({ text }) => !text.startsWith("the usual"));
  const groups = [...new Set(lines.map(({ group }) => group))];
  return lines.map(({ text, group, heading, part }) => `${groups.indexOf(group)}: ${text}${heading ? ` h${heading}` : ""}${part ? ` ${part}` : ""}`);
};

it("a line is no longer than one of HTML", () => {
  expect(pdfLines([[word("a".repeat(40_000), 0, 700), ...BODY]])[0]?.text).toHaveLength(2_000);
});

describe("the words of a line", () => {
  it.each<[string, PdfWord[], string]>([
    ["that touch are one", [word("ab", 0, 700), word("cd", 10, 700)], "abcd"],
    ["with less than a blank between them, too", [word("ab", 0, 700), word("cd", 11.2, 700)], "abcd"],
    ["with a blank between them are two", [word("ab", 0, 700), word("cd", 11.4, 700)], "ab cd"],
    ["as far apart as words may be are two", [word("ab", 0, 700), word("cd", 19.5, 700)], "ab cd"],
    ["further apart are columns", [word("ab", 0, 700), word("cd", 19.6, 700)], "ab\tcd"],
    ["are in order, whatever the file's", [word("cd", 15, 700), word("ab", 0, 700)], "ab cd"],
    ["that lie over each other end where the longer one does", [word("ab", 0, 700, SIZE, 30), word("c", 5, 700), word("d", 32, 700)], "abc d"],
    ["that are spaced out are made whole", [word("t h i s", 0, 700), word("w o r d.", 50, 700)], "this word."],
    [
      "also one that is code in a line of text",
      [word("the macro", 0, 700), word("H A S _ I T", 48, 700, SIZE, 40), word("in it", 91, 700)],
      "the macro HAS_IT in it",
    ],
    ["but not what is few of them", [word("types T U V", 0, 700), word("a b c", 58, 700)], "types T U V a b c"],
    ["also where each letter is a piece of its own", [...spaced("this", 0), ...spaced("word", 60)], "this word"],
    ["with a blank between them are two even where a wide letter is the first", [word("concept T", 0, 700), word("with", 47.5, 700)], "concept T with"],
    ["that are printed twice are one", [word("ab", 0, 700), word("ab", 0.5, 700), word("cd", 11.4, 700)], "ab cd"],
    ["have no tabulators of their own", [word("a\tb", 0, 700)], "a b"],
  ])("%s", (_, words, text) => expect(shown(...words)).toEqual([`0: ${text}`]));

  it.each([
    [4.4, ["0: abcd"]],
    [4.6, ["0: ab", "0: cd"]],
  ])("stand up to 0.45 of a letter apart: %f", (down, lines) => {
    expect(shown(word("ab", 0, 700), word("cd", 10, 700 - down)).map((line) => line.replace(/^\d+/, "0"))).toEqual(lines);
  });
});

describe("lines belong together", () => {
  it.each<[string, PdfWord[], number]>([
    ["up to 1.8 lines apart", [word("ab", 72, 700), word("cd", 72, 682.1)], 1],
    ["no further apart", [word("ab", 72, 700), word("cd", 72, 682)], 2],
    ["of much the same size", [word("ab", 72, 700), word("cd", 72, 688, 8.6)], 1],
    ["of no other", [word("ab", 72, 700), word("cd", 72, 688, 8.4)], 2],
    ["2.6 apart where a value stands in from its label", [word("Audience: ab", 72, 700), word("cd", 92.1, 674.1)], 1],
    ["no further apart there", [word("Audience: ab", 72, 700), word("cd", 92.1, 674)], 2],
    ["not where it does not stand in so far", [word("Audience: ab", 72, 700), word("cd", 92, 674.1)], 2],
    ["not at a label", [word("Audience: ab", 72, 700), word("Date: cd", 72, 688)], 2],
    ["not at the heading of a part", [word("ab", 72, 700), word("Abstract", 72, 688)], 2],
  ])("%s", (_, words, groups) => expect(new Set(shown(...words).map((line) => line[0])).size).toBe(groups));

  it("where a field is over, what stands in is of none", () => {
    const lines = shown(word("Audience: ab", 72, 700), word("cd", 72, 660), word("ef", 100, 636));
    expect(lines).toEqual(["0: Audience: ab", "1: cd", "2: ef"]);
  });

  it("not over the end of a page", () => {
    expect(pdfLines([[word("ab", 72, 100)], [word("cd", 72, 90)]]).map(({ group }) => group)).toEqual([1, 2]);
  });
});

describe("the title", () => {
  const TITLE = word("Rings of words", 72, 700, 20);
  it.each<[string, PdfWord[], string[]]>([
    ["is the largest line", [TITLE], ["0: Rings of words h1 title"]],
    ["is larger than the text", [word("Rings of words", 72, 700, 11.21)], ["0: Rings of words h1 title"]],
    ["is more than a little larger", [word("Rings of words", 72, 700, 11.1)], ["0: Rings of words"]],
    ["goes on in lines nearly as large", [TITLE, word("and more of it", 72, 648.1, 14.4)], ["0: Rings of words h1 title", "0: and more of it h1 title"]],
    ["and in those before it", [TITLE, word("Many large", 72, 751.9, 14.4)], ["0: Many large h1 title", "0: Rings of words h1 title"]],
    ["not in smaller ones", [TITLE, word("and more of it", 72, 670, 14.3)], ["0: Rings of words h1 title", "1: and more of it h2"]],
    ["nor in ones further off", [TITLE, word("and more of it", 72, 648, 14.4)], ["0: Rings of words h1 title", "1: and more of it h2"]],
    ["has three letters", [word("Zip", 72, 700, 20)], ["0: Zip h1 title"]],
    ["no fewer", [word("Ab", 72, 700, 20)], ["0: Ab"]],
    ["is no label", [word("Title: abc", 72, 700, 20)], ["0: Title: abc"]],
    ["may have a colon", [word("Rings: abc", 72, 700, 20)], ["0: Rings: abc h1 title"]],
    ["is no part of the paper", [word("1 Design", 72, 700, 20)], ["0: 1 Design h2"]],
    ["is no heading with a number", [word("1 Rings", 72, 700, 20)], ["0: 1 Rings"]],
    ["is no address below it", [TITLE, word("ada@example.org", 72, 670, 12)], ["0: Rings of words h1 title", "1: ada@example.org"]],
    ["nor a name", [TITLE, word("Ada Lovelace", 72, 670, 12)], ["0: Rings of words h1 title", "1: Ada Lovelace"]],
    ["nor a date", [TITLE, word("May 1, 2026", 72, 670, 12)], ["0: Rings of words h1 title", "1: May 1, 2026"]],
  ])("%s", (_, words, lines) => expect(shown(...words)).toEqual(lines));

  it.each<[string, PdfWord[], string[]]>([
    [
      "a subtitle",
      [TITLE, word("A subtitle of it", 72, 680, 13), word("Date: ab", 72, 660)],
      ["0: Rings of words h1 title", "1: A subtitle of it", "2: Date: ab"],
    ],
    [
      "a subtitle above names",
      [TITLE, word("A subtitle of it", 72, 680, 13), word("a@example.org", 72, 660)],
      ["0: Rings of words h1 title", "1: A subtitle of it", "2: a@example.org"],
    ],
    [
      "a line in larger letters between the fields",
      [TITLE, word("Date: ab", 72, 670), word("to the committee", 72, 650, 13), word("Audience: ab", 72, 630)],
      ["0: Rings of words h1 title", "1: Date: ab", "2: to the committee", "3: Audience: ab"],
    ],
    [
      "but not the heading of a part above what looks like a field",
      [TITLE, word("1 Design", 72, 670, 13), word("Date: ab", 72, 650)],
      ["0: Rings of words h1 title", "1: 1 Design h2", "2: Date: ab"],
    ],
  ])("with what is larger than the text below it: %s", (_, words, lines) => expect(shown(...words)).toEqual(lines));

  it("has names as large as itself below it, where there is some space between them", () => {
    const lines = (gap: number, first = "Rings of words") => shown(word(first, 72, 700, 20), word("Ada Lovelace", 72, 700 - gap, 20));
    expect(lines(30)).toEqual(["0: Rings of words h1 title", "1: Ada Lovelace"]);
    expect(lines(24)).toEqual(["0: Rings of words h1 title", "0: Ada Lovelace h1 title"]);
    expect(lines(30, "Rings of words for")).toEqual(["0: Rings of words for h1 title", "0: Ada Lovelace h1 title"]);
  });

  it("is the first line of a slide, which has no other text", () => {
    const slide = [word("P9001R0", 72, 790, 12), word("Engines at last", 72, 600, 40), word("Ada Lovelace", 72, 540, 40), word("Kona", 72, 480, 40)];
    expect(pdfLines([slide]).map(({ text, part }) => [text, part])).toEqual([
      ["P9001R0", undefined],
      ["Engines at last", "title"],
      ["Ada Lovelace", undefined],
      ["Kona", undefined],
    ]);
  });

  it("ends no header where the code on the page is smaller, and more than its text", () => {
    const code = Array.from({ length: 40 }, (_, at) => word(`template <typename T> void f${at}(T);`, 90, 500 - at * 8, 7));
    const header = [word("Rings of words", 72, 700, 20), word("Date: ab", 72, 670), word("Reply-to: ab", 72, 658), word("of some place", 140, 646)];
    expect(pdfLines([[...header, ...code]]).flatMap(({ text, heading }) => (heading ? [text] : []))).toEqual(["Rings of words"]);
  });

  it("has at most six lines", () => {
    const lines = Array.from({ length: 7 }, (_, at) => word("Rings of words", 72, 760 - at * 24, 20));
    expect(shown(...lines).filter((line) => line.endsWith("title"))).toHaveLength(6);
  });

  it("stands on the first page", () => {
    expect(pdfLines([BODY, [word("Rings of words", 72, 700, 20)]]).some(({ part }) => part === "title")).toBe(false);
  });
});

describe("a hyphen at the end of a line", () => {
  it.each<[string, string, string[]]>([
    ["pro-", "posal of it", ["0: proposal", "0: of it"]],
    ["Jean-", "Heyd", ["0: Jean-Heyd"]],
    ["the -", "posal", ["0: the -", "0: posal"]],
    ["C++2-", "posal", ["0: C++2-", "0: posal"]],
    ["pro-", "3 of it", ["0: pro-", "0: 3 of it"]],
  ])("%s %s", (one, other, lines) => expect(shown(word(one, 72, 700), word(other, 72, 688))).toEqual(lines));

  it("parts a word of one paragraph only", () => {
    expect(shown(word("pro-", 72, 700), word("posal", 72, 670))).toEqual(["0: pro-", "1: posal"]);
  });
});
