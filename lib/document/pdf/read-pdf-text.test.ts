import { describe, expect, it } from "vitest";
import { show, tinyPdf } from "../../../test/tiny-pdf.ts";
import { MAX_PDF_BYTES } from "../limits.ts";
import type { PdfText } from "./pdf-text.ts";
import { readPdfText } from "./read-pdf-text.ts";
import { readWithPdfjs } from "./reader/read-with-pdfjs.ts";

/** Rows from top to bottom, a line apart; "" leaves one out, "# " is large. */
const page = (...rows: string[]) =>
  rows.map((row, at) => (row === "" ? "" : row.startsWith("# ") ? show(72, 760 - at * 14, 16, row.slice(2)) : show(72, 760 - at * 14, 10, row))).join("");
const rowsOf = (count: number, word: string) => Array.from({ length: count }, (_, at) => `the usual ${word} of a paper, and more of them, number ${at}`);
const BODY = rowsOf(12, "words");

async function shown(...pages: string[]): Promise<string[]> {
  const read = await readPdfText(tinyPdf({ pages }), readWithPdfjs);
  if (!read.ok) return [read.problem];
  return read.text.sections.flatMap(({ level, title, blocks }) => [
    ...(title === "" ? [] : [`h${level} ${title}`]),
    ...blocks.filter(({ text }) => !text.startsWith("the usual")).map(({ kind, text }) => `${kind}: ${text}`),
  ]);
}

describe("the text of a PDF", () => {
  it.each<[string, string[], string[]]>([
    ["headings by their size and their number", [page("# Rings", "", "1 Design", "", "1.1 Goals", "", ...BODY)], ["h1 Rings", "h2 1 Design", "h3 1.1 Goals"]],
    ["a title in two rows", [page("# Rings for", "# everyone", "", ...BODY)], ["h1 Rings for everyone"]],
    ["paragraphs, a space apart", [page("a ring", "is round", "", "so are two", "", ...BODY)], ["text: a ring is round", "text: so are two"]],
    [
      "words that a row parts",
      [page("a pro-", "posal of Jean-", "Heyd is non-", "owning", "", "non-owning", "", ...BODY)],
      ["text: a proposal of Jean-Heyd is non-owning", "text: non-owning"],
    ],
    ["items", [page("- a ring", "is round", "- so are two", "", ...BODY)], ["item: a ring is round", "item: so are two"]],
    ["code", [page("struct ring {", "int size;", "};", "", ...BODY)], ["code: struct ring {\nint size;\n};"]],
    ["a table of contents", [page("Contents", "1 Design 2", "2 Proof . . . . . . . 3", "", "the end of it", "", ...BODY)], ["text: the end of it"]],
  ])("%s", async (_, pages, blocks) => expect(await shown(...pages)).toEqual(blocks));

  const KINDS = ["round", "square", "long", "short"];

  it("has no running heads and no numbers of pages, and no page ends a paragraph", async () => {
    const pages = KINDS.map((kind, at) => page(`P9001R2 Rings, ${at} of 4`, "", ...rowsOf(3, kind), "", `what is ${kind}`, "", `${at}`));
    const read = await readPdfText(tinyPdf({ pages: [...pages, page("and goes on", "", ...BODY)] }), readWithPdfjs);
    const texts = read.ok ? read.text.sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)) : [];
    expect(texts.filter((text) => /^\d$|P9001/.test(text))).toEqual([]);
    expect(texts.find((text) => text.startsWith("what is short"))).toBe("what is short and goes on");
  });

  it("reads a page in two columns one after the other", async () => {
    const left = Array.from({ length: 30 }, (_, at) => show(60, 700 - at * 12, 10, `left of it all ${at}`));
    const right = Array.from({ length: 30 }, (_, at) => show(320, 700 - at * 12, 10, `right of it all ${at}`));
    const read = await readPdfText(tinyPdf({ pages: [[...left, ...right].join("")] }), readWithPdfjs);
    expect(read.ok && read.text.sections[0]?.blocks.map(({ text }) => text).join(" ")).toMatch(/^left.* left of it all 29 right of it all 0 right/);
  });

  it.each<[string, Uint8Array, string]>([
    ["no bytes", new Uint8Array(), "empty"],
    ["a text", new TextEncoder().encode("Dear all"), "not-a-document"],
    ["what is cut off", tinyPdf({ pages: [page("a")] }).slice(0, -300), "broken"],
    ["pictures only", tinyPdf({ pages: ["", ""] }), "no-text"],
    [
      "what wants a password",
      tinyPdf({ pages: [page("a")], objects: ["<< /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >>"], trailer: "/Encrypt 10 0 R /ID [(a) (b)]" }),
      "encrypted",
    ],
    ["what is longer than is fetched", new Uint8Array(MAX_PDF_BYTES).map((_, at) => "%PDF-".charCodeAt(at) || 0), "too-large"],
  ])("%s", async (_, bytes, problem) => expect(await readPdfText(bytes, readWithPdfjs)).toEqual({ ok: false, problem }));

  it("reads 900 pages", async () => {
    const read = await readPdfText(
      tinyPdf({ pages: Array.from({ length: 900 }, (_, at) => page(...rowsOf(2, "words"), `${"i".repeat(at % 30)} ring ${at}`, ...rowsOf(3, "words"))) }),
      readWithPdfjs,
    );
    expect(read.ok && read.text.sections.flatMap(({ blocks }) => blocks).some(({ text }) => text.includes("ring 899"))).toBe(true);
  });

  it("reads lines that run from right to left so", async () => {
    const words = ["שלום", "עולם", "C++"].map((text, at) => ({ text, x: 400 - at * 60, y: 700, width: 50, size: 10 }));
    const read = await readPdfText(tinyPdf({ pages: [""] }), async () => ({ ok: true, pages: [words], title: "" }));
    expect(read.ok && read.text.sections[0]?.blocks.map(({ text }) => text.split(/\s/))).toEqual([["שלום", "עולם", "C++"]]);
  });

  it("says which limit left something out", async () => {
    const part: PdfText = { ok: true, pages: [[{ text: "ring", x: 72, y: 700, width: 30, size: 10 }]], title: "", cut: "time" };
    expect(await readPdfText(tinyPdf({ pages: [""] }), async () => part)).toMatchObject({ ok: true, text: { form: "pdf", cut: "time" } });
  });
});
