import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { packed, show, stream, tinyPdf, written } from "../../../test/tiny-pdf.ts";
import { MAX_PDF_BYTES } from "../../document/limits.ts";
import type { PdfReader, PdfWord } from "../../document/pdf/pdf-text.ts";
import { readWithPdfjs } from "../../document/pdf/reader/read-with-pdfjs.ts";
import type { FirstPage } from "../first-page.ts";
import { MAX_TEXT } from "../limits.ts";
import { readPage } from "../read-page.ts";
import { readPdfPage } from "./read-pdf-page.ts";

// pdf.js says on the console that it would rather have its other build in Node.
vi.spyOn(console, "warn").mockImplementation(() => {});

/** [x, y, size, text] of each piece of text. */
type Layout = [number, number, number, string][];

/** LaTeX's \maketitle: sizes 17.2, 12 and 10.9 of a point. */
const MAKETITLE: Layout = [
  [150, 690, 17.2, "Halting problems in libraries"],
  [200, 660, 12, "Alan Turing"],
  [340, 660, 12, "Alonzo Church"],
  [205, 646, 12, "Bletchley Park"],
  [345, 646, 12, "Princeton University"],
  [190, 632, 12, "turing@example.org"],
  [330, 632, 12, "a.church@example.edu"],
  [270, 600, 12, "March 3, 2026"],
  [72, 550, 14.3, "1"],
  [90, 550, 14.3, "Introduction"],
  ...paragraph(530),
];

const FIELDS: Layout = [
  [72, 690, 10, "Date"],
  [130, 690, 10, "2026-03-03"],
  [72, 677, 10, "Audience"],
  [130, 677, 10, "LEWG,"],
  [130, 664, 10, "Study Group 1"],
  [72, 651, 10, "Author"],
  [130, 651, 10, "Emmy Noether"],
];

const LAYOUTS: [form: string, layout: Layout, expected: Partial<FirstPage>][] = [
  [
    "labels without a colon, and code behind the abstract",
    [
      [150, 720, 18, "Halting"],
      ...FIELDS,
      [72, 600, 14, "1 Abstract"],
      [72, 584, 10, "We halt."],
      [72, 572, 10, "template <class T> auto halt(T&& engine) -> T;"],
      [72, 540, 14, "2 Design"],
      ...paragraph(520),
    ],
    { title: "Halting", authors: ["Emmy Noether"], audience: ["LEWG", "SG1"], date: "2026-03-03", abstract: "We halt." },
  ],
  [
    "labels in the first row of a table",
    [
      [150, 720, 18, "Halting"],
      [72, 690, 10, "Date"],
      [180, 690, 10, "Audience"],
      [280, 690, 10, "Author"],
      [72, 677, 10, "2026-03-03"],
      [180, 677, 10, "LEWG"],
      [280, 677, 10, "Emmy Noether"],
      [72, 600, 14, "1 Introduction"],
      ...paragraph(580),
    ],
    { title: "Halting", authors: ["Emmy Noether"], audience: ["LEWG"], date: "2026-03-03" },
  ],
  [
    "rows of names with their addresses below",
    [
      [150, 720, 18, "Halting"],
      [72, 690, 11, "Emmy Noether"],
      [200, 690, 11, "Alan Turing"],
      [72, 677, 9, "noether@example.org"],
      [200, 677, 9, "turing@example.org"],
      [72, 660, 11, "David Hilbert"],
      [72, 647, 9, "hilbert@example.org"],
      [72, 600, 14, "1 Introduction"],
      ...paragraph(580),
    ],
    { title: "Halting", authors: ["Emmy Noether", "Alan Turing", "David Hilbert"] },
  ],
  [
    "columns of names, with where they work and their addresses in smaller letters below",
    [
      [150, 720, 18, "Halting"],
      [100, 690, 12, "Emmy Noether"],
      [300, 690, 12, "Alan Turing"],
      [100, 676, 10, "Quiet Rivers"],
      [300, 676, 10, "Old Mill"],
      [100, 662, 10, "emmy@example.org"],
      [300, 662, 10, "at@example.org"],
      [72, 600, 14, "1 Introduction"],
      ...paragraph(580),
    ],
    { title: "Halting", authors: ["Emmy Noether", "Alan Turing"] },
  ],
  [
    "LaTeX's \\maketitle with two authors in columns",
    MAKETITLE,
    { title: "Halting problems in libraries", authors: ["Alan Turing", "Alonzo Church"], date: "2026-03-03" },
  ],
  [
    "LaTeX's \\maketitle with names alone, then a table",
    [
      [150, 690, 17.2, "d4123r7 - Halting"],
      [140, 668, 17.2, "problems"],
      [180, 640, 12, "Alan Turing, Alonzo Church and Kurt G\u00f6del"],
      [270, 618, 12, "2026-03-03"],
      [180, 570, 10.9, "Document Number:"],
      [290, 570, 10.9, "d4123r7"],
      [180, 556, 10.9, "Audience:"],
      [290, 556, 10.9, "LEWG / SG1"],
      [72, 500, 14.3, "1 Motivation"],
      ...paragraph(480),
    ],
    { title: "Halting problems", authors: ["Alan Turing", "Alonzo Church", "Kurt G\u00f6del"], audience: ["LEWG", "SG1"], date: "2026-03-03" },
  ],
  [
    "a table of fields above the title, which takes two lines and two fonts",
    [
      [86, 718, 12, "Document Number:"],
      [201, 718, 12, "P4124R0"],
      [86, 699, 12, "Date:"],
      [201, 699, 12, "2026-07-06"],
      [86, 680, 12, "Reply-to:"],
      [201, 680, 12, "Emmy Noether <emmy@example.org>"],
      [201, 665, 12, "David Hilbert <dh@example.org>"],
      [86, 646, 12, "Audience:"],
      [201, 646, 12, "SG6, LEWG"],
      [86, 627, 12, "Target:"],
      [201, 627, 12, "C"],
      [209, 628, 9.5, "++"],
      [220, 627, 12, "29"],
      [76, 560, 20, "Rings of"],
      [180, 560, 26, "numeric_limits"],
      [76, 530, 20, "and ideals"],
      [461, 450, 11.6, "ABSTRACT"],
      ...paragraph(420, 12),
    ],
    { title: "Rings of numeric_limits and ideals", authors: ["Emmy Noether", "David Hilbert"], audience: ["SG6", "LEWG"], date: "2026-07-06" },
  ],
  [
    "the title, then a table at the right whose values take several lines",
    [
      [62, 686, 17.2, "A proposal to add analysis"],
      [342, 658, 10, "Document #:"],
      [413, 658, 10, "D4125R6"],
      [342, 646, 10, "Date:"],
      [413, 646, 10, "2020-02-11"],
      [342, 634, 10, "Project:"],
      [413, 634, 10, "Programming Language C++"],
      [413, 622, 10, "LEWG"],
      [342, 610, 10, "Reply-to:"],
      [413, 610, 10, "Sonya Kovalevsky"],
      [413, 598, 10, "<sonya@example.com>"],
      [413, 586, 10, "Karl Weierstrass"],
      [413, 574, 10, "<karl.w@example.com>"],
      [54, 540, 14.3, "Contents"],
      [54, 517, 10, "Abstract"],
      [552, 517, 10, "2"],
      ...paragraph(500, 10),
    ],
    { title: "A proposal to add analysis", authors: ["Sonya Kovalevsky", "Karl Weierstrass"], audience: ["LEWG"], date: "2020-02-11" },
  ],
  [
    "Word: fields in paragraphs with space between, the title smaller than the committee's name",
    [
      [72, 740, 18, "ISO/IEC JTC1/SC22/WG21"],
      [72, 710, 11, "Document Number: P4126R1"],
      [72, 685, 11, "Date: 2018-10-08"],
      [72, 660, 11, "Authors: Rudolf Carnap (rudolf@example.com), Some Company"],
      [122, 635, 11, "Otto Neurath (otto@example.com)"],
      [72, 610, 11, "Subgroup: Evolution"],
      [72, 570, 16, "Logical Construction of Types"],
      [72, 530, 13, "1. Overview"],
      ...paragraph(500, 11),
    ],
    { title: "Logical Construction of Types", authors: ["Rudolf Carnap", "Otto Neurath"], audience: ["EWG"], date: "2018-10-08" },
  ],
  [
    "one size for everything",
    [
      [72, 740, 12, "Doc. no.: N4127"],
      [72, 726, 12, "Date: 2012-01-10"],
      [72, 712, 12, "Reply-To: Grace Hopper"],
      [72, 680, 12, "Compilers of Programs"],
      [72, 640, 12, "Abstract"],
      ...paragraph(620, 12),
    ],
    { title: "Compilers of Programs", authors: ["Grace Hopper"], date: "2012-01-10" },
  ],
  [
    "a heading of a part that is as large as names below the title",
    [
      [72, 740, 20, "Building blocks"],
      [72, 715, 14, "Ada Lovelace ada@example.org"],
      [72, 690, 14, "2018-11-07 | Target audience: LWG"],
      [72, 660, 14, "1 Background"],
      ...paragraph(640, 10),
    ],
    { title: "Building blocks", authors: ["Ada Lovelace"], audience: ["LWG"], date: "2018-11-07" },
  ],
];

describe("the header of a paper in PDF", () => {
  it.each(LAYOUTS)("%s", async (_, layout, expected) => {
    const page = await read(tinyPdf({ pages: [layout.map((piece) => show(...piece)).join("")] }));
    expect(page).toMatchObject(expected);
    expect(page.date).toBe(expected.date);
  });

  it.each(LAYOUTS)("%s, drawn in any order", async (_, layout, expected) => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(layout, { minLength: layout.length }), async (pieces) => {
        expect(await read(bytesOf("%PDF-1.4"), readerOf([pieces]))).toMatchObject(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("takes the title from the properties where the page shows none, and never the name of a file", async () => {
    const header: Layout = [[72, 700, 11, "Author: Ada Lovelace"], ...paragraph(600, 11)];
    const titled = (title: string) => read(tinyPdf({ pages: [header.map((piece) => show(...piece)).join("")], title }));
    expect((await titled("P1234R0: Engines")).title).toBe("Engines");
    expect((await titled("Microsoft Word - engines7.docx")).title).not.toMatch(/docx/);
    expect((await titled("PowerPoint Presentation")).title).not.toMatch(/Power/);
  });

  it("gives the words of two pages, a paragraph a line, with the words that a hyphen parts made whole", async () => {
    const pages: Layout[] = [
      [
        [72, 740, 20, "Hyphens"],
        [72, 700, 10, "A long pro-"],
        [72, 688, 10, "posal by Jean-"],
        [72, 676, 10, "Louis Koszul, who wrote std::"],
        [72, 664, 10, "vector."],
        [72, 630, 10, "Another."],
      ],
      [[72, 740, 10, "The second page."]],
      [[72, 740, 10, "The third page."]],
    ];
    const { text } = await read(tinyPdf({ pages: pages.map((layout) => layout.map((piece) => show(...piece)).join("")) }));
    expect(text).toBe("Hyphens\nA long proposal by Jean-Louis Koszul, who wrote std:: vector.\nAnother.\nThe second page.");
  });

  it("does not read what stands upright: a watermark", async () => {
    const watermark = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 200 Tm (CONFIDENTIAL DRAFT) Tj ET\n";
    const page = await read(tinyPdf({ pages: [watermark + MAKETITLE.map((piece) => show(...piece)).join("")] }));
    expect(page.title).toBe("Halting problems in libraries");
    expect(page.text).not.toContain("CONFIDENTIAL");
  });
});

describe("hostile files have an outcome", () => {
  const header = show(72, 700, 20, "A tiny proof") + show(72, 670, 11, "Author: Emmy Noether") + show(72, 600, 11, "Abstract");
  const objects = (others: [number, string][]) =>
    written(new Map([[1, "<< /Type /Catalog /Pages 2 0 R >>"], [3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"], ...others]), "/Root 1 0 R");
  const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>";
  const password = {
    objects: [`<< /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >>`],
    trailer: `/Encrypt 10 0 R /ID [<${"43".repeat(16)}> <${"43".repeat(16)}>]`,
  };
  /** Each draws the next one ten times. */
  const forms = Array.from({ length: 12 }, (_, at) => {
    const next = `/Resources << /Font << /F1 3 0 R >> /XObject << /X ${11 + at} 0 R >> >>`;
    return stream(at === 11 ? show(1, 1, 1, "x") : "/X Do ".repeat(10), `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${next}`);
  });
  const readable = { ok: true, page: { title: "A tiny proof", authors: ["Emmy Noether"] } };

  it.each<[what: string, file: () => Uint8Array, expected: object]>([
    ["nothing", () => new Uint8Array(), { ok: false, problem: "empty" }],
    ["something else", () => bytesOf("PK\x03\x04 a packed file"), { ok: false, problem: "not-a-document" }],
    ["the mark alone", () => bytesOf("%PDF-1.7\n"), { ok: false, problem: "broken" }],
    ["garbage behind the mark", () => bytesOf(`%PDF-1.7\n${"garbage ".repeat(10_000)}`), { ok: false, problem: "broken" }],
    ["a file that is cut", () => tinyPdf({ pages: [header] }).slice(0, -400), { ok: false, problem: "broken" }],
    ["a file that is longer than the cap", () => sized(tinyPdf({ pages: [header] }), MAX_PDF_BYTES), { ok: false, problem: "too-large" }],
    ["a password", () => tinyPdf({ pages: [header], ...password }), { ok: false, problem: "encrypted" }],
    ["no text", () => tinyPdf({ pages: ["0 0 100 100 re f"] }), { ok: false, problem: "no-text" }],
    ["no pages", () => tinyPdf({ pages: [] }), { ok: false, problem: "no-text" }],
    ["no title and no author", () => tinyPdf({ pages: [show(72, 700, 10, "Audience: LEWG")] }), { ok: false, problem: "no-title" }],
    ["5,000 pages", () => tinyPdf({ pages: Array.from({ length: 5_000 }, () => header) }), readable],
    ["a table of objects that leads nowhere", () => tinyPdf({ pages: [header], trailer: "/Prev 9 /XRefStm 9" }), readable],
    ["pages that hold themselves", () => objects([[2, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]]), { ok: false, problem: "broken" }],
    [
      "a billion pages that are one",
      () =>
        objects([
          [2, "<< /Type /Pages /Kids [5 0 R] /Count 1000000000 >>"],
          [5, page],
          [6, stream(header)],
        ]),
      readable,
    ],
    [
      "lists in lists",
      () =>
        objects([
          [2, "<< /Type /Pages /Kids [5 0 R] /Count 1 >>"],
          [5, "[".repeat(100_000)],
        ]),
      { ok: false, problem: "broken" },
    ],
    ["lists in lists, drawn", () => tinyPdf({ pages: [header + "[".repeat(200_000)] }), readable],
    ["drawings in drawings, a billion", () => tinyPdf({ pages: [`${header} /X Do`], objects: forms, resources: "/XObject << /X 10 0 R >>" }), readable],
    ["more words than a page can hold", () => tinyPdf({ pages: [header + show(72, 500, 9, "word ").repeat(30_000)] }), readable],
    ["a word without an end", () => tinyPdf({ pages: [header + show(72, 500, 9, "x".repeat(200_000))] }), readable],
    [
      "20 megabytes of nothing in 20 kilobytes",
      () =>
        objects([
          [2, "<< /Type /Pages /Kids [5 0 R] /Count 1 >>"],
          [5, page.replace("6 0 R", "[6 0 R 7 0 R]")],
          [6, stream(header)],
          [7, packed(" ", 20_000_000)],
        ]),
      readable,
    ],
  ])("%s", async (_, file, expected) => {
    const outcome = await readPdfPage(file(), readWithPdfjs);
    expect(outcome).toMatchObject(expected);
    if (outcome.ok) expect(outcome.page.text.length).toBeLessThanOrEqual(MAX_TEXT);
  });

  it("and are given up on the signal", async () => {
    const file = tinyPdf({ pages: [header] });
    expect(await readPdfPage(file, readWithPdfjs, AbortSignal.abort())).toEqual({ ok: false, problem: "took-too-long" });
    const giveUp = new AbortController();
    const outcome = readPdfPage(file, readWithPdfjs, giveUp.signal);
    giveUp.abort();
    expect(await outcome).toEqual({ ok: false, problem: "took-too-long" });
    expect(await readPdfPage(file, readWithPdfjs, new AbortController().signal)).toMatchObject(readable);
  });

  it("leave the bytes to their owner", async () => {
    const file = tinyPdf({ pages: [header] });
    await readPdfPage(file, readWithPdfjs);
    expect(file.length).toBeGreaterThan(0);
  });
});

describe("for all", () => {
  it("bytes behind the mark there is an outcome", async () => {
    const mark = bytesOf("%PDF-1.4\n");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await readPdfPage(Uint8Array.from([...mark, ...bytes]), readWithPdfjs)).toMatchObject({ ok: false });
      }),
      { numRuns: 20 },
    );
  });

  it("words at any place the outcome is bounded", async () => {
    const size = fc.oneof(fc.constantFrom(10, 12, 20), fc.double({ min: 1e-9, max: 1e9, noNaN: true }));
    const place = fc.oneof(fc.integer({ min: 0, max: 800 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const text = fc.oneof(fc.constantFrom("Author:", "Kurt Gödel", "Abstract", "a@b.org", "K¨oppe", "-", "pro-", "\t"), fc.string({ unit: "binary" }));
    const piece = fc.tuple(place, place, size, text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(piece, { maxLength: 30 }), { maxLength: 2 }), async (pages) => {
        const outcome = await readPdfPage(bytesOf("%PDF-1.4"), readerOf(pages));
        if (!outcome.ok) return;
        const { title, authors, text } = outcome.page;
        expect([title.length <= 300, authors.length <= 40, text.length <= MAX_TEXT]).toEqual([true, true, true]);
        expect([title, text, ...authors].every((one) => one.isWellFormed())).toBe(true);
      }),
    );
  });
});

describe("readPage goes by the bytes", () => {
  const never: PdfReader = async () => {
    throw new Error("no PDF");
  };
  it("and not by the type that a host gives", async () => {
    const html = bytesOf("<h1>Proofs</h1>");
    expect(await readPage(html, "application/pdf", never)).toMatchObject({ ok: true, page: { title: "Proofs" } });
    const pdf = tinyPdf({ pages: [show(72, 700, 20, "Proofs") + show(72, 600, 10, "Text.")] });
    expect(await readPage(pdf, "text/html", readWithPdfjs)).toMatchObject({ ok: true, page: { title: "Proofs" } });
    expect(await readPage(Uint8Array.from([...bytesOf("\n\n"), ...pdf]), "", readWithPdfjs)).toMatchObject({ ok: true, page: { title: "Proofs" } });
  });

  it("and has an outcome for what is no document, whatever it is", async () => {
    expect(await readPage(new Uint8Array(), "text/html", never)).toEqual({ ok: false, problem: "empty" });
    expect(await readPage(bytesOf("GIF89a"), "text/html", never)).toEqual({ ok: false, problem: "not-a-document" });
  });
});

/** Ten lines of text, so that its size is the common one. */
function paragraph(top: number, size = 10.9): Layout {
  return Array.from({ length: 10 }, (_, at) => [72, top - at * size * 1.2, size, "Some plain text about nothing in particular, as papers have it."]);
}

/** A reader of pages that were read before. */
function readerOf(pages: Layout[]): PdfReader {
  const word = ([x, y, size, text]: Layout[number]): PdfWord => ({ x, y, size, text, width: text.length * size * 0.5 });
  return async () => ({ ok: true, pages: pages.map((pieces) => pieces.map(word)), title: "" });
}

async function read(bytes: Uint8Array, reader = readWithPdfjs as PdfReader): Promise<FirstPage> {
  const outcome = await readPdfPage(bytes, reader);
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.page;
}

/** The bytes, and as many zeros as are missing. */
function sized(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(length);
  whole.set(bytes);
  return whole;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
