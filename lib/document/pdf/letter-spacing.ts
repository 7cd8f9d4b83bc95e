import type { PdfWord } from "./pdf-text.ts";

/** A line is spaced out that has so many letters at least, and hardly anything but single ones. */
const MIN_LETTERS = 6;
const MIN_LETTERS_OF_ONE = 3;
const MOST = 0.9;
const WORDS_APART = 2;

/**
 * The words of a line that is spaced out ("t h i s"), each without the blanks in it, how far apart its letters stand where each is
 * a piece of its own, and so how far its words, in sizes of a letter; of any other line all as it is.
 */
export function joinSpaced(words: PdfWord[]): { words: PdfWord[]; letterGap: number; wordGap: number } {
  const asTheyAre = { words: words.map((word) => (isSpaced(word.text) ? joined(word) : word)), letterGap: 0, wordGap: 0 };
  const pieces = words.flatMap(({ text }) => text.trim().split(/\s+/));
  const single = pieces.filter((piece) => /^\p{L}\p{M}*[.,:;!?]?$/u.test(piece)).length;
  if (single < MIN_LETTERS || single < MOST * pieces.length) return asTheyAre;
  const gaps = words.slice(1).flatMap((word, at) => gapBetween(words[at], word));
  const letterGap = gaps.length >= MIN_LETTERS - 1 ? Math.max(0, gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0) : 0;
  return { words: words.map(joined), letterGap, wordGap: WORDS_APART };
}

/** One piece of text that is spaced out in a line that is not: code in a font whose letters are narrower than their places. */
function isSpaced(text: string): boolean {
  return /^(?:\S ){3,}\S$/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS_OF_ONE;
}

function joined(word: PdfWord): PdfWord {
  return { ...word, text: word.text.replace(/(?<=\S)\s(?=\S)/g, "") };
}

/** None between pieces of more than a letter, which are words. */
function gapBetween(before: PdfWord | undefined, { text, x, size }: PdfWord): number[] {
  return before && [...before.text].length === 1 && [...text].length === 1 ? [(x - before.x - before.width) / size] : [];
}
