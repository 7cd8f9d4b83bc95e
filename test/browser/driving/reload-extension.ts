import type { Page } from "puppeteer-core";
import type { Extension } from "../browsers/extension.ts";

/** Lets a page of the extension reload the extension, which closes its pages. */
export async function reloadExtension({ browser, browserName }: Extension, page: Page): Promise<void> {
  if (browserName === "chrome") {
    // Chrome leaves an unpacked extension off after a reload unless a developer is at work.
    const list = await browser.newPage();
    await list.goto("chrome://extensions");
    await list.evaluate("chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })");
    await list.close();
  }
  // The page goes away before it can answer.
  void page.evaluate("(globalThis.browser ?? chrome).runtime.reload()").catch(() => {});
}
