import type { PdfRow } from "./pdf-rows.ts";

/** In sizes of a letter. */
const SAME_COLUMN = 0.5;

/** Rows of a paragraph, or one row of a table with the rows that its cells go on in. */
export interface Part {
  isRow: boolean;
  rows: PdfRow[];
}

/** Parts a run of close rows where some of them stand in columns with one another. */
export function partsOf(run: PdfRow[]): Part[] {
  const inTable = rowsInColumns(run);
  const parts: Part[] = [];
  for (const row of run) {
    const last = parts.at(-1);
    const isRow = inTable.has(row);
    if (last && !isRow && (!last.isRow || isBelowCell(row, last.rows[0] as PdfRow))) last.rows.push(row);
    else parts.push({ isRow, rows: [row] });
  }
  return parts;
}

/** The rows of two cells and more whose second one begins where that of the one before or behind does; in between a cell may go on. */
function rowsInColumns(run: PdfRow[]): Set<PdfRow> {
  const found = new Set<PdfRow>();
  let before: PdfRow | undefined;
  for (const row of run) {
    if (before && isBelowCell(row, before)) continue;
    const isOne = row.cells.length > 1;
    if (before && isOne && isNear(row.cells[1], before.cells[1], row.size)) found.add(before).add(row);
    before = isOne ? row : undefined;
  }
  return found;
}

/** Whether it has nothing in the first column. */
function isBelowCell(row: PdfRow, first: PdfRow): boolean {
  return row.x > (first.cells[1] ?? Number.POSITIVE_INFINITY) - SAME_COLUMN * row.size;
}

function isNear(one: number | undefined, other: number | undefined, size: number): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) <= SAME_COLUMN * size;
}
