import { useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { Icon } from "../../icon.tsx";
import { placeBelow } from "../../place-below.ts";
import { WatchButton } from "../../watching/watch-button.tsx";

interface WatchMenuProps {
  kind: "author" | "audience";
  names: string[];
}

/** One button for many names: what it opens watches each of them. */
export function WatchMenu({ kind, names }: WatchMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const label = translate(`watch_one_${kind}`);
  return (
    <>
      <button ref={button} type="button" class="plain" aria-haspopup="dialog" popovertarget={id}>
        <Icon name="watch" />
        {label}
      </button>
      <div
        id={id}
        class="watch-menu"
        role="dialog"
        aria-label={label}
        popover="auto"
        onBeforeToggle={(event) => event.newState === "open" && setOpen(true)}
        onToggle={(event) => event.newState === "open" && button.current && placeBelow(event.currentTarget, button.current)}
      >
        {isOpen && (
          <ul>
            {names.map((name) => (
              <li key={name}>
                <WatchButton watch={{ kind, text: name }} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
