import type { Page } from "puppeteer-core";
import type { Extension } from "../browsers/extension.ts";
import { firefoxChrome } from "../browsers/firefox-chrome.ts";

/** Makes the page believe that the person wants less motion; in Firefox every page. */
export async function preferLessMotion({ browser, browserName }: Extension, page: Page, isWanted: boolean): Promise<void> {
  if (browserName === "chrome") await page.emulateMediaFeatures(isWanted ? [{ name: "prefers-reduced-motion", value: "reduce" }] : []);
  else await firefoxChrome(browser)(`Services.prefs.setIntPref("ui.prefersReducedMotion", ${isWanted ? 1 : 0})`);
}

/** Makes the page believe that the person has chosen all colours; in Firefox every page. */
export async function forceColours({ browser, browserName }: Extension, page: Page, areForced: boolean): Promise<void> {
  if (browserName === "chrome") await page.emulateMediaFeatures(areForced ? [{ name: "forced-colors", value: "active" }] : []);
  else await firefoxChrome(browser)(`Services.prefs.setIntPref("browser.display.document_color_use", ${areForced ? 2 : 0})`);
}
