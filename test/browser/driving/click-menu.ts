import type { Extension } from "../browsers/extension.ts";
import { firefoxChrome } from "../browsers/firefox-chrome.ts";

/** What the browser tells of a click in the context menu of a page. */
interface Clicked {
  menuItemId: string;
  selectionText?: string;
  linkUrl?: string;
}

/** Plays a click on an entry of ours in a context menu, which no browser lets a test open: the event itself, to a background that it wakes. */
export async function clickMenu(extension: Extension, clicked: Clicked): Promise<void> {
  const { browserName, browser } = extension;
  if (browserName === "firefox") {
    const id = JSON.stringify(extension.id);
    const info = JSON.stringify({ ...clicked, editable: false, modifiers: [], button: 0 });
    await firefoxChrome(browser)(`WebExtensionPolicy.getByID(${id}).extension.emit("webext-menu-menuitem-click", ${info}, null)`);
    return;
  }
  const target = await browser.waitForTarget((target) => target.url() === `chrome-extension://${extension.id}/background.js`);
  const worker = await target.worker();
  await worker?.evaluate((clicked) => {
    const { contextMenus } = (globalThis as unknown as { chrome: { contextMenus: { onClicked: { dispatch(info: unknown, tab: unknown): void } } } }).chrome;
    contextMenus.onClicked.dispatch({ editable: false, pageUrl: "https://example.org/", ...clicked }, undefined);
  }, clicked as object);
}
