import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { focusRow, type HeldRow, heldRow } from "./rows.ts";

interface RovingRows {
  /** The key of the one row that Tab reaches; the others are reached from it by the arrows. */
  current: string | undefined;
  /** For the list: the row that takes the focus becomes the current one. */
  onFocusIn: (event: FocusEvent) => void;
}

/**
 * One stop of Tab for a list of any length. When the row that holds the focus goes, the focus moves to the same control of
 * the next that stays, else of the one before, else to the list itself; never to nowhere.
 */
export function useRovingRows(keys: string[], list: RefObject<HTMLElement | null>): RovingRows {
  const [chosen, setChosen] = useState<string>();
  const before = useRef<string[]>([]);
  const orphan = useRef<HeldRow & { heirs: string[] }>(undefined);
  // Looked at while the row is still there: what is drawn next takes it away.
  const held = heldRow(list.current);
  if (held && !keys.includes(held.key)) orphan.current = { ...held, heirs: heirsOf(held.key, before.current) };
  useLayoutEffect(() => {
    before.current = keys;
    const { current: lost } = orphan;
    if (!lost) return;
    orphan.current = undefined;
    const heir = lost.heirs.find((key) => keys.includes(key));
    if (heir === undefined || !focusRow(list.current, heir, lost.control)) list.current?.focus();
  });
  return {
    current: chosen !== undefined && keys.includes(chosen) ? chosen : keys[0],
    onFocusIn(event) {
      const row = (event.target as Element).closest<HTMLElement>("[data-key]");
      if (row) setChosen(row.dataset.key);
    },
  };
}

/** Those after it, nearest first, then those before it. */
function heirsOf(key: string, keys: string[]): string[] {
  const place = keys.indexOf(key);
  return [...keys.slice(place + 1), ...keys.slice(0, Math.max(0, place)).reverse()];
}
