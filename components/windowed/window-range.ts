/** Rows of a list, from top to bottom; pixels from the top of the list. */
export interface RowPlaces {
  count: number;
  /** Where the row begins; of `count`, where the list ends. */
  topOf(row: number): number;
}

/** How a list of rows lies to the part of the page that is seen; pixels. */
export interface ListView {
  /** From the top of what is seen to the top of the list; negative where that is above. */
  top: number;
  viewHeight: number;
  places: RowPlaces;
}

export interface RowRange {
  from: number;
  /** Not included. */
  to: number;
}

/** At least so many rows beyond each edge, however small the window. */
const LEAST_BEYOND = 10;

/** Rows of one height, 0 where it is not known yet. */
export function evenPlaces(count: number, rowHeight: number): RowPlaces {
  return { count, topOf: (row) => row * rowHeight };
}

/** Rows of which some were measured, by their keys; the others are as high as `usual`. */
export function measuredPlaces(keys: readonly string[], heights: ReadonlyMap<string, number>, usual: number): RowPlaces {
  const tops = new Float64Array(keys.length + 1);
  for (const [row, key] of keys.entries()) tops[row + 1] = (tops[row] ?? 0) + (heights.get(key) ?? usual);
  return { count: keys.length, topOf: (row) => tops[row] ?? Number.NaN };
}

/** The rows to be drawn: those that are seen and as many screens beyond each edge, so that scrolling never shows an empty place. */
export function rowsToDraw(view: ListView, screensBeyond = 1): RowRange {
  const { from, to } = rowsSeen(view);
  const beyond = Math.max(LEAST_BEYOND, Math.ceil((to - from) * screensBeyond));
  return { from: Math.max(0, from - beyond), to: Math.min(view.places.count, to + beyond) };
}

/** True where the rows that are drawn reach half a screen beyond what is seen, so that nothing has to be drawn anew yet. */
export function isEnough(drawn: RowRange, view: ListView): boolean {
  const { from, to } = rowsSeen(view);
  const { count } = view.places;
  const margin = Math.ceil((to - from) / 2);
  return drawn.to <= count && drawn.from <= Math.max(0, from - margin) && drawn.to >= Math.min(count, to + margin);
}

/** The rows of which at least a part is seen; where none is, the one nearest to it. */
export function rowsSeen({ top, viewHeight, places }: ListView): RowRange {
  const { count, topOf } = places;
  if (count <= 0 || !(topOf(count) > 0)) return { from: 0, to: Math.min(Math.max(count, 0), LEAST_BEYOND) };
  const from = clamp(
    firstRow(count, (row) => topOf(row + 1) > -top),
    0,
    count - 1,
  );
  return {
    from,
    to: clamp(
      firstRow(count, (row) => topOf(row) >= viewHeight - top),
      from + 1,
      count,
    ),
  };
}

/** Both of them, from top to bottom, as one where they meet. */
export function rangesOf(drawn: RowRange, held: RowRange, count: number): RowRange[] {
  const within = [drawn, held].map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(to, count) }));
  const [first, second] = within.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  if (!first || !second) return first ? [first] : [];
  return second.from <= first.to ? [{ from: first.from, to: Math.max(first.to, second.to) }] : [first, second];
}

/** The row that a key leads to from this one; undefined for a key that leads nowhere. `page` rows fit the window. */
export function rowByKey(key: string, row: number, { count, page }: { count: number; page: number }): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + Math.max(1, page - 1),
    PageUp: row - Math.max(1, page - 1),
    Home: 0,
    End: count - 1,
  };
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return next === undefined || count === 0 ? undefined : clamp(next, 0, count - 1);
}

/** The first row of which that is true, as it is of all after it; `count` where it is of none. */
function firstRow(count: number, isSo: (row: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
