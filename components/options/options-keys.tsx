import { useState } from "preact/hooks";
import { useLetterKeys } from "../hooks/use-letter-keys.ts";
import { type KeyOf, KeysListDialog } from "../keys/keys-list-dialog.tsx";

const KEYS: readonly KeyOf[] = [
  ["key_row", "j", "k"],
  ["add_a_watch", "/"],
  ["key_help", "?"],
];

/** A watch, a paper that is muted, a host: what has a row of its own and something to press in it. */
const ROWS = ".watches > li, .hosts > li";
/** The watchlists, with a watch to come. */
const ANY_WATCH = "#/watch/";
const FIELD = 'main .add-watch [role="combobox"]';

/** Listens to the keys of the options, and says what they do where one asks. */
export function OptionsKeys() {
  const [isAsked, setAsked] = useState(false);
  useLetterKeys({ j: () => walk(1), k: () => walk(-1), "/": () => goToField(), "?": () => setAsked(true) });
  return isAsked ? <KeysListDialog keys={KEYS} onClose={() => setAsked(false)} /> : null;
}

/** To what is pressed first in the next row, or the one before; over rows in which nothing can be pressed. */
function walk(step: 1 | -1): void {
  const rows = [...document.querySelectorAll(ROWS)].filter((row) => row.querySelector("button"));
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[here < 0 ? (step > 0 ? 0 : rows.length - 1) : here + step];
  row?.querySelector<HTMLElement>("button")?.focus();
}

/** To where watches are added; from another page by an address whose heading does not want the focus. */
function goToField(frames = 120): void {
  const field = document.querySelector<HTMLElement>(FIELD);
  field?.focus();
  if (field || frames === 0) return;
  if (location.hash !== ANY_WATCH) location.hash = ANY_WATCH;
  requestAnimationFrame(() => goToField(frames - 1));
}
