import { tidyText } from "../../papers/text/tidy-text.ts";
import { withoutContents } from "../contents.ts";
import type { Block, Cut, ReadText } from "../document.ts";
import { MAX_BLOCK, MAX_CHARACTERS, MAX_DOCUMENT_HTML_BYTES, MAX_LINES } from "../limits.ts";
import { READING } from "../reading.ts";
import { type Found, sectionsOf } from "../sections.ts";
import { decodeHtml } from "./decode-html.ts";
import { isHtml } from "./is-html.ts";
import { type HtmlLine, readLines } from "./read-lines.ts";
import { siftHtml } from "./sift-html.ts";

/** What is not closed stays open: deeper than this is no paper, and takes time. */
const MAX_DEPTH = 2_000;
/** No table has more; what is beyond stands in the last. */
const MAX_COLUMNS = 200;
const RAISED = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];
const EXPONENT = /^[-+−–]?[\p{L}\p{N}](?:[-+−–*·/.\p{L}\p{N} ]*[\p{L}\p{N}])?$/u;
const LONGEST_EXPONENT = 12;
/** Of "1st" and of a name. */
const NO_EXPONENT = new Set(["st", "nd", "rd", "th", "tm", "sm"]);
/** What stands before the letter of a footnote. */
const WORD = /\p{L}{4}$/u;
/** So long a document is freed of its styles, scripts and data URLs first. */
const LONG = 1_048_576;

/** The text of an HTML document, which may be cut off anywhere. Never throws. */
export function readHtmlText(bytes: Uint8Array, contentType: string, isOver?: () => boolean): ReadText {
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  const sifted = bytes.length > LONG ? siftHtml(bytes, MAX_DOCUMENT_HTML_BYTES, false) : bytes;
  const html = decodeHtml(sifted, contentType);
  if (!isHtml(html)) return { ok: false, problem: "not-a-document" };
  const { lines, cut: cutLines } = readLines(html, {
    characters: MAX_CHARACTERS,
    line: MAX_BLOCK,
    lines: MAX_LINES,
    depth: MAX_DEPTH,
    ...(isOver && { isOver }),
  });
  const { sections, isFull } = sectionsOf(foundIn(lines));
  if (!lines.some(({ text }) => /\p{L}/u.test(text))) return { ok: false, problem: "no-text" };
  const cut: Cut | undefined = cutLines ?? (isFull ? "blocks" : sifted.length === MAX_DOCUMENT_HTML_BYTES ? "bytes" : undefined);
  return { ok: true, text: { form: "html", reading: READING, sections: withoutContents(sections), ...(cut && { cut }) } };
}

function* foundIn(lines: HtmlLine[]): Generator<Found> {
  for (let from = 0, end = 0; from < lines.length; from = end) {
    const first = lines[from] as HtmlLine;
    while (end < lines.length && isWith(first, lines[end] as HtmlLine)) end++;
    const run = lines.slice(from, end);
    if (first.heading !== undefined) yield { level: first.heading, title: run.map(shown).join(" ") };
    else if (first.row === undefined || holdsBlocks(run)) yield* blocksOf(run);
    else yield { kind: "row", text: cut(cellsOf(run).join("\t")) };
  }
}

function isWith(first: HtmlLine, line: HtmlLine): boolean {
  if (first.heading !== undefined || line.heading !== undefined) return first.heading === line.heading && first.block === line.block;
  return first.row === undefined ? line.block === first.block : line.row === first.row;
}

/** A cell with several paragraphs in it lays out a page, and is none of a table. */
function holdsBlocks(row: HtmlLine[]): boolean {
  const blocks = new Map<number | undefined, number>();
  return row.some(({ column, block }) => (blocks.get(column) ?? block) !== block || !blocks.set(column, block));
}

function* blocksOf(lines: HtmlLine[]): Generator<Block> {
  for (let from = 0, end = 0; from < lines.length; from = end) {
    const { block, kind } = lines[from] as HtmlLine;
    while (lines[end]?.block === block) end++;
    yield { kind, text: cut(lines.slice(from, end).map(shown).join("\n")) };
  }
}

/** Each in its column: 5 in the first and 2 in the last say something else than 5 and 2 in the first two. */
function cellsOf(row: HtmlLine[]): string[] {
  const cells: string[] = [];
  for (const line of row) {
    const column = Math.min(line.column ?? 0, MAX_COLUMNS);
    while (cells.length < column) cells.push("");
    const before = cells[column];
    cells[column] = before === undefined ? shown(line) : `${before}\n${shown(line)}`;
  }
  return cells;
}

/** What is typed keeps how far it stands in. */
function shown(line: HtmlLine): string {
  const text = line.raised.length > 0 ? tidyText(withRaised(line)) : line.text;
  return line.isTyped ? `${" ".repeat(Math.min(/^[ \t]*/.exec(line.typed)?.[0].length ?? 0, 80))}${text}` : text;
}

/** "10<sup>6</sup>" is not 106, nor "2<sup>n</sup>" 2n: digits are raised, letters have "^" before them. */
function withRaised({ typed, raised }: HtmlLine): string {
  let text = "";
  let end = 0;
  // What holds another comes first.
  for (const [from, to] of raised.toSorted(([a, one], [b, other]) => a - b || other - one)) {
    if (from < end) continue;
    const digits = typed.slice(from, to);
    const isOfDigits = /^\d+$/.test(digits);
    if (!isOfDigits && !isExponent(typed.slice(Math.max(0, from - LONGEST_EXPONENT), from), digits)) continue;
    text += typed.slice(end, from) + (isOfDigits ? digits.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit) : "^");
    end = isOfDigits ? to : from;
  }
  return text + typed.slice(end);
}

/** Whether what is raised belongs to a formula, and is no mark of a footnote, nor the end of "1st". */
function isExponent(before: string, raised: string): boolean {
  const said = raised.length > LONGEST_EXPONENT ? "" : raised.trimEnd();
  if (!EXPONENT.test(said) || !/[\p{L}\p{N}]$/u.test(before) || NO_EXPONENT.has(said.toLowerCase())) return false;
  return !(WORD.test(before) && /^\p{Ll}$/u.test(said));
}

function cut(text: string): string {
  return text.length > MAX_BLOCK ? text.slice(0, MAX_BLOCK).toWellFormed() : text;
}
