import type { PageLine } from "../../document/page-line.ts";
import { type FieldName, isKnownLabel, readLabel } from "./labels.ts";
import { rowsOf } from "./people/author-rows.ts";

const ABOUT_AUTHORS = new Set<FieldName | undefined>(["authors", "detail"]);

/**
 * Lines in which each label of a table stands right before its own values, whatever the form of the table: a row with the labels and
 * below it one with the values, or all labels in one cell and all values in the next, a line each.
 */
export function inRowsOfLabels(lines: PageLine[]): PageLine[] {
  return inRowsOfCells(lines.some(({ text }) => text.includes("\t")) ? inRowsOfGaps(lines) : lines);
}

/** The same where gaps part the cells. */
function inRowsOfGaps(lines: PageLine[]): PageLine[] {
  return lines.flatMap((line, at): PageLine[] => {
    const [labels, values] = [line, lines[at + 1]].map((one) => one?.text.split("\t") ?? []) as [string[], string[]];
    if (isOfLabels(labels) && labels.length === values.length) return labels.map((label, place) => ({ ...line, text: `${label}\t${values[place]}` }));
    const before = lines[at - 1]?.text.split("\t") ?? [];
    return isOfLabels(before) && before.length === line.text.split("\t").length ? [] : [line];
  });
}

function isOfLabels(cells: string[]): boolean {
  return cells.length > 1 && cells.every(isKnownLabel);
}

function inRowsOfCells(lines: PageLine[]): PageLine[] {
  if (!lines.some(({ column }) => column)) return lines;
  const rows = rowsOf(lines);
  const straight: PageLine[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as PageLine[];
    const next = rows[at + 1];
    if (next && isHead(row) && next[0]?.column !== undefined && !readLabel(next[0].text)) {
      const named = new Set(row.map(({ column }) => column));
      straight.push(
        ...row.flatMap((label, place) =>
          asRow(
            label,
            label.group + place / row.length,
            next.filter(({ column }) => column === label.column),
          ),
        ),
      );
      straight.push(...next.filter(({ column }) => !named.has(column)));
      at++;
    } else straight.push(...(pairs(row) ?? row));
  }
  return straight;
}

/** A row of nothing but known labels, not only of what is said of authors, which has a rule of its own. */
function isHead(row: PageLine[]): boolean {
  const fields = row.map(knownField);
  const columns = new Set(row.map(({ column }) => column));
  return row.length > 1 && columns.size === row.length && fields.every((field) => field !== undefined) && !fields.every((field) => ABOUT_AUTHORS.has(field));
}

/** The labels in one cell with the values in the next; where these are more, authors have more than one. */
function pairs(row: PageLine[]): PageLine[] | undefined {
  const labels = row.filter(({ column }) => column === 0);
  const values = row.filter(({ column }) => column === 1);
  const more = values.length - labels.length;
  if (labels.length < 2 || more < 0 || labels.length + values.length < row.length || !labels.every(knownField)) return undefined;
  const authors = labels.findLastIndex((label) => knownField(label) === "authors");
  const longest = authors < 0 ? labels.length - 1 : authors;
  return labels.flatMap((label, at) => {
    const from = at + (at > longest ? more : 0);
    return asRow(label, label.group + at / labels.length, values.slice(from, from + 1 + (at === longest ? more : 0)));
  });
}

function asRow(label: PageLine, group: number, values: PageLine[]): PageLine[] {
  return [{ ...label, group, column: 0 }, ...values.map((value) => ({ ...value, group, column: 1 }))];
}

/** What a line announces that is a label and nothing else. */
function knownField({ text }: PageLine): FieldName | undefined {
  const label = readLabel(text);
  return label?.value === "" && label.field !== "other" ? label.field : undefined;
}
