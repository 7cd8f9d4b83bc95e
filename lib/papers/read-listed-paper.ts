import { parseAudience } from "./audience.ts";
import { splitAuthors } from "./authors.ts";
import type { ListedPaper } from "./listing.ts";
import { isPaper } from "./paper.ts";
import { formatPaperId, type PaperId, parsePaperId } from "./paper-id.ts";
import { parseDate } from "./text/parse-date.ts";

export type Column = "number" | "title" | "author" | "date" | "mailing" | "previous" | "audience" | "disposition";

/** One row of a listing: what stands in its columns, as plain text whose lines lie apart by "\n". */
export interface ListingRow {
  cells: Partial<Record<Column, string>>;
  /** Where its number leads to: an https address of the host. */
  link?: string | undefined;
  /** "2023-12", of the heading that the row stands under. */
  heading?: string | undefined;
}

/** "other-document": a standing document or an issue. "no-document": no id, or an id alone, a number without a paper so far. */
export type ReadRow = { listed: ListedPaper } | { skipped: "other-document" | "no-document" };

// Real rows stay below half of these; a host that sends more is cut short, not believed.
const MAX_TITLE = 500;
const MAX_NAME = 100;
const MAX_NAMES = 100;
const MAX_DISPOSITION = 200;
const MAX_DATE = 40;

/** What a row of the listing of this year says about a paper. */
export function readListedPaper({ cells, link, heading }: ListingRow, year: number): ReadRow {
  const id = readId(cells.number);
  if (id && !isPaper(id)) return { skipped: "other-document" };
  const title = cut(oneLine(cells.title), MAX_TITLE);
  if (!id || (title === "" && !link)) return { skipped: "no-document" };
  const listed: ListedPaper = {
    id: id.text,
    title,
    authors: names((cells.author ?? "").split("\n").flatMap(splitAuthors)),
    audience: names([...new Set((cells.audience ?? "").split("\n").flatMap(parseAudience))]),
  };
  const previous = readId(cells.previous);
  const optional = {
    date: parseDate(cut(oneLine(cells.date), MAX_DATE)),
    mailing: mailingOf(oneLine(cells.mailing), heading, year),
    previous: previous && isPaper(previous) ? previous.text : undefined,
    disposition: cut(oneLine(cells.disposition), MAX_DISPOSITION),
    link,
  };
  for (const [name, value] of Object.entries(optional)) if (value) listed[name as keyof typeof optional] = value;
  return { listed };
}

/** Reads the mailing that a text begins with ("2015-02 mid-meeting"), "YYYY-MM"; undefined for anything else ("missing", "2023-18"). */
export function parseMailing(text: string): string | undefined {
  return /^\s*([0-9]{4}-(?:0[1-9]|1[0-2]))(?![0-9])/.exec(text)?.[1];
}

/** A heading stands in for an empty cell only: what the cell says and cannot be read is nonsense, not silence. */
function mailingOf(text: string, heading: string | undefined, year: number): string | undefined {
  const mailing = text === "" ? heading : parseMailing(text);
  // The papers of December go out with the mailing of January; "2032-12" is a slip of the pen.
  return mailing && Math.abs(Number(mailing.slice(0, 4)) - year) <= 1 ? mailing : undefined;
}

/** The id that a cell begins with: "P0447R26", "n4971.pdf", "N3225=10-0215". */
function readId(cell: string | undefined): (PaperId & { text: string }) | undefined {
  const [first = ""] = oneLine(cell).split(/[ =/,;]/, 1);
  const written = first.replace(/\.[a-z]+$/i, "");
  const id = parsePaperId(written);
  return id && { ...id, text: id.regular ? formatPaperId(id) : written.toUpperCase() };
}

function oneLine(cell = ""): string {
  return cell.replaceAll("\n", " ");
}

function names(all: string[]): string[] {
  return all.slice(0, MAX_NAMES).map((name) => cut(name, MAX_NAME));
}

/** Never leaves half a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
}
