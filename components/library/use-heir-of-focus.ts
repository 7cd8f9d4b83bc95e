import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** What the focus goes to in an item. */
export const ROW_HEAD = ":is(a, [data-row-head])";

/**
 * Where an item goes by itself and had the focus, the focus moves to the item that is in its place then, else to the last
 * one; where all of `list` goes, to `fallback`. To be called by the component that draws the items.
 */
export function useHeirOfFocus(list: RefObject<HTMLElement | null>, fallback: () => HTMLElement | null): void {
  // What is drawn now is still what was drawn before.
  const place = itemsOf(list).findIndex((item) => item.contains(document.activeElement));
  useLayoutEffect(() => {
    if (place < 0 || document.activeElement !== document.body) return;
    const items = itemsOf(list);
    const heir = (items[place] ?? items.at(-1))?.querySelector<HTMLElement>(ROW_HEAD) ?? fallback();
    heir?.focus({ preventScroll: true });
  });
  useLayoutEffect(
    () => () => {
      if (list.current?.contains(document.activeElement)) fallback()?.focus({ preventScroll: true });
    },
    [],
  );
}

function itemsOf({ current }: RefObject<HTMLElement | null>): HTMLLIElement[] {
  return [...(current?.querySelectorAll("li") ?? [])];
}
