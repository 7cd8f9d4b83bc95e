import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { isEnough, type ListView, type RowRange, rowsToDraw } from "./window-range.ts";

/** Where the page is not in sight nothing is painted. */
const UNPAINTED_MS = 100;

/**
 * Which rows of a list that scrolls with the page are to be in the document, however it is scrolled; until the first of
 * them are painted those of `first`, if any. `viewOf` says how the list lies, and is asked at each scroll; another one is
 * asked at once.
 */
export function useDrawnRows(list: RefObject<HTMLElement | null>, viewOf: (list: HTMLElement) => ListView, first: RowRange): RowRange {
  const [drawn, setDrawn] = useState(first);
  const isBegun = useRef(first.to === first.from);
  useLayoutEffect(() => {
    const draw = () => {
      if (!list.current) return;
      const view = viewOf(list.current);
      setDrawn((drawn) => (isEnough(drawn, view) ? drawn : rowsToDraw(view)));
    };
    const sizes = new ResizeObserver(draw);
    const begin = () => {
      isBegun.current = true;
      draw();
      if (list.current) sizes.observe(list.current);
    };
    let end = () => {};
    if (isBegun.current) begin();
    else end = whenPainted(begin);
    addEventListener("scroll", draw, { passive: true });
    addEventListener("resize", draw);
    return () => {
      end();
      sizes.disconnect();
      removeEventListener("scroll", draw);
      removeEventListener("resize", draw);
    };
  }, [viewOf]);
  return drawn;
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
