import "../../components/theme.css";
import "../../components/popup/popup.css";
import "../../components/popup/inbox/inbox.css";
import "../../components/popup/match/match-row.css";
import "../../components/popup/status/check-status.css";
import "../../components/popup/keys/keys-dialog.css";
import "../../components/recovery/recovery.css";
import { render } from "preact";
import { browser } from "wxt/browser";
import { openPage } from "../../components/open-page.tsx";
import { Popup } from "../../components/popup/popup.tsx";
import { PopupSkeleton } from "../../components/popup/popup-skeleton.tsx";

// A popup takes the width of its content, a tab gives one: only the former may set it.
document.documentElement.classList.add(browser.extension.getViews({ type: "popup" }).includes(window) ? "in-popup" : "in-tab");

render(<PopupSkeleton />, document.getElementById("app") as HTMLElement);
void openPage("extensionName", <Popup />);
