import type { Page } from "puppeteer-core";
import type { Extension } from "../browsers/extension.ts";
import { firefoxChrome } from "../browsers/firefox-chrome.ts";

export type Colours = "dark" | "light";

const FIREFOX_VALUE = { dark: 0, light: 1 };

/** Makes the page believe that the person prefers these colours; in Firefox every page. */
export async function preferColours({ browser, browserName }: Extension, page: Page, colours: Colours): Promise<void> {
  if (browserName === "chrome") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: colours }]);
  else await firefoxChrome(browser)(`Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${FIREFOX_VALUE[colours]})`);
}
