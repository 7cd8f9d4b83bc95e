import { useEffect, useRef } from "preact/hooks";
import { HOME } from "../../../lib/library/route.ts";
import { goTo } from "../use-route.ts";
import { CONTROLS, LIST, PAPERS, ROW } from "./keys-here.ts";

const FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';
const OTHERS = "dialog[open], :popover-open";

/** The keys of the library's pages, those of the popup where they mean something here; none where letters are switched off. */
export function useLibraryKeys(letterKeys: boolean, onHelp: () => void): void {
  const latest = useRef({ letterKeys, onHelp });
  latest.current = { letterKeys, onHelp };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, isComposing } = event;
      if (!latest.current.letterKeys || event.defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return;
      if ((target instanceof Element && target.matches(FIELDS)) || document.querySelector(OTHERS)) return;
      const isMeant = key === "?" ? ask(event.repeat, latest.current.onHelp) : press(key.toLowerCase(), event.repeat);
      if (isMeant) event.preventDefault();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, []);
}

function ask(isRepeated: boolean, onHelp: () => void): boolean {
  if (!isRepeated) onHelp();
  return true;
}

/** False for a key that means nothing here. */
function press(key: string, isRepeated: boolean): boolean {
  if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
  if (isRepeated) return false;
  if (key === "/") return search();
  const control = Object.hasOwn(CONTROLS, key) ? CONTROLS[key] : undefined;
  const row = document.activeElement?.closest(ROW);
  const button = control && row?.querySelector<HTMLElement>(`[data-control="${control}"]`);
  if (button) button.click();
  return Boolean(button);
}

function walk(step: 1 | -1): boolean {
  const list = document.querySelector(LIST);
  if (list?.contains(document.activeElement)) {
    // The list knows its rows, also those that are not drawn.
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: step > 0 ? "ArrowDown" : "ArrowUp", bubbles: true, cancelable: true }));
    return true;
  }
  const papers = [...document.querySelectorAll<HTMLElement>(list ? `${LIST} :is(a, [data-row-head])[tabindex="0"]` : PAPERS)];
  const here = papers.findIndex((paper) => paper.closest("li")?.contains(document.activeElement));
  const next = papers[here < 0 ? (step > 0 ? 0 : -1) : here + step];
  next?.focus();
  return next !== undefined;
}

function search(): boolean {
  const field = () => document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (!field()) {
    goTo(HOME, "push");
    // Drawn, and its heading focused, by then.
    setTimeout(() => field()?.focus(), 100);
    return true;
  }
  scrollTo(0, 0);
  field()?.focus();
  return true;
}
