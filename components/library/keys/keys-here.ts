import type { KeyOf } from "../../keys/keys-list-dialog.tsx";

/** What is walked: the rows of a long list, else the papers of a page. */
export const LIST = "ul.windowed";
export const PAPERS = ".summaries .summary-id";
/** Where keys press a button of the row that has the focus. */
export const ROW = ":is([data-key], .summaries > li)";
/** Those keys, and which button. */
export const CONTROLS: Readonly<Record<string, string>> = { e: "read", r: "read", s: "star", l: "later", w: "watch" };

const ROWS = `${LIST} > li, ${PAPERS}`;

/** What keys do in the library, and what has to be on the page for it. */
const KEYS: readonly { key: KeyOf; of?: string }[] = [
  { key: ["key_move", "j", "k"], of: ROWS },
  { key: ["key_open", "Enter"], of: ROWS },
  { key: ["key_read", "e", "r"], of: buttonOf("read") },
  { key: ["key_star", "s"], of: buttonOf("star") },
  { key: ["key_later", "l"], of: buttonOf("later") },
  { key: ["key_watch", "w"], of: buttonOf("watch") },
  { key: ["key_changes", "c"], of: '[aria-keyshortcuts="c"]' },
  { key: ["key_change", "n", "p"], of: '[aria-keyshortcuts="n"]' },
  { key: ["key_search", "/"] },
  { key: ["key_help", "?"] },
];

/** The keys that do something on a page where these things are. */
export function keysHere(isThere: (selector: string) => boolean): KeyOf[] {
  return KEYS.flatMap(({ key, of }) => (of === undefined || isThere(of) ? [key] : []));
}

function buttonOf(control: string): string {
  return `${ROW} [data-control="${control}"]`;
}
