import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { isEnough, type ListView, type RowRange, rowsToDraw } from "./window-range.ts";

/**
 * Which rows of a list that scrolls with the page are to be in the document, however it is scrolled; at first those of
 * `first`. `viewOf` says how the list lies, and is asked at each scroll; another one is asked at once.
 */
export function useDrawnRows(list: RefObject<HTMLElement | null>, viewOf: (list: HTMLElement) => ListView, first: RowRange): RowRange {
  const [drawn, setDrawn] = useState(first);
  useLayoutEffect(() => {
    const draw = () => {
      if (!list.current) return;
      const view = viewOf(list.current);
      setDrawn((drawn) => (isEnough(drawn, view) ? drawn : rowsToDraw(view)));
    };
    draw();
    const sizes = new ResizeObserver(draw);
    if (list.current) sizes.observe(list.current);
    addEventListener("scroll", draw, { passive: true });
    addEventListener("resize", draw);
    return () => {
      sizes.disconnect();
      removeEventListener("scroll", draw);
      removeEventListener("resize", draw);
    };
  }, [viewOf]);
  return drawn;
}
