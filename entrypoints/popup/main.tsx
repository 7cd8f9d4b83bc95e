import "../../components/theme.css";
import "../../components/popup/popup.css";
import "../../components/popup/inbox/inbox.css";
import "../../components/popup/match/match-row.css";
import "../../components/popup/status/check-status.css";
import "../../components/keys/keys-dialog.css";
import "../../components/recovery/recovery.css";
import { render } from "preact";
import { browser } from "wxt/browser";
import { PopupSkeleton } from "../../components/popup/popup-skeleton.tsx";
import { readFirstScreen } from "../../lib/store/matches/first-screen.ts";

/** Where the page is not in sight nothing is painted, and nobody waits for it. */
const UNPAINTED_MS = 50;

// A popup takes the width of its content, a tab gives one: only the former may set it.
document.documentElement.classList.add(browser.extension.getViews({ type: "popup" }).includes(window) ? "in-popup" : "in-tab");
void open();

/** The matches that were noted are in sight before what reads the database is even loaded. */
async function open(): Promise<void> {
  const first = await readFirstScreen().catch(() => undefined);
  render(<PopupSkeleton first={first} />, document.getElementById("app") as HTMLElement);
  if (first) await painted();
  const { openPopup } = await import("../../components/popup/open-popup.tsx");
  openPopup(first);
}

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNPAINTED_MS);
  });
}
