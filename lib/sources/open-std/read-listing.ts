import type { ListedPaper } from "../../papers/listing.ts";
import { type ListingRow, parseMailing, readListedPaper } from "../../papers/read-listed-paper.ts";
import { safeLink } from "../../papers/text/safe-link.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import { type Columns, columnsByCount, readHeader } from "./columns.ts";
import { decodePage } from "./decode-page.ts";
import { LISTING_HOST_URL, listingUrl } from "./listing-url.ts";
import { type Cell, type Row, readRows } from "./read-rows.ts";

const MAX_LINK = 500;

/** "html": a page without a table of papers (a login, a list of files). "no-papers": a table without any, as a year begins with. */
export type ListingFailure = Extract<CheckFailure, { kind: "html" | "no-papers" }>;

export interface Listing {
  /** By id, in the order of the page, newest mailing first. Of two rows with one id the first is kept. */
  papers: Map<string, ListedPaper>;
  /** Rows that look like a paper's and could not be read as one, or came a second time. */
  skipped: number;
}

/** Reads the page that was sent for this year. A page that names no paper is a failure, never an empty listing. */
export function readListing(bytes: Uint8Array, contentType: string, year: number): Listing | { failure: ListingFailure } {
  const base = listingUrl(year);
  const listing: Listing = { papers: new Map(), skipped: 0 };
  let header: { table: number; columns: Columns } | undefined;
  let otherTable: number | undefined;
  let heading: string | undefined;

  function onRow(row: Row) {
    const read = row.table === otherTable ? undefined : readListedPaper({ ...rowOf(row.cells, columnsOf(row), base), heading }, year);
    if (!read || ("skipped" in read && read.skipped === "no-document")) onOtherRow(row);
    else if ("listed" in read) addPaper(read.listed);
  }

  function columnsOf({ table, cells }: Row): Columns {
    // A table without a header of its own is laid out like the one before where it is as wide.
    return header && (header.table === table || header.columns.length === cells.length) ? header.columns : columnsByCount(cells);
  }

  function addPaper(listed: ListedPaper) {
    if (listing.papers.has(listed.id)) listing.skipped++;
    else listing.papers.set(listed.id, listed);
  }

  function onOtherRow({ table, cells }: Row) {
    const [only = "", more] = cells.map(({ text }) => text).filter((text) => text !== "");
    const mailing = more === undefined ? parseMailing(only) : undefined;
    const columns = readHeader(cells);
    if (mailing) heading = mailing;
    else if (columns?.length === 0) otherTable = table;
    else if (columns) header = { table, columns };
    else if (cells.length > 2 && table !== otherTable) listing.skipped++;
  }

  readRows(decodePage(bytes, contentType), { onRow, onMailing: (text) => (heading = parseMailing(text)) });
  if (listing.papers.size > 0) return listing;
  return { failure: { kind: header ? "no-papers" : "html" } };
}

function rowOf(cells: Cell[], columns: Columns, base: string): ListingRow {
  const row: ListingRow = { cells: {} };
  for (const [position, column] of columns.entries()) {
    const cell = cells[position];
    if (!column || !cell || column in row.cells) continue;
    row.cells[column] = cell.text;
    if (column === "number" && cell.href) row.link = documentLink(cell.href, base);
  }
  return row;
}

/** The address that a link of the page leads to; undefined where that is no document of this host. */
function documentLink(href: string, base: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const link = safeLink(new URL(href, base).href);
  return link?.startsWith(LISTING_HOST_URL) && !/^[^?#]*\/(?:[?#]|$)/.test(link) && link.length <= MAX_LINK ? link : undefined;
}
