import type { PdfRow } from "./pdf-rows.ts";

/** The size that most letters have. */
export function commonSize(rows: PdfRow[]): number {
  return [...lettersBySize(rows)].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** How many letters each size has. */
export function lettersBySize(rows: PdfRow[]): Map<number, number> {
  const letters = new Map<number, number>();
  for (const { size, text } of rows) letters.set(roundedSize(size), (letters.get(roundedSize(size)) ?? 0) + text.length);
  return letters;
}

/** To half a point: what is printed in one size differs by less. */
export function roundedSize(size: number): number {
  return Math.round(size * 2) / 2;
}
