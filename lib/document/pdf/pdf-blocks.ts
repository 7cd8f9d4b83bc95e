import { isContents } from "../contents.ts";
import type { Block, BlockKind } from "../document.ts";
import { MAX_BLOCK } from "../limits.ts";
import { isNumbered, isSectionHeading } from "../section-heading.ts";
import type { Found } from "../sections.ts";
import { columnsOf } from "./columns.ts";
import { lettersBySize, roundedSize } from "./common-size.ts";
import { hyphenatedIn, joinRows } from "./join-rows.ts";
import { type PdfRow, pdfRows } from "./pdf-rows.ts";
import type { PdfWord } from "./pdf-text.ts";
import { withoutRunningHeads } from "./running-heads.ts";
import { partsOf } from "./tables.ts";

// All in sizes of a letter.
const SAME_PARAGRAPH = 1.8;
const LARGER = 1.12;
const AS_LARGE = 0.15;
/** So much of a document is never all headings. */
const OF_TEXT = 0.15;
const MAX_HEADING = 120;
const BULLET = /^[•●▪■◦○‣⁃∙·–—*-]\s+/;
const OF_LIST = /^\(?(?:\d{1,2}|[a-z])[.)]\s+/;
const ENDS_SENTENCE = /[.:;!?][)"'”’]?$/;
const CODE = /[;{}]$|^[{}]|^\/\/|^#(?:include|define|if|endif)|^template ?<|^(?:struct|class|namespace|using|return|public:|private:)\b/;
/** "1.2 Rings . . . . 12", and in a table of contents also without dots. */
const LED_TO_PAGE = /(?:[.…]\s?){4}\s?\d{0,4}$/;
/** No such end of a row is longer: its blanks are single. */
const LONGEST_END = 20;
const ENDS_IN_PAGE = /[\s.](\d{1,3})$/;

/**
 * The headings and paragraphs of a PDF, as far as its lines show them: what repeats over pages and the table of contents is left out, a
 * page that ends ends no paragraph, a line that stands close below one goes on with it unless both stand in columns.
 */
export function pdfBlocks(pages: PdfWord[][]): Found[] {
  const rows = withoutEntries(withoutRunningHeads(pages.map((words, page) => columnsOf(words).flatMap((part) => pdfRows(part, page)))).flat());
  const body = sizeOfText(rows);
  const levels = levelsOf(rows, body);
  const hyphenated = hyphenatedIn(rows.map(({ text }) => text));
  const found: Found[] = [];
  for (let from = 0, end = 0; from < rows.length; from = end) {
    const first = rows[from] as PdfRow;
    const level = levels.get(first);
    end = from + 1;
    while (end < rows.length && goesOn(end)) end++;
    const run = rows.slice(from, end);
    found.push(...(level === undefined ? blocksOf(run) : [{ level, title: joinRows(run.map(spaced), hyphenated) }]));

    function goesOn(at: number): boolean {
      const [before, row] = [rows[at - 1] as PdfRow, rows[at] as PdfRow];
      if (levels.get(row) !== level) return false;
      if (level !== undefined) return row.page === first.page && at - from < 4 && isClose(before, row) && !isNumbered(row.text);
      return !beginsItem(row) && (isClose(before, row) || (isBehind(before, row) && isUnfinished(before, row)));
    }
  }
  return found;

  function blocksOf(run: PdfRow[]): Block[] {
    const isItem = beginsItem(run[0] as PdfRow);
    if (!isItem && run.filter((row) => CODE.test(spaced(row))).length > run.length / 2) return [blockOf("code", run.map(spaced).join("\n"))];
    return isItem ? [paragraph(run)] : partsOf(run).map((part) => (part.isRow ? rowOfTable(part.rows) : paragraph(part.rows)));
  }

  function rowOfTable(run: PdfRow[]): Block {
    const texts = run.map(({ text }) => text);
    return blockOf("row", joinRows(texts, hyphenated));
  }

  function paragraph(run: PdfRow[]): Block {
    const text = joinRows(run.map(spaced), hyphenated);
    const [bullet = ""] = BULLET.exec(text) ?? [];
    return bullet === "" ? blockOf("text", text) : blockOf("item", text.slice(bullet.length));
  }
}

function blockOf(kind: BlockKind, text: string): Block {
  return { kind, text: text.slice(0, MAX_BLOCK).toWellFormed() };
}

/** The first row of an item of a list. */
function beginsItem({ text }: PdfRow): boolean {
  return BULLET.test(text) || OF_LIST.test(text);
}

function spaced({ text }: PdfRow): string {
  return text.replaceAll("\t", " ");
}

function isClose(before: PdfRow, row: PdfRow): boolean {
  const gap = (before.y - row.y) / row.size;
  return row.page === before.page && gap > 0 && gap < SAME_PARAGRAPH && Math.abs(row.size - before.size) <= AS_LARGE * before.size;
}

/** On top of the next page, or of the next column. */
function isBehind(before: PdfRow, row: PdfRow): boolean {
  return (row.page === before.page + 1 || (row.page === before.page && row.y > before.y)) && Math.abs(row.size - before.size) <= AS_LARGE * before.size;
}

function isUnfinished(before: PdfRow, row: PdfRow): boolean {
  return !ENDS_SENTENCE.test(before.text) || /^\p{Ll}/u.test(row.text);
}

/** Rows without those of a table of contents: what dots lead to the number of a page, and below its heading what ends in one that is no smaller than the one before. */
function withoutEntries(rows: PdfRow[]): PdfRow[] {
  const kept: PdfRow[] = [];
  let isWithin = false;
  let page = 0;
  for (const [at, row] of rows.entries()) {
    if (LED_TO_PAGE.test(row.text.slice(-LONGEST_END))) continue;
    if (isContents(row.text)) {
      isWithin = true;
      page = 0;
      continue;
    }
    // An entry may take two rows.
    const leadsTo = pageIn(row) ?? pageIn(rows[at + 1]);
    isWithin &&= leadsTo !== undefined && leadsTo >= page;
    if (isWithin) page = leadsTo ?? page;
    else kept.push(row);
  }
  return kept;
}

function pageIn(row: PdfRow | undefined): number | undefined {
  const [, number] = ENDS_IN_PAGE.exec(row?.text ?? "") ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Headings are told by their size, by their number, or by being what papers call their parts. */
function levelsOf(rows: PdfRow[], body: number): Map<PdfRow, number> {
  const headings = rows.filter((row, at) => isHeading(row, rows[at - 1], rows[at + 1], body));
  const ofSize = new Map<number, number>();
  for (const row of headings) if (isNumbered(row.text)) ofSize.set(roundedSize(row.size), Math.min(depthOf(row) + 1, ofSize.get(roundedSize(row.size)) ?? 6));
  const largest = headings.reduce((most, { size }) => Math.max(most, size), 0);
  return new Map(headings.map((row) => [row, isNumbered(row.text) ? depthOf(row) + 1 : levelOf(row)]));

  function levelOf({ size, page }: PdfRow): number {
    return ofSize.get(roundedSize(size)) ?? (page === 0 && size >= largest * 0.97 && size > body * LARGER ? 1 : 2);
  }
}

function isHeading(row: PdfRow, before: PdfRow | undefined, after: PdfRow | undefined, body: number): boolean {
  const { text, size } = row;
  if (text.length > MAX_HEADING || !/\p{L}{2}/u.test(text) || CODE.test(text) || BULLET.test(text)) return false;
  if (size > body * LARGER) return true;
  if (size < body * (1 - AS_LARGE) || /[.,;:]$/.test(text) || text.includes("\t\t")) return false;
  if (before && isClose(before, row)) return false;
  return isSectionHeading(text) || (isNumbered(text) && (depthOf(row) > 1 || !(after && isClose(row, after) && !isNumbered(after.text))));
}

/** The largest size that is no heading's: there may be more of code and wording, in smaller letters, than of text. */
function sizeOfText(rows: PdfRow[]): number {
  const letters = lettersBySize(rows);
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(0, ...[...letters].filter(([, count]) => count > OF_TEXT * all).map(([size]) => size));
}

function depthOf({ text }: PdfRow): number {
  return Math.min(5, /^(?:§ ?)?[\dIVX]+((?:\.\d+)*)/.exec(text)?.[1]?.match(/\.\d+/g)?.length ?? 0) + 1;
}
