import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";
import { formatNumber } from "../text/format-number.ts";
import { keptWayBack } from "./browse/use-way-back.ts";

interface ShownPartProps<Item> {
  items: Item[];
  /** How many are shown at first. */
  first: number;
  /** Names what there is more of, for who hears the button alone. */
  label: string;
  children: (items: Item[]) => ComponentChildren;
}

/** The first of many items, and a button for the rest. */
export function ShownPart<Item>({ items, first, label, children }: ShownPartProps<Item>) {
  // Whoever comes back may have been far down.
  const [all, setAll] = useState(() => keptWayBack() !== undefined);
  const part = useRef<HTMLDivElement>(null);
  const showAll = () => {
    setAll(true);
    // The button goes; what it has shown comes after what was there.
    part.current?.focus();
  };
  return (
    <div ref={part} tabIndex={-1} class="shown-part">
      {children(all ? items : items.slice(0, first))}
      {!all && items.length > first && (
        <button type="button" class="plain" onClick={showAll}>
          {translate("show_all_of", [formatNumber(items.length)])}
          <span class="visually-hidden">{label}</span>
        </button>
      )}
    </div>
  );
}
