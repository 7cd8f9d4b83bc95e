import type { PageLine } from "../page-line.ts";
import { readLabel } from "./labels.ts";
import { namesOwner } from "./mail-owner.ts";
import { isClearlyName } from "./person-name.ts";
import { splitMails } from "./split-mails.ts";

/**
 * The rows of tables in which an author stands where labels do elsewhere: below a row of nothing but labels ("Name", "Affiliation",
 * "E-mail") or right below a line that is a label of authors, and those with a name and an address, one of which goes with the other. Of each, the lines that say who it is and how to
 * reach that one.
 */
export function findAuthorRows(lines: PageLine[]): Map<PageLine, "author" | "beside"> {
  const rows = rowsOf(lines);
  const named = rows.filter((row) => isNamed(row) && row.some((line) => line.column !== 0 && mailsIn(line.text).length > 0));
  const areAuthors = named.some((row) => mailsIn(row.map(({ text }) => text).join(" ")).some((mail) => namesOwner(mail, row[0]?.text ?? "")));
  const found = new Map<PageLine, "author" | "beside">();
  for (const line of areAuthors ? named.flat() : []) found.set(line, line.column === 0 || mailsIn(line.text).length > 0 ? "author" : "beside");
  let heads: Map<number | undefined, boolean> | undefined;
  for (const row of rows) {
    const read = row.map(({ text, column }) => ({ column, isName: isHeadOfNames(text), isHead: isHeadOfNames(text) || readLabel(text)?.field === "detail" }));
    if (row[0]?.column === undefined) heads = isHeadOfNames(row.at(-1)?.text ?? "") ? new Map([[0, true]]) : undefined;
    else if (row.length > 1 && read.some(({ isName }) => isName) && read.every(({ isHead }) => isHead)) {
      heads = new Map(read.map(({ column, isName }) => [column, isName]));
      for (const line of row) found.set(line, "beside");
    } else if (heads && !readLabel(row[0]?.text ?? "")) {
      for (const line of row) found.set(line, heads.get(line.column) || mailsIn(line.text).length > 0 ? "author" : "beside");
    } else heads = undefined;
  }
  return found;
}

/** The lines of each row, and of what stands between tables. */
function rowsOf(lines: PageLine[]): PageLine[][] {
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

function isHeadOfNames(text: string): boolean {
  const label = readLabel(text);
  return /^(?:full )?names?:?$/i.test(text) || (label?.field === "authors" && label.value === "");
}

function mailsIn(text: string): string[] {
  return splitMails(text.slice(0, 500)).flatMap((piece) => ("mail" in piece ? [piece.mail] : []));
}
