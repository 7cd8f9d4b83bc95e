import { useId, useRef, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { translate } from "../../../lib/language/translate.ts";
import { Icon } from "../../icon.tsx";
import { placeBelow } from "../../place-below.ts";
import { itemFor } from "./item-for.ts";

interface MoreMenuProps {
  onCheck: () => void;
  onKeys: () => void;
}

/** What is wanted seldom, behind one button: the arrows move in it, Escape and Tab leave it, the browser gives the focus back. */
export function MoreMenu({ onCheck, onKeys }: MoreMenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const choose = (act?: () => unknown) => {
    // First, so that what is opened now gives the focus back to the button.
    menu.current?.hidePopover();
    act?.();
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === "Tab") return choose();
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const place = itemFor(
      event.key,
      items.map((item) => item.textContent),
      items.indexOf(document.activeElement as HTMLElement),
    );
    if (place === undefined) return;
    event.preventDefault();
    items[place]?.focus();
  };
  const command = (text: string, act: () => unknown) => (
    <button type="button" role="menuitem" tabIndex={-1} onClick={() => choose(act)}>
      {text}
    </button>
  );
  const page = (text: string, href: string) => (
    <a role="menuitem" tabIndex={-1} href={href} target="_blank" rel="noreferrer noopener" onClick={() => choose()}>
      {text}
    </a>
  );
  return (
    <>
      <button ref={button} type="button" class="plain icon-only" popovertarget={id} aria-haspopup="menu" aria-expanded={isOpen}>
        <Icon name="more" />
        <span class="tip below">{translate("more")}</span>
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        role="menu"
        aria-label={translate("more")}
        popover="auto"
        onKeyDown={move}
        onToggle={(event) => {
          setOpen(event.newState === "open");
          if (event.newState === "open" && button.current) placeBelow(event.currentTarget, button.current);
        }}
      >
        {command(translate("check_now"), onCheck)}
        {command(translate("options"), () => browser.runtime.openOptionsPage())}
        {page(translate("work"), "/options.html#work")}
        {command(translate("keys"), onKeys)}
        {page(translate("help"), "/welcome.html")}
      </div>
    </>
  );
}
