import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type Key = string | number;

interface KeptFocus<List extends HTMLElement> {
  /** For the element that holds the items. Each item has `data-key`; what takes the focus in it has `data-keeps-focus`. */
  list: RefObject<List | null>;
  /** To be called before an item is asked to go; with what comes in its place, where something does. */
  leaving: (key: Key, successor?: Key) => void;
}

/** When an item goes, the focus moves to the one after it, else to the one before, else to `fallback`; never to nowhere. */
export function useKeptFocus<List extends HTMLElement>(keys: Key[], fallback: () => HTMLElement | null): KeptFocus<List> {
  const list = useRef<List>(null);
  const left = useRef<{ key: Key; heirs: Key[] }>(undefined);
  useLayoutEffect(() => {
    if (!left.current || keys.includes(left.current.key)) return;
    const heir = left.current.heirs.find((key) => keys.includes(key));
    left.current = undefined;
    // Whoever has moved on meanwhile is not called back.
    if (document.activeElement && document.activeElement !== document.body) return;
    const item = heir !== undefined && list.current?.querySelector(`[data-key="${CSS.escape(String(heir))}"]`);
    const target = item ? item.querySelector<HTMLElement>("[data-keeps-focus]") : fallback();
    target?.focus();
  });
  return {
    list,
    leaving(key, successor) {
      const position = keys.indexOf(key);
      left.current = { key, heirs: [...(successor === undefined ? [] : [successor]), ...keys.slice(position + 1), ...keys.slice(0, position).reverse()] };
    },
  };
}
