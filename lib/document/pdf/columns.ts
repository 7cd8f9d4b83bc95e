import type { PdfWord } from "./pdf-text.ts";

/** So little of a page in two columns crosses the gutter: its title. */
const MOST_ACROSS = 0.05;
/** And so much of it stands in each of them. */
const LEAST_IN_ONE = 0.3;
const MIN_WORDS = 40;
const STEPS = 20;

/** The words of a page in the parts in which it is read: what goes across, the left column, the right one; one part where it has no columns. */
export function columnsOf(words: PdfWord[]): PdfWord[][] {
  if (words.length < MIN_WORDS) return [words];
  const left = Math.min(...words.map(({ x }) => x));
  const right = Math.max(...words.map(({ x, width }) => x + width));
  let gutter: { across: PdfWord[]; parts: [PdfWord[], PdfWord[]] } | undefined;
  for (let step = 0; step <= STEPS; step++) {
    const at = left + (right - left) * (0.4 + (0.2 * step) / STEPS);
    const across = words.filter(({ x, width }) => x < at && x + width > at);
    if (across.length > MOST_ACROSS * words.length || (gutter && across.length >= gutter.across.length)) continue;
    gutter = { across, parts: [words.filter(({ x, width }) => x + width <= at), words.filter(({ x }) => x >= at)] };
  }
  const isSplit = gutter?.parts.every((part) => lettersIn(part) > LEAST_IN_ONE * lettersIn(words));
  return gutter && isSplit ? [gutter.across, ...gutter.parts].filter((part) => part.length > 0) : [words];
}

function lettersIn(words: PdfWord[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}
