import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** For an element that may go with the focus in it: the focus moves to its heir then, never to nowhere. The heir is looked for while the element is still there. */
export function useHeir<Leaving extends HTMLElement>(heirOf: (leaving: Leaving) => HTMLElement | null): RefObject<Leaving | null> {
  const element = useRef<Leaving>(null);
  useLayoutEffect(() => {
    const leaving = element.current;
    return () => {
      if (leaving?.contains(document.activeElement)) heirOf(leaving)?.focus();
    };
  }, []);
  return element;
}
