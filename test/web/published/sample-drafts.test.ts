import { DomUtils, parseDocument } from "htmlparser2";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { htmlDraft, listingPage, pdfDraft, type SampleDraft } from "./sample-drafts.ts";

const DRAFT: SampleDraft = {
  id: "D4123R0",
  title: "A <simd> type for everyone & the operators (\\, ++) that nobody has asked for in a title this long",
  authors: ["Thomas Köppe <tkoeppe@example.org>", "Emmy Noether"],
  audience: "SG1, LEWG",
  date: "2026-11-20",
};

/** The lines of each page, as pdf.js reads them. */
async function readPdf(bytes: Buffer): Promise<string[][]> {
  const task = getDocument({ data: new Uint8Array(bytes), stopAtErrors: true, verbosity: 0 });
  const document = await task.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.flatMap((item) => ("str" in item && item.str !== "" ? [item.str] : [])));
  }
  await task.destroy();
  return pages;
}

describe("a draft in PDF", () => {
  test("says on its first page what it is", async () => {
    const [page = [], ...more] = await readPdf(pdfDraft(DRAFT));
    expect(more).toEqual([]);
    const text = page.join("\n");
    expect(text.replaceAll("\n", " ").startsWith(DRAFT.title)).toBe(true);
    for (const said of ["Document #: D4123R0", "Date: 2026-11-20", "Audience: SG1, LEWG", "Thomas Köppe <tkoeppe@example.org>", "Emmy Noether"])
      expect(text).toContain(said);
  });

  test("has as many pages as its text takes", async () => {
    const text = Array.from({ length: 100 }, (_, at) => `Paragraph ${at}.`);
    const pages = await readPdf(pdfDraft({ ...DRAFT, text }));
    expect(pages).toHaveLength(3);
    expect(pages.flat().slice(-100)).toEqual(text);
  });

  test("tells truly where each of its objects stands, and how long its pages are", () => {
    const pdf = pdfDraft({ ...DRAFT, text: Array.from({ length: 60 }, () => "Text.") }).toString("latin1");
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
    expect(pdf.slice(start, start + 7)).toBe("xref\n0 ");
    const entries = pdf.slice(pdf.indexOf("0000000000", start), pdf.indexOf("trailer")).match(/.{18} \n/g) ?? [];
    expect(entries[0]).toBe("0000000000 65535 f \n");
    expect(entries).toHaveLength(Number(/\/Size (\d+)/.exec(pdf)?.[1]));
    entries.slice(1).forEach((entry, at) => {
      expect(pdf.slice(Number(entry.slice(0, 10))).startsWith(`${at + 1} 0 obj\n`)).toBe(true);
    });
    const streams = [...pdf.matchAll(/<< \/Length (\d+) >>\nstream\n(.*?)\nendstream/gs)];
    expect(streams).toHaveLength(2);
    for (const [, length, content = ""] of streams) expect(content.length).toBe(Number(length));
  });

  test("cannot be written in letters that its font has not", () => {
    expect(() => pdfDraft({ ...DRAFT, title: "委员会" })).toThrow('Helvetica has no "委"');
    expect(pdfDraft({ ...DRAFT, title: "“Š”" }).length).toBeGreaterThan(1000);
  });
});

test("a draft in HTML says in its title, its heading and its table what it is", () => {
  const page = parseDocument(htmlDraft(DRAFT));
  const text = (name: string) => DomUtils.getElementsByTagName(name, page).map((element) => DomUtils.textContent(element));
  expect(text("title")).toEqual([DRAFT.title]);
  expect(text("h1")).toEqual([DRAFT.title]);
  expect(text("td")).toEqual(
    ["Document #:", "D4123R0", "Date:", "2026-11-20", "Project:", "Programming Language C++", "Audience:", "SG1, LEWG", "Reply-to:"].concat(
      DRAFT.authors.join(""),
    ),
  );
  expect(text("p").length).toBeGreaterThan(0);
});

test("a listing has a table a mailing, the newest first, with a cell for each column", () => {
  const page = parseDocument(
    listingPage(2026, [
      { number: "P4000R0", title: "Old & <new>", author: "Emmy Noether", mailingDate: "2026-01" },
      {
        number: "P4001R1",
        title: "Two",
        author: "Kurt Gödel, Ada Lovelace",
        documentDate: "2026-02-03",
        mailingDate: "2026-02",
        previous: "P4001R0",
        subgroup: "LEWG",
        disposition: "Adopted 2026-03",
        file: "../2025/p4001r1.html",
      },
      { number: "SD-1", title: "List", author: "Someone", mailingDate: "2026-02", file: null },
    ]),
  );
  const all = (name: string) => DomUtils.getElementsByTagName(name, page);
  expect(all("a").flatMap(({ attribs }) => attribs.id ?? [])).toEqual(["mailing2026-02", "mailing2026-01"]);
  expect(all("a").flatMap(({ attribs }) => attribs.href ?? [])).toEqual(["../2025/p4001r1.html", "p4001r0.pdf", "p4000r0.pdf"]);
  const rows = all("tr").map((row) => DomUtils.getElementsByTagName("td", row).map((cell) => DomUtils.textContent(cell).trim()));
  expect(rows.filter((cells) => cells.length > 1)).toEqual([
    ["P4001R1", "Two", "Kurt Gödel, Ada Lovelace", "2026-02-03", "2026-02", "P4001R0", "LEWG", "Adopted 2026-03"],
    ["SD-1", "List", "Someone", "", "2026-02", "", "", ""],
    ["P4000R0", "Old & <new>", "Emmy Noether", "", "2026-01", "", "", ""],
  ]);
  expect(rows.filter((cells) => cells.length === 1)).toEqual([["2026-02"], ["2026-01"]]);
});
