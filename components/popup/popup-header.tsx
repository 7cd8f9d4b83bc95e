import type { ComponentChildren } from "preact";
import { browser } from "wxt/browser";
import { translate } from "../../lib/language/translate.ts";
import { Icon } from "../icon.tsx";
import { libraryAddress } from "./search/library-address.ts";

interface PopupHeaderProps {
  onKeys: () => void;
  /** The search field. */
  children: ComponentChildren;
}

export function PopupHeader({ onKeys, children }: PopupHeaderProps) {
  return (
    <header class="popup-header">
      <img src="/icon/icon.svg" alt="" width="24" height="24" />
      <h1 class="visually-hidden">{translate("extensionName")}</h1>
      {children}
      <a class="icon-link" href={libraryAddress()} target="_blank" rel="noreferrer noopener" title={translate("library")} aria-label={translate("library")}>
        <Icon name="library" />
      </a>
      <button type="button" class="plain icon-only" title={translate("keys")} aria-label={translate("keys")} aria-haspopup="dialog" onClick={onKeys}>
        <Icon name="keys" />
      </button>
      <button
        type="button"
        class="plain icon-only"
        title={translate("options")}
        aria-label={translate("options")}
        onClick={() => void browser.runtime.openOptionsPage()}
      >
        <Icon name="settings" />
      </button>
    </header>
  );
}
