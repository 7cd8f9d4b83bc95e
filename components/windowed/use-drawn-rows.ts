import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { isEnough, type ListView, type RowRange, rowsSeen, rowsToDraw } from "./window-range.ts";

/** Where the page is not in sight nothing is painted. */
const UNPAINTED_MS = 100;

/** A popup is as small as what is in it while it opens, and gets more than it has. */
const LEAST_HEIGHT = 600;

/**
 * Which rows of a list that scrolls with the page are to be in the document, however it is scrolled. Of another list (`of`
 * says which it is) first only those that are seen, at the very first as many as fit the window where none is lower than
 * `leastHeight`: what is around them comes when they are painted. `viewOf` says how the list lies, and is asked at each
 * scroll; another one is asked at once.
 */
export function useDrawnRows(list: RefObject<HTMLElement | null>, viewOf: (list: HTMLElement) => ListView, leastHeight: number, of?: unknown): RowRange {
  const [drawn, setDrawn] = useState(() => ({ of, range: { from: 0, to: Math.ceil(Math.max(innerHeight, LEAST_HEIGHT) / leastHeight) } }));
  const seen = useRef(drawn.range);
  const begun = useRef<{ of: unknown }>(undefined);
  useLayoutEffect(() => {
    const look = (list: HTMLElement) => {
      const view = viewOf(list);
      seen.current = rowsSeen(view);
      return view;
    };
    const draw = () => {
      if (!list.current) return;
      const view = look(list.current);
      setDrawn((drawn) => (drawn.of === of && isEnough(drawn.range, view) ? drawn : { of, range: rowsToDraw(view) }));
    };
    const sizes = new ResizeObserver(draw);
    const begin = () => {
      begun.current = { of };
      draw();
      if (list.current) sizes.observe(list.current);
    };
    let end = () => {};
    if (begun.current && begun.current.of === of) begin();
    else {
      if (begun.current && list.current) {
        look(list.current);
        setDrawn({ of, range: seen.current });
      }
      end = whenPainted(begin);
    }
    addEventListener("scroll", draw, { passive: true });
    addEventListener("resize", draw);
    return () => {
      end();
      sizes.disconnect();
      removeEventListener("scroll", draw);
      removeEventListener("resize", draw);
    };
  }, [viewOf, of]);
  return drawn.of === of ? drawn.range : seen.current;
}

/** Gives what ends the waiting. */
function whenPainted(act: () => void): () => void {
  let timer = setTimeout(act, UNPAINTED_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
