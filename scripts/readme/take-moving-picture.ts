import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { launchExtension } from "../../test/browser/browsers/launch-extension.ts";
import { checkNowAndSettle, openPopup, waitForMatches, waitForStatus, waitUntilSettled } from "../../test/browser/driving/drive-popup.ts";
import { holdStill, waitUntilQuiet } from "../../test/browser/looking/hold-still.ts";
import { preferColours } from "../../test/browser/looking/prefer-colours.ts";
import { INDEX_ONLY, launchWith } from "../../test/browser/state/choose-settings.ts";
import { sampleData } from "../../test/data.ts";
import { startWeb } from "../../test/web/web.ts";
import { ROOT } from "../running/run-logged.mjs";
import { Film } from "./film.ts";

/** Takes the moving picture of the README: a person watches an author and a paper, and the next day hears of what is new. */
const FILE = join(ROOT, "docs/story.webp");
const POPUP = { width: 400, height: 480, deviceScaleFactor: 1.5 };
const LETTER_MS = 110;
const GLANCE_MS = 900;
const LOOK_MS = 1_800;
const READ_MS = 4_000;
const SEARCH = 'input[type="search"]';
const OFFER = ".watch-offers button";

const index = (name: string) => readFileSync(sampleData(name), "utf8");
const web = await startWeb();
web.publishIndex(index("index.json"));
const extension = await launchWith(web, INDEX_ONLY, () => launchExtension("chrome", { proxy: web.proxy }));
try {
  const popup = await openPopup(extension);
  await waitForStatus(popup, "Checked");
  await waitUntilSettled(popup);
  await popup.setViewport(POPUP);
  await popup.bringToFront();
  await preferColours(extension, popup, "light");
  await holdStill(popup);
  const film = new Film(popup);
  await film.show(LOOK_MS);
  await watch(popup, film, "noether");
  await watch(popup, film, "gödel");
  await watch(popup, film, "P2300");
  await clear(popup);
  await film.show(GLANCE_MS);
  web.publishIndex(index("next-index.json"));
  await checkNowAndSettle(popup);
  await waitForMatches(popup, 3);
  await popup.mouse.move(0, 0);
  await waitUntilQuiet(popup);
  await film.show(READ_MS);
  await popup.hover("li.match");
  await film.show(LOOK_MS);
  const size = await film.save(FILE);
  console.log(`${pathToFileURL(FILE).href}: ${Math.round(size / 1000)} kB`);
} finally {
  await extension.close();
  await web.close();
}

/** Types into the search and takes what it offers to watch. */
async function watch(popup: Page, film: Film, text: string): Promise<void> {
  await clear(popup);
  await film.type(text, LETTER_MS);
  await popup.waitForSelector(OFFER);
  await waitUntilQuiet(popup);
  await film.show(GLANCE_MS);
  await popup.hover(OFFER);
  await film.show(GLANCE_MS);
  await popup.click(OFFER);
  await waitUntilQuiet(popup);
  await film.show(LOOK_MS);
}

/** Empties the search, and takes the pointer away. */
async function clear(popup: Page): Promise<void> {
  await popup.mouse.move(0, 0);
  await popup.$eval(SEARCH, (field) => {
    (field as HTMLInputElement).focus();
    (field as HTMLInputElement).select();
  });
  await popup.keyboard.press("Delete");
  await waitUntilQuiet(popup);
}
