import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { translateCount } from "../../text/format-number.ts";

const SHOWN = 20;

interface FirstFewProps<Item> {
  items: Item[];
  children: (item: Item) => ComponentChildren;
}

/** A list of at most 20 items; the others are behind the word of how many they are, and drawn when they are asked for. */
export function FirstFew<Item>({ items, children }: FirstFewProps<Item>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <ul>{items.slice(0, SHOWN).map(children)}</ul>
      {items.length > SHOWN && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{translateCount("and_more", items.length - SHOWN)}</summary>
          {isOpen && <ul>{items.slice(SHOWN).map(children)}</ul>}
        </details>
      )}
    </>
  );
}
