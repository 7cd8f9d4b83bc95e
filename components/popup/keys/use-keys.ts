import { useEffect, useRef } from "preact/hooks";
import { type KeyAction, keyAction } from "./key-action.ts";

/** Does what is asked for; false where that cannot be done now, so that the key stays the browser's. */
export type KeyHandlers = Record<KeyAction, () => boolean>;

const FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';
const OTHERS = "dialog[open], :popover-open";

/** Listens to the keys of the whole page, but for what is open above it. */
export function useKeys(handlers: KeyHandlers, letterKeys: boolean): void {
  const latest = useRef({ handlers, letterKeys });
  latest.current = { handlers, letterKeys };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector(OTHERS)) return;
      const isTyping = event.target instanceof Element && event.target.matches(FIELDS);
      const action = keyAction(event, { isTyping, letterKeys: latest.current.letterKeys });
      if (action && latest.current.handlers[action]()) event.preventDefault();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, []);
}
