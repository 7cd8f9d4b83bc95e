import { browser } from "wxt/browser";

/** Opens the welcome page when PaperScout has just been installed; never after an update. */
export function openWelcome({ reason }: { reason: string }): void {
  if (reason !== "install") return;
  // Where there is no window there is nobody to welcome.
  browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") }).catch((error) => console.warn("PaperScout:", error));
}
