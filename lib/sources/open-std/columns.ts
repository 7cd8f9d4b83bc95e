import type { Column } from "../../papers/read-listed-paper.ts";
import type { Cell } from "./read-rows.ts";

/** What stands where in a row; undefined for a column of no interest. */
export type Columns = (Column | undefined)[];

const YEARLY: Columns = ["number", "title", "author", "date", "mailing", "previous", "audience", "disposition"];
/** The pages of single mailings had these until 2023-08. */
const WITH_DATE: Columns = ["number", "title", "author", "date", "audience"];
const WITHOUT_DATE: Columns = ["number", "title", "author", "audience"];

/** In this order: "Mailing Date" is no document date, "Document Number" no date either. */
const HEADINGS: [RegExp, Column][] = [
  [/\b(?:number|no\.?)$|^(?:paper|document)$/, "number"],
  [/^title$|^subject$/, "title"],
  [/^authors?\b/, "author"],
  [/^mailing\b/, "mailing"],
  [/\bdate$/, "date"],
  [/^(?:previous|prior)\b/, "previous"],
  [/^sub-?group|^audience$|^working group/, "audience"],
  [/^disposition$|^status$/, "disposition"],
];

/** The number of the American committee, a column of its own in old listings: "11-0012", "PL22.16/11-0012". */
const AMERICAN_NUMBER = /^(?:(?:PL22\.16|X?3?J16)\/)?[0-9]{2}-[0-9]{4}$/i;
const AMERICAN_HEADING = /pl22|j16|incits|ansi/;

/** The columns that a header row names; [] for the header of another kind of table; undefined where the row is no header. */
export function readHeader(cells: Cell[]): Columns | undefined {
  const columns = cells.map(({ text }) => columnOf(text));
  if (columns.includes("number") && columns.includes("title")) return columns;
  const named = cells.filter(({ text }) => text !== "");
  return named.length > 1 && named.every(({ isHeader }) => isHeader) ? [] : undefined;
}

/** The columns of a row without a header: by how many there are. */
export function columnsByCount(cells: Cell[]): Columns {
  const [, second] = cells;
  if (second && AMERICAN_NUMBER.test(second.text)) {
    const [number, ...others] = columnsByCount(cells.toSpliced(1, 1));
    return [number, undefined, ...others];
  }
  if (cells.length < 3) return [];
  if (cells.length === 4) return WITHOUT_DATE;
  return cells.length === 5 ? WITH_DATE : YEARLY;
}

function columnOf(text: string): Column | undefined {
  const heading = text.replaceAll("\n", " ").toLowerCase();
  if (AMERICAN_HEADING.test(heading)) return undefined;
  return HEADINGS.find(([pattern]) => pattern.test(heading))?.[1];
}
