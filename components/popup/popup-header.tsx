import { browser } from "wxt/browser";
import { translate } from "../../lib/translate.ts";
import { Icon } from "../icon.tsx";

export function PopupHeader() {
  return (
    <header class="popup-header">
      <img src="/icon/icon.svg" alt="" width="24" height="24" />
      <h1>{translate("extensionName")}</h1>
      <button type="button" class="plain" onClick={() => void browser.runtime.openOptionsPage()}>
        <Icon name="settings" />
        {translate("options")}
      </button>
    </header>
  );
}
