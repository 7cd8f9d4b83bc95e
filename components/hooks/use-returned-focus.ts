import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** For the button that opened a form in its own place: it gets the focus back when the form is closed. */
export function useReturnedFocus(open: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return button;
}
