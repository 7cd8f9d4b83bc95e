import type { ComponentChildren } from "preact";
import { translate } from "../../lib/language/translate.ts";
import { Icon } from "../icon.tsx";
import { MoreMenu } from "./menu/more-menu.tsx";
import { libraryAddress } from "./search/library-address.ts";

interface PopupHeaderProps {
  onCheck: () => void;
  onKeys: () => void;
  /** The search field. */
  children: ComponentChildren;
}

export function PopupHeader({ onCheck, onKeys, children }: PopupHeaderProps) {
  return (
    <header class="popup-header">
      <h1 class="visually-hidden">{translate("extensionName")}</h1>
      {children}
      <a class="icon-link" href={libraryAddress()} target="_blank" rel="noreferrer noopener">
        <Icon name="library" />
        <span class="tip below">{translate("library")}</span>
      </a>
      <MoreMenu onCheck={onCheck} onKeys={onKeys} />
    </header>
  );
}
