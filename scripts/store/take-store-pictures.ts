import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { teardown as endBrowsers } from "../../test/browser/browsers/end-browsers.ts";
import { standingExtension } from "../../test/browser/browsers/standing-browsers.ts";
import { waitUntilSettled } from "../../test/browser/driving/drive-popup.ts";
import { holdStill, waitUntilQuiet } from "../../test/browser/looking/hold-still.ts";
import { roundTimes } from "../../test/browser/looking/round-times.ts";
import { seedInbox } from "../../test/browser/looking/seed-screens.ts";
import { INDEX_ONLY, launchWith } from "../../test/browser/state/choose-settings.ts";
import { sampleData } from "../../test/data.ts";
import { LANGUAGES, textsOf } from "../../test/languages/languages.ts";
import { startWeb } from "../../test/web/web.ts";
import { ROOT } from "../running/run-logged.mjs";
import { readPicture, writePicture } from "../screens/picture.ts";
import { inbox, tile } from "./card.ts";

/** Takes the pictures that the stores show, from the production build, in each language: the popup, the library and a paper, 1280x800, and the small tile, 440x280. */
const FOLDER = join(ROOT, "docs/store");
/** Just after the newest papers of the sample. */
const CLOCK = Date.UTC(2026, 10, 18, 12);
const SCREENSHOT = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const POPUP = { width: 400, height: 600, deviceScaleFactor: 1.1 };
const INDEX = readFileSync(sampleData("index.json"), "utf8");

try {
  for (const language of LANGUAGES) await takeIn(language);
} finally {
  endBrowsers();
}

async function takeIn(language: string): Promise<void> {
  const web = await startWeb();
  web.publishIndex(INDEX);
  const extension = await launchWith(web, INDEX_ONLY, () => standingExtension("chrome", { proxy: web.proxy, language, clock: CLOCK }));
  const words = textsOf(language).extensionDescription?.message ?? "";
  const save = (name: string, png: Uint8Array) => {
    const picture = readPicture(Buffer.from(png));
    if (picture) writeFileSync(join(FOLDER, `${name}-${language}.png`), writePicture(picture));
  };
  try {
    const popup = await extension.openPage("popup.html");
    await waitUntilSettled(popup);
    await roundTimes(popup, CLOCK);
    await seedInbox(popup, INDEX, CLOCK);
    await popup.reload();
    await popup.setViewport(POPUP);
    const shown = await shoot(popup, "li.match .draft");
    await popup.close();
    const card = await extension.browser.newPage();
    for (const [name, html, size] of [
      ["inbox", inbox(words, shown), SCREENSHOT],
      ["tile", tile(words), TILE],
    ] as const) {
      await card.setViewport(size);
      await card.setContent(html);
      save(name, await card.screenshot());
    }
    await card.close();
    const library = await extension.openPage("library.html");
    await library.setViewport(SCREENSHOT);
    save("library", await shoot(library, ".windowed > li"));
    await library.evaluate(() => {
      location.hash = "#/paper/P2300";
    });
    save("paper", await shoot(library, "table.documents .draft"));
  } finally {
    await extension.close();
    await web.close();
  }
}

async function shoot(page: Page, shows: string): Promise<Uint8Array> {
  await page.waitForSelector(shows);
  await page.bringToFront();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await holdStill(page);
  await waitUntilQuiet(page);
  return page.screenshot();
}
