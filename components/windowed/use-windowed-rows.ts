import type { RefObject } from "preact";
import { useCallback, useRef } from "preact/hooks";
import { useDrawnRows } from "./use-drawn-rows.ts";
import { measuredPlaces, type RowRange, rangesOf } from "./window-range.ts";

/** A row, or the place of those between two that are drawn; pixels. */
type Piece = { row: number } | { gap: number };

interface WindowedRows {
  pieces: Piece[];
  ranges: RowRange[];
  /** How high a row is taken to be that was never drawn. */
  usual: number;
}

/**
 * What a list of rows of any height is made of, from top to bottom, so that few of them are in the document however many
 * there are: those that are seen, those around them, and those that are `held`. A row that is there has `data-item`, its
 * key; how high it was is remembered when it goes. `sizes` are how high a row is at least, and before any was measured.
 */
export function useWindowedRows(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  held: RowRange,
  sizes: { least: number; usual: number },
): WindowedRows {
  const measured = useRef<Measured>({ width: 0, usual: sizes.usual, heights: new Map() });
  const viewOf = useCallback(
    (list: HTMLElement) => {
      const { top } = measure(list, measured.current);
      return { top, viewHeight: innerHeight, places: measuredPlaces(keys, measured.current.heights, measured.current.usual) };
    },
    [keys],
  );
  const drawn = useDrawnRows(list, viewOf, sizes.least);
  const ranges = rangesOf(drawn, held, keys.length);
  const { topOf } = measuredPlaces(keys, measured.current.heights, measured.current.usual);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { from, to } of [...ranges, { from: keys.length, to: keys.length }]) {
    if (from > end) pieces.push({ gap: topOf(from) - topOf(end) });
    for (let row = from; row < to; row++) pieces.push({ row });
    end = to;
  }
  return { pieces, ranges, usual: measured.current.usual };
}

interface Measured {
  width: number;
  usual: number;
  heights: Map<string, number>;
}

/** Notes how high the rows are that are there now. What was noted at another width says nothing. */
function measure(list: HTMLElement, measured: Measured): DOMRect {
  const place = list.getBoundingClientRect();
  const isFirst = measured.width !== place.width;
  if (isFirst) measured.heights.clear();
  measured.width = place.width;
  for (const row of list.children) {
    const key = (row as HTMLElement).dataset.item;
    if (key !== undefined) measured.heights.set(key, row.getBoundingClientRect().height);
  }
  const { heights } = measured;
  // Not again and again: the place of all that was never drawn would change with it.
  if (isFirst && heights.size > 0) measured.usual = [...heights.values()].reduce((sum, height) => sum + height, 0) / heights.size;
  return place;
}
