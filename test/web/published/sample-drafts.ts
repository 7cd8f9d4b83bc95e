import { type PdfLine, writePdf } from "./write-pdf.ts";

/** What a draft says of itself on its first page. */
export interface SampleDraft {
  /** "D4123R0" */
  id: string;
  title: string;
  /** Each as it is to stand there: a name alone, or with an address: "Emmy Noether <emmy@example.org>". */
  authors: string[];
  audience: string;
  /** "2026-11-20" */
  date: string;
  /** Paragraphs after the header. */
  text?: string[];
}

/** A row of a year's listing; what is left out is an empty cell. */
export interface ListingRow {
  /** "P0447R26" */
  number: string;
  title: string;
  author: string;
  documentDate?: string;
  /** "2026-11"; rows of one mailing stand in one table. */
  mailingDate: string;
  /** "P0447R25" */
  previous?: string;
  subgroup?: string;
  disposition?: string;
  /** Where the number leads, relative to the listing; the number with .pdf where nothing is said, no link with null. */
  file?: string | null;
}

const ABSTRACT = ["This paper proposes a small addition to the standard library and explains why it is wanted.", "There is no impact on existing code."];
const COLUMNS = ["WG21 Number", "Title", "Author", "Document Date", "Mailing Date", "Previous Version", "Subgroup", "Disposition"];
const LETTERS_PER_LINE = 80;
const LETTERS_PER_TITLE_LINE = 44;
const LINES_PER_PAGE = 40;

/** An ordinary paper in HTML: a title, the table about it, then text. */
export function htmlDraft({ id, title, authors, audience, date, text = ABSTRACT }: SampleDraft): string {
  const row = (name: string, value: string) => `<tr><td>${name}:</td><td>${value}</td></tr>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>body { max-width: 50em; margin: auto; } td { vertical-align: top; }</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<table>
${row("Document #", escaped(id))}
${row("Date", escaped(date))}
${row("Project", "Programming Language C++")}
${row("Audience", escaped(audience))}
${row("Reply-to", authors.map(escaped).join("<br>"))}
</table>
<h2>Abstract</h2>
${text.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join("\n")}
</body>
</html>
`;
}

/** The same paper as a PDF of as many pages as its text takes. Throws for letters outside Windows-1252. */
export function pdfDraft({ id, title, authors, audience, date, text = ABSTRACT }: SampleDraft): Buffer {
  const lines: PdfLine[] = [
    ...wrapped(title, LETTERS_PER_TITLE_LINE).map((part) => ({ text: part, size: 18, bold: true })),
    { text: "" },
    { text: `Document #: ${id}` },
    { text: `Date: ${date}` },
    { text: "Project: Programming Language C++" },
    { text: `Audience: ${audience}` },
    ...authors.map((author, at) => ({ text: `${at === 0 ? "Reply-to: " : "          "}${author}` })),
    { text: "" },
    { text: "Abstract", size: 14, bold: true },
    ...text.flatMap((paragraph) => wrapped(paragraph, LETTERS_PER_LINE).map((part) => ({ text: part }))),
  ];
  const pages: PdfLine[][] = [];
  for (let start = 0; start < lines.length; start += LINES_PER_PAGE) pages.push(lines.slice(start, start + LINES_PER_PAGE));
  return writePdf(pages);
}

/** A year's listing as open-std.org lays it out: a table a mailing, the newest first, and cells that end on the next line. */
export function listingPage(year: number, rows: ListingRow[]): string {
  const mailings = Map.groupBy(rows, ({ mailingDate }) => mailingDate);
  const newestFirst = [...mailings].sort(([one], [other]) => (one < other ? 1 : -1));
  const tables = newestFirst.map(([mailing, its]) => {
    const name = `mailing${escaped(mailing)}`;
    return `<h2><a id="${name}">${name}</a></h2>
<table>
<tr >${COLUMNS.map((column) => `<th >${column} </th>`).join("")}</tr>
<tr ><td colspan="${COLUMNS.length}">${escaped(mailing)} </td></tr>
${its.map(listingRow).join("\n")}
</table>`;
  });
  return `<html><head><title>ISO/ IEC JTC1/SC22/WG21 - Papers ${year}</title></head><body>\n${tables.join("\n")}\n</body></html>\n`;
}

function listingRow({ number, title, author, documentDate = "", mailingDate, previous = "", subgroup = "", disposition = "", file }: ListingRow): string {
  const link = (to: string, shown: string) => `<a href="${escaped(to)}">${escaped(shown)}</a>`;
  const fileOf = (id: string) => `${id.toLowerCase()}.pdf`;
  const cells = [
    file === null ? escaped(number) : link(file ?? fileOf(number), number),
    escaped(title),
    escaped(author),
    escaped(documentDate),
    escaped(mailingDate),
    previous && link(fileOf(previous), previous),
    escaped(subgroup),
    escaped(disposition),
  ];
  return `<tr >${cells.map((cell) => `<td >${cell} </td>`).join("\n")}\n</tr>`;
}

/** Broken between words into lines of at most that many letters; a longer word has a line of its own. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
