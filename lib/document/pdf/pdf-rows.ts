import { tidyText } from "../../papers/text/tidy-text.ts";
import { joinSpaced } from "./letter-spacing.ts";
import { undoubled, withoutOverprints } from "./overprints.ts";
import type { PdfWord } from "./pdf-text.ts";
import { joinTucked, tidyGlyphs } from "./tidy-glyphs.ts";

/** A line of a page of a PDF. */
export interface PdfRow {
  /** Its cells with a tabulator between them. */
  text: string;
  /** Where each cell begins. */
  cells: number[];
  page: number;
  x: number;
  y: number;
  /** Of its largest letters. */
  size: number;
  /** Its letters are spaced out, so that the blanks between its words may be lost. */
  isSpaced: boolean;
}

// All in sizes of a letter. Blanks are a quarter wide, columns of a table at least one apart.
const BLANK = 0.13;
const COLUMN = 0.95;
const SAME_LINE = 0.45;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Words at one height are a line, whatever their order in the file; raised marks belong to the line below them. From top to bottom; what `isLabel` knows has a gap behind it. */
export function pdfRows(words: PdfWord[], page: number, isLabel: (text: string) => boolean = () => false): PdfRow[] {
  const rows: PdfWord[][] = [];
  for (const word of words.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - word.y < SAME_LINE * Math.max(first.size, word.size)) row.push(word);
    else rows.push([word]);
  }
  return rows.flatMap((row): PdfRow[] => {
    // Where most words run from right to left the line does, and is looked at in a mirror.
    const isMirrored = 2 * row.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length > row.length;
    const placed = isMirrored ? row.map((word) => ({ ...word, x: -word.x - word.width })) : row;
    const ordered = withoutOverprints(placed.toSorted((a, b) => a.x - b.x));
    const { text, cells, isSpaced } = readRow(ordered, isLabel);
    const largest = ordered.reduce((a, b) => (b.size > a.size ? b : a));
    return text === ""
      ? []
      : [{ text, cells, page, x: isMirrored ? Math.min(...row.map(({ x }) => x)) : (ordered[0]?.x ?? 0), y: largest.y, size: largest.size, isSpaced }];
  });
}

function readRow(words: PdfWord[], isLabel: (text: string) => boolean): Pick<PdfRow, "text" | "cells" | "isSpaced"> {
  const { words: joined, letterGap, wordGap } = joinSpaced(words);
  // In letters of its own, a label needs no colon.
  const label = joined.length > 1 && isLabel(joined[0]?.text ?? "") ? joined[0] : undefined;
  let text = "";
  let end: number | undefined;
  let before: PdfWord | undefined;
  const begins: number[] = [];
  for (const one of joined) {
    const { text: word, x, width, size } = one;
    const gap = end === undefined ? 0 : (x - end) / size - letterGap;
    const isNext = gap > COLUMN + wordGap || (before !== undefined && before === label && gap > BLANK);
    if (before === undefined || isNext) begins.push(x);
    text += isNext ? "\t" : gap > BLANK ? " " : "";
    before = one;
    text += joinTucked(word.replaceAll("\t", " "));
    end = Math.max(end ?? x, x + width);
  }
  const columns = tidyGlyphs(undoubled(text)).split("\t").map(tidyText);
  const isFilled = (column: string) => column !== "";
  return {
    text: columns.filter(isFilled).join("\t"),
    cells: begins.filter((_, at) => isFilled(columns[at] ?? "")),
    isSpaced: joined.every(({ text: word }, at) => word.length < 2 || word.length < (words[at]?.text.length ?? 0)),
  };
}
