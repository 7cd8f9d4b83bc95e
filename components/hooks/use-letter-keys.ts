import { useEffect, useRef } from "preact/hooks";
import { readSettings } from "../../lib/store/lists/settings-store.ts";
import { useLiveQuery } from "./use-live-query.ts";

const FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';
const OTHERS = "dialog[open], :popover-open";

/** Does what belongs to a letter when it is pressed anywhere on the page but in a field, where the person lets letters do things; gives whether that is so. */
export function useLetterKeys(actions: Record<string, () => void>): boolean {
  const isOn = useLiveQuery(readSettings)?.letterKeys ?? false;
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!isOn) return;
    const hear = (event: KeyboardEvent) => {
      const isOfField = event.target instanceof Element && event.target.matches(FIELDS);
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isOfField || document.querySelector(OTHERS)) return;
      const key = event.key.toLowerCase();
      const action = Object.hasOwn(latest.current, key) ? latest.current[key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [isOn]);
  return isOn;
}
