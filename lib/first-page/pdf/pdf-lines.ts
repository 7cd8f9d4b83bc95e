import { findDate } from "../header/find-date.ts";
import { readLabel } from "../header/labels.ts";
import { isBoilerplate } from "../header/paper-title.ts";
import { findAuthors } from "../header/read-authors.ts";
import { isNumbered, isSectionHeading } from "../header/section-heading.ts";
import { tidyText } from "../header/tidy-text.ts";
import type { PageLine } from "../page-line.ts";
import type { PdfWord } from "./pdf-text.ts";
import { tidyGlyphs } from "./tidy-glyphs.ts";

/** A line of a page of a PDF. */
interface Row {
  text: string;
  page: number;
  x: number;
  y: number;
  /** Of its largest letters. */
  size: number;
}

// All in sizes of a letter. Blanks are a quarter wide, columns of a table at least one apart.
const BLANK = 0.13;
const COLUMN = 0.95;
const SAME_LINE = 0.45;
const SAME_PARAGRAPH = 1.8;
const SAME_FIELD = 2.6;
const SAME_TITLE = 2.6;
/** A title is so much larger than the text, and its lines differ by no more. */
const LARGER = 1.12;
const AS_LARGE = 0.72;
const MAX_TITLE_ROWS = 6;

/** The lines of the first pages of a PDF, from top to bottom; its title and the headings of its parts are told by their size. */
export function pdfLines(pages: PdfWord[][]): PageLine[] {
  const rows = pages.flatMap((words, page) => rowsOf(words, page));
  const body = commonSize(rows);
  const title = titleRows(rows, body);
  const lines: PageLine[] = [];
  let group = 0;
  let field: Row | undefined;
  let before: Row | undefined;
  for (const row of rows) {
    const isTitle = title.has(row);
    const label = isTitle ? undefined : readLabel(row.text);
    const isPart = !isTitle && !label && title.size > 0 && row.size > body * LARGER && !isAboutPaper(row.text);
    const isHeading = isTitle || isPart || isSectionHeading(row.text);
    const goesOn = before !== undefined && !label && (isTitle ? title.has(before) : !isHeading && continues(row, before, field));
    if (!goesOn) group++;
    if (label) field = row;
    else if (!goesOn) field = undefined;
    const line: PageLine = { text: row.text, group };
    if (isTitle) line.part = "title";
    if (isHeading) line.heading = isTitle ? 1 : 2;
    lines.push(line);
    before = row;
  }
  return joinHyphens(lines);
}

function continues(row: Row, before: Row, field: Row | undefined): boolean {
  const gap = (before.y - row.y) / row.size;
  if (row.page !== before.page || gap <= 0) return false;
  if (Math.abs(row.size - before.size) > 0.15 * before.size) return false;
  // The further lines of a value stand in from the label, if with some space between them.
  return gap < SAME_PARAGRAPH || (field !== undefined && row.x > field.x + 2 * field.size && gap < SAME_FIELD);
}

/** Words at one height are a line, whatever their order in the file; raised marks belong to the line below them. */
function rowsOf(words: PdfWord[], page: number): Row[] {
  const rows: PdfWord[][] = [];
  for (const word of words.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - word.y < SAME_LINE * Math.max(first.size, word.size)) row.push(word);
    else rows.push([word]);
  }
  return rows.flatMap((row): Row[] => {
    const ordered = row.toSorted((a, b) => a.x - b.x);
    const text = textOf(ordered);
    const largest = ordered.reduce((a, b) => (b.size > a.size ? b : a));
    return text === "" ? [] : [{ text, page, x: ordered[0]?.x ?? 0, y: largest.y, size: largest.size }];
  });
}

function textOf(words: PdfWord[]): string {
  let text = "";
  let end: number | undefined;
  for (const { text: word, x, width, size } of words) {
    const gap = end === undefined ? 0 : (x - end) / size;
    text += gap > COLUMN ? "\t" : gap > BLANK ? " " : "";
    text += word.replaceAll("\t", " ");
    end = Math.max(end ?? x, x + width);
  }
  return tidyGlyphs(text)
    .split("\t")
    .map(tidyText)
    .filter((column) => column !== "")
    .join("\t");
}

/** The size that most letters have. */
function commonSize(rows: Row[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of rows) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The largest lines of the first page, if they are larger than the text, with the lines around them that are nearly as large. */
function titleRows(rows: Row[], body: number): Set<Row> {
  const candidates = rows.filter((row) => row.page === 0 && row.size >= body * LARGER && mayBeTitle(row.text));
  const size = candidates.reduce((largest, row) => Math.max(largest, row.size), 0);
  const first = candidates.find((row) => row.size > size * 0.97);
  if (!first) return new Set();
  const at = rows.indexOf(first);
  const title = [first];
  for (let next = at + 1; next < rows.length && belongs(rows[next], rows[next - 1]); next++) title.push(rows[next] as Row);
  for (let next = at - 1; next >= 0 && belongs(rows[next], rows[next + 1]); next--) title.unshift(rows[next] as Row);
  return new Set(title.slice(0, MAX_TITLE_ROWS));

  function belongs(row: Row | undefined, neighbour: Row | undefined): boolean {
    if (!row || !neighbour || !candidates.includes(row) || row.size < size * AS_LARGE) return false;
    return Math.abs(row.y - neighbour.y) < SAME_TITLE * size;
  }
}

/** What stands below a title in letters that are larger than the text, too, and is no heading. */
function isAboutPaper(text: string): boolean {
  return isBoilerplate(text) || /\S@\S/.test(text) || findDate(text) !== undefined || findAuthors([text]).length > 0;
}

function mayBeTitle(text: string): boolean {
  if ((text.match(/\p{L}/gu)?.length ?? 0) < 3 || isBoilerplate(text) || isSectionHeading(text) || isNumbered(text)) return false;
  const label = readLabel(text);
  return !label || label.field === "other";
}

/** "pro-" and "posal" in two lines of a paragraph are one word; "Jean-" and "Heyd" are not. */
function joinHyphens(lines: PageLine[]): PageLine[] {
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || next.group !== line.group || line.heading !== undefined) continue;
    if (!/\p{L}-$/u.test(line.text)) continue;
    const [, rest = "", others = ""] = /^(\p{L}\S*)\s?(.*)$/su.exec(next.text) ?? [];
    if (rest === "") continue;
    line.text = (/^\p{Ll}/u.test(rest) ? line.text.slice(0, -1) : line.text) + rest;
    next.text = others;
  }
  return lines.filter(({ text }) => text !== "");
}
