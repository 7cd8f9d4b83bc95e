import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * For the heading of the section with that id: it takes the focus when a link leads to it (#work), and when the page was
 * opened there, once the section is drawn: the browser looked for the place before.
 */
export function useAnchor(id: string, isDrawn = true): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isDrawn) return;
    const arrive = () => {
      if (location.hash !== `#${id}`) return;
      heading.current?.scrollIntoView();
      heading.current?.focus({ preventScroll: true });
    };
    arrive();
    addEventListener("hashchange", arrive);
    return () => removeEventListener("hashchange", arrive);
  }, [id, isDrawn]);
  return heading;
}
