import type { PageLine } from "../../../document/page-line.ts";
import { readLabel } from "../labels.ts";
import { namesOwner } from "./mail-owner.ts";
import { isClearlyName } from "./person-name.ts";
import { splitMails } from "./split-mails.ts";

const MAX_HEAD = 40;

/** Of a row of an author: who it is and how to reach that one, and what else stands there. */
export type InAuthorRow = "author" | "beside";

/**
 * The lines of rows of tables in which an author stands where labels do elsewhere: below a row of nothing but labels ("Name",
 * "Affiliation", "E-mail") or right below a line that is a label of authors, and rows with a name and an address, where one of the
 * addresses goes with its name.
 */
export function findAuthorRows(lines: PageLine[]): Map<PageLine, InAuthorRow> {
  const found = new Map<PageLine, InAuthorRow>();
  if (!lines.some(({ column }) => column)) return found;
  const rows = rowsOf(lines);
  const named = rows.filter((row) => isNamed(row) && row.some((line) => line.column !== 0 && mailsIn(line.text).length > 0));
  const areAuthors = named.some((row) => mailsIn(row.map(({ text }) => text).join(" ")).some((mail) => namesOwner(mail, row[0]?.text ?? "")));
  if (areAuthors) for (const row of named) take(row, new Set([0]));
  let places: Set<number | undefined> | undefined;
  for (const [at, row] of rows.entries()) {
    if (row[0]?.column === undefined) {
      places = rows[at + 1]?.[0]?.column === undefined || !isHeadOfNames(row.at(-1)) ? undefined : new Set([0]);
    } else if (
      row.length > 1 &&
      row.every(({ text }) => text.length <= MAX_HEAD) &&
      row.some(isHeadOfNames) &&
      row.every((line) => isHeadOfNames(line) || readLabel(line.text)?.field === "detail")
    ) {
      places = new Set(row.filter(isHeadOfNames).map(({ column }) => column));
      take(row, new Set());
    } else if (places && !readLabel(row[0].text)) take(row, places);
    else places = undefined;
  }
  return found;

  function take(row: PageLine[], places: Set<number | undefined>): void {
    for (const line of row) found.set(line, places.has(line.column) || mailsIn(line.text).length > 0 ? "author" : "beside");
  }
}

/** The lines of each row, and of what stands between tables. */
export function rowsOf(lines: PageLine[]): PageLine[][] {
  const rows: PageLine[][] = [];
  for (const line of lines) {
    const [first] = rows.at(-1) ?? [];
    if (first && first.group === line.group && (first.column === undefined) === (line.column === undefined)) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows;
}

function isNamed([first, second]: PageLine[]): boolean {
  return first?.column === 0 && second !== undefined && second.column !== 0 && isClearlyName(first.text) && !readLabel(first.text);
}

function isHeadOfNames(line: PageLine | undefined): boolean {
  const label = readLabel(line?.text ?? "");
  return /^(?:full )?names?:?$/i.test(line?.text ?? "") || (label?.field === "authors" && label.value === "");
}

function mailsIn(text: string): string[] {
  return splitMails(text.slice(0, 500)).flatMap((piece) => ("mail" in piece ? [piece.mail] : []));
}
