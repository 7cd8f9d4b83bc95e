import type { PageLine } from "../../document/page-line.ts";
import { commonSize } from "../../document/pdf/common-size.ts";
import { pdfRows, type PdfRow as Row } from "../../document/pdf/pdf-rows.ts";
import type { PdfWord } from "../../document/pdf/pdf-text.ts";
import { vocabularyOf, wordsWithin } from "../../document/pdf/spaced-words.ts";
import { isNumbered, isSectionHeading } from "../../document/section-heading.ts";
import { findDate } from "../../papers/text/find-date.ts";
import { isKnownLabel, readLabel } from "../header/labels.ts";
import { isBoilerplate } from "../header/paper-title.ts";
import { findAuthors } from "../header/read-authors.ts";

// All in sizes of a letter.
const SAME_PARAGRAPH = 1.8;
const SAME_FIELD = 2.6;
const SAME_TITLE = 2.6;
/** A title is so much larger than the text, and its lines differ by no more. */
const LARGER = 1.12;
const AS_LARGE = 0.72;
const MAX_TITLE_ROWS = 6;
const ONE_LINE = 1.35;
const MAX_HEADER_ROWS = 40;
const MAX_FIELD = 120;
/** As of a line of HTML: no header has one that is longer. */
const MAX_ROW = 2_000;
/** Slides have few words, and no text that these would be larger than. In points, and in letters. */
const OF_SLIDES = 16;
const MAX_ON_SLIDE = 400;

/** The lines of the first pages of a PDF, from top to bottom; its title and the headings of its parts are told by their size. */
export function pdfLines(pages: PdfWord[][], said = ""): PageLine[] {
  const rows = withBlanks(
    pages.flatMap((words, page) => pdfRows(words, page, isKnownLabel).map((row) => ({ ...row, text: row.text.slice(0, MAX_ROW).toWellFormed() }))),
    said,
  );
  const body = commonSize(rows);
  const title = titleRows(rows, body);
  const fields = fieldRows(rows, title);
  const lastField = rows.lastIndexOf(fields.at(-1) as Row);
  // What the paper shows may be code in smaller letters, and more of it than of text.
  const usual = Math.max(body, median(fields.map(({ size }) => size)));
  const lines: PageLine[] = [];
  let group = 0;
  let field: Row | undefined;
  let before: Row | undefined;
  for (const [at, row] of rows.entries()) {
    const isTitle = title.has(row);
    const label = isTitle ? undefined : readLabel(row.text);
    const isLarge = title.size > 0 && row.size > usual * LARGER;
    const isPart = !isTitle && !label && isLarge && at > lastField && !isAboutPaper(row.text);
    const isHeading = isTitle || isPart || isSectionHeading(row.text);
    const goesOn = before !== undefined && !label && (isTitle ? title.has(before) : !isHeading && !title.has(before) && continues(row, before, field));
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

/** Rows that are spaced out with the blanks that they have lost. */
function withBlanks(rows: Row[], said: string): Row[] {
  if (!rows.some(({ isSpaced }) => isSpaced)) return rows;
  const known = vocabularyOf([said, ...rows.filter(({ isSpaced }) => !isSpaced).map(({ text }) => text)]);
  return rows.map((row) => (row.isSpaced ? { ...row, text: row.text.replace(/\p{L}{6,}/gu, (word) => wordsWithin(word, known).join(" ")) } : row));
}

function continues(row: Row, before: Row, field: Row | undefined): boolean {
  const gap = (before.y - row.y) / row.size;
  if (row.page !== before.page || gap <= 0) return false;
  if (Math.abs(row.size - before.size) > 0.15 * before.size) return false;
  // The further lines of a value stand in from the label, if with some space between them.
  return gap < SAME_PARAGRAPH || (field !== undefined && row.x > field.x + 2 * field.size && gap < SAME_FIELD);
}

/** The largest lines of the first page, if they are larger than the text, with the lines around them that are nearly as large. */
function titleRows(rows: Row[], body: number): Set<Row> {
  const onFirst = rows.filter(({ page }) => page === 0);
  const isSlide = body >= OF_SLIDES && onFirst.reduce((letters, { text }) => letters + text.length, 0) < MAX_ON_SLIDE;
  const candidates = new Set(onFirst.filter((row) => row.size >= (isSlide ? body : body * LARGER) && mayBeTitle(row.text)));
  const size = [...candidates].reduce((largest, row) => Math.max(largest, row.size), 0);
  const first = [...candidates].find((row) => row.size > size * 0.97);
  if (!first) return new Set();
  const at = rows.indexOf(first);
  const title = [first];
  for (let next = at + 1; next <= at + MAX_TITLE_ROWS && belongs(rows[next], rows[next - 1]); next++) {
    if (isNameBelow(rows[next] as Row, rows[next - 1] as Row)) break;
    title.push(rows[next] as Row);
  }
  for (let next = at - 1; next > at - MAX_TITLE_ROWS && belongs(rows[next], rows[next + 1]); next--) title.unshift(rows[next] as Row);
  return new Set(title.slice(0, MAX_TITLE_ROWS));

  function belongs(row: Row | undefined, neighbour: Row | undefined): boolean {
    if (!row || !neighbour || !candidates.has(row) || row.size < size * AS_LARGE) return false;
    return Math.abs(row.y - neighbour.y) < SAME_TITLE * size;
  }
}

/** Whether the names of the authors begin here, as large as the title: what looks like names may go on with it, but not after some space. */
function isNameBelow(row: Row, above: Row): boolean {
  return (
    above.y - row.y > ONE_LINE * row.size &&
    !/(?:[-,:&]|\b(?:a|an|and|for|from|in|of|on|or|the|to|with))$/i.test(above.text) &&
    findAuthors([row.text]).length > 0
  );
}

/**
 * The lines of the first page with the fields of the header, up to the first part of the paper. Whatever else stands between them, or
 * between them and the title, is of the header as well: a subtitle, a line in larger letters.
 */
function fieldRows(rows: Row[], title: Set<Row>): Row[] {
  const from = rows.findLastIndex((row) => title.has(row)) + 1;
  const end = rows.findIndex((row, at) => row.page > 0 || at >= from + MAX_HEADER_ROWS || (at >= from && isFirstPart(row)));
  return rows.slice(0, end < 0 ? rows.length : end).filter((row) => !title.has(row) && isField(row.text));
}

function isFirstPart({ text }: Row): boolean {
  return isSectionHeading(text) || (isNumbered(text) && findDate(text) === undefined && readLabel(text) === undefined);
}

function isField(text: string): boolean {
  const label = readLabel(text);
  return label ? label.field !== "other" && label.field !== "detail" && /[:\t]/.test(text) : text.length < MAX_FIELD && /\S@\S/.test(text);
}

function median(sizes: number[]): number {
  return sizes.toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0;
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
