import type { ComponentChild } from "preact";
import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useDrawnRows } from "../../windowed/use-drawn-rows.ts";
import { evenPlaces, type ListView, type RowRange, rangesOf, rowByKey, rowsSeen } from "../../windowed/window-range.ts";
import { ROW_HEAD, useHeirOfFocus } from "../use-heir-of-focus.ts";
import { forgetListPlace, keepListPlace, keptListPlace } from "./list-place.ts";

/** Of its rows, pixels, where there is room for lines. */
const LEAST_HEIGHT = 60;

interface WindowedListProps<Item> {
  items: Item[];
  keyOf: (item: Item) => string;
  label: string;
  /** Begins with a link, or with what has `data-row-head`, along which the arrow keys walk; only what the current row holds is a stop of Tab. */
  row: (item: Item, tabIndex: 0 | -1) => ComponentChild;
  /** Takes the focus where the row that had it goes with the whole list. */
  fallback: () => HTMLElement | null;
}

/**
 * A list of any length that scrolls with the page and has only the rows around what is seen in the document, each as high
 * as `--row` says and never empty. Whoever comes back to it finds themselves where they left.
 */
export function WindowedList<Item>({ items, keyOf, label, row, fallback }: WindowedListProps<Item>) {
  const list = useRef<HTMLUListElement>(null);
  const [returning] = useState(keptListPlace);
  const wantsFocus = useRef(false);
  const [currentKey, setCurrentKey] = useState(returning?.key);
  const current = Math.max(0, currentKey === undefined ? 0 : items.findIndex((item) => keyOf(item) === currentKey));
  const count = items.length;
  const viewNow = useCallback((list: HTMLElement) => viewOf(list, count), [count]);
  const drawn = useDrawnRows(list, viewNow, LEAST_HEIGHT, items);
  useHeirOfFocus(list, fallback);
  const drawRow = useKeptRows(row);

  useLayoutEffect(() => {
    if (!returning) return;
    forgetListPlace();
    // Whoever has begun to type or to choose meanwhile is not called back.
    if (document.activeElement?.matches("input, select")) return;
    scrollTo(0, returning.scroll);
    wantsFocus.current = true;
  }, []);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const link = linkOf(list.current, current);
    if (!link) return;
    wantsFocus.current = false;
    link.focus({ preventScroll: true });
  });

  const moveTo = (position: number) => {
    const item = items[position];
    if (!list.current || !item) return;
    const { top, viewHeight, places } = viewNow(list.current);
    const [rowTop, rowHeight] = [top + places.topOf(position), places.topOf(1)];
    // A little more than the row, so that it does not stick to the edge.
    if (rowTop < rowHeight) scrollBy(0, rowTop - rowHeight);
    else if (rowTop + 2 * rowHeight > viewHeight) scrollBy(0, rowTop + 2 * rowHeight - viewHeight);
    // The row that is current already is drawn, and is not drawn anew.
    if (position === current) linkOf(list.current, position)?.focus({ preventScroll: true });
    else wantsFocus.current = true;
    setCurrentKey(keyOf(item));
  };
  const press = (event: KeyboardEvent) => {
    // What a button of a row opens has keys of its own.
    if (!list.current || isModified(event) || (event.target as Element).closest("[popover]")) return;
    const { from, to } = rowsSeen(viewNow(list.current));
    const next = rowByKey(event.key, current, { count, page: to - from });
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next);
  };
  const leave = (event: MouseEvent) => {
    // Opens beside this page, which stays where it is.
    if (isModified(event)) return;
    const key = event.target instanceof Element && event.target.closest("a") ? event.target.closest<HTMLElement>("[data-key]")?.dataset.key : undefined;
    if (key !== undefined) keepListPlace({ key, scroll: scrollY });
  };

  return (
    <ul
      ref={list}
      class="windowed"
      style={{ "--rows": count }}
      aria-label={label}
      onKeyDown={press}
      onClick={leave}
      onFocusIn={(event) => setCurrentKey((event.target as HTMLElement).closest<HTMLElement>("[data-key]")?.dataset.key)}
    >
      {positions(drawn, current, count).map((position) => {
        const item = items[position];
        if (item === undefined) return null;
        const key = keyOf(item);
        return (
          <li key={key} data-key={key} data-row={position} style={{ "--position": position }} aria-setsize={count} aria-posinset={position + 1}>
            {drawRow(item, key, position === current ? 0 : -1)}
          </li>
        );
      })}
    </ul>
  );
}

/**
 * Draws a row anew only where it is another: what is handed back as it was is not even compared, so scrolling and walking
 * cost what comes into sight and no more.
 */
function useKeptRows<Item>(row: WindowedListProps<Item>["row"]): (item: Item, key: string, tabIndex: 0 | -1) => ComponentChild {
  type Kept = { row: typeof row; item: Item; tabIndex: 0 | -1; drawn: ComponentChild };
  const before = useRef(new Map<string, Kept>());
  const now = new Map<string, Kept>();
  useLayoutEffect(() => {
    before.current = now;
  });
  return (item, key, tabIndex) => {
    const kept = before.current.get(key);
    const same = kept?.row === row && kept.item === item && kept.tabIndex === tabIndex ? kept : { row, item, tabIndex, drawn: row(item, tabIndex) };
    now.set(key, same);
    return same.drawn;
  };
}

function isModified({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent | MouseEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

function linkOf(list: HTMLElement | null, position: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-row="${position}"] ${ROW_HEAD}`) ?? null;
}

/** The drawn rows, and the current one wherever it is: what has the focus is never taken away. */
function positions(drawn: RowRange, current: number, count: number): number[] {
  const ranges = rangesOf(drawn, { from: current, to: current + 1 }, count);
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset));
}

function viewOf(list: HTMLElement, count: number): ListView {
  const { top, height } = list.getBoundingClientRect();
  return { top, viewHeight: innerHeight, places: evenPlaces(count, count > 0 ? height / count : 0) };
}
