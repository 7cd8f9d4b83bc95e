import "../../components/theme.css";
import "../../components/popup/popup.css";
import "../../components/popup/match-item.css";
import "../../components/recovery/recovery.css";
import { browser } from "wxt/browser";
import { openPage } from "../../components/open-page.tsx";
import { Popup } from "../../components/popup/popup.tsx";

// A popup takes the width of its content, a tab gives one: only the former may set it.
document.documentElement.classList.toggle("in-tab", !browser.extension.getViews({ type: "popup" }).includes(window));

void openPage("extensionName", <Popup />);
