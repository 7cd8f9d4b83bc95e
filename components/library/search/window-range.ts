/** How a list of rows of one height lies to the part of the page that is seen; pixels. */
export interface ListView {
  /** From the top of what is seen to the top of the list; negative where that is above. */
  top: number;
  rowHeight: number;
  viewHeight: number;
  count: number;
}

export interface RowRange {
  from: number;
  /** Not included. */
  to: number;
}

/** At least so many rows beyond each edge, however small the window. */
const LEAST_BEYOND = 10;

/** The rows to be drawn: those that are seen and as many screens beyond each edge, so that scrolling never shows an empty place. */
export function rowsToDraw(view: ListView, screensBeyond = 1): RowRange {
  const { from, to } = rowsSeen(view);
  const beyond = Math.max(LEAST_BEYOND, Math.ceil((to - from) * screensBeyond));
  return { from: Math.max(0, from - beyond), to: Math.min(view.count, to + beyond) };
}

/** True where the rows that are drawn reach half a screen beyond what is seen, so that nothing has to be drawn anew yet. */
export function isEnough(drawn: RowRange, view: ListView): boolean {
  const { from, to } = rowsSeen(view);
  const margin = Math.ceil((to - from) / 2);
  return drawn.to <= view.count && drawn.from <= Math.max(0, from - margin) && drawn.to >= Math.min(view.count, to + margin);
}

/** The rows of which at least a part is seen. */
export function rowsSeen({ top, rowHeight, viewHeight, count }: ListView): RowRange {
  if (!(rowHeight > 0) || count <= 0) return { from: 0, to: Math.min(Math.max(count, 0), LEAST_BEYOND) };
  const from = clamp(Math.floor(-top / rowHeight), 0, count - 1);
  return { from, to: clamp(Math.ceil((viewHeight - top) / rowHeight), from + 1, count) };
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

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
