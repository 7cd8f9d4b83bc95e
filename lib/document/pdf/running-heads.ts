import type { PdfRow } from "./pdf-rows.ts";

/** Of each page, so many rows at its head and at its foot. */
const AT_EDGE = 2;
/** In points. */
const AT_SAME_PLACE = 4;
/** What stands on so many pages repeats, or on half of a few. */
const MANY = 3;
const ROMAN = /^[ivxl]{1,6}$/i;
const PAPER = /^[PDN]0(?:R0)?$/i;

/** The rows of a document without what repeats over its pages at their edges: running heads, numbers of pages, lines below. Whatever their numbers. */
export function withoutRunningHeads(pages: PdfRow[][]): PdfRow[][] {
  if (pages.length < 2) return pages;
  const places = new Map<string, Set<number>>();
  for (const [page, rows] of pages.entries()) {
    for (const row of edgesOf(rows)) {
      for (const key of keysOf(row)) places.set(key, (places.get(key) ?? new Set()).add(page));
    }
  }
  const least = Math.min(MANY, Math.max(2, Math.ceil(pages.length / 2)));
  const repeats = (row: PdfRow) => ROMAN.test(row.text) || keysOf(row).some((key) => (places.get(key)?.size ?? 0) >= least);
  return pages.map((rows) => {
    const edges = new Set(edgesOf(rows).filter(repeats));
    return rows.filter((row) => !edges.has(row));
  });
}

function edgesOf(rows: PdfRow[]): PdfRow[] {
  return rows.filter((_, at) => at < AT_EDGE || at >= rows.length - AT_EDGE);
}

/**
 * What must be the same for a row to be a repetition: its words and its height. The name of a chapter may change beside the paper's number.
 * Of two heights that overlap by half, what is at nearly the same height shares one.
 */
function keysOf({ text, y }: PdfRow): string[] {
  const words = text.replace(/\d+/g, "0").split(/\s+/);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const said = [words.join(" ").slice(0, 200), ...[first, last].filter((word) => PAPER.test(word))].filter((one) => /[\p{L}\p{N}]/u.test(one));
  return said.flatMap((one) => [`${Math.floor(y / AT_SAME_PLACE)} ${one}`, `${Math.floor(y / AT_SAME_PLACE + 0.5)}+ ${one}`]);
}
