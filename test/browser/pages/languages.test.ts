import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import german from "../../../public/_locales/de/messages.json" with { type: "json" };
import english from "../../../public/_locales/en/messages.json" with { type: "json" };
import { startWeb } from "../../web/web.ts";
import { INDEX_ONLY, launchWith } from "../browsers/choose-settings.ts";
import type { Extension, Language } from "../browsers/extension.ts";
import { standingExtension } from "../browsers/standing-browsers.ts";
import { BROWSERS } from "../browsers/with-extension.ts";
import { until } from "../driving/until.ts";
import { smallIndex } from "../published/small-index.ts";

const MESSAGES = { en: english, de: german };

/** Some of what a page says in each language: [page, what it says beside its texts of _locales]. */
const SAID: Record<Language, [page: string, keys: (keyof typeof english)[], says: RegExp][]> = {
  en: [
    ["popup.html", ["check_now", "nothing_watched", "view_starred"], /Checked (?:just now|\d+ minutes? ago), next check in \d+ minutes/],
    ["options.html", ["watchlists", "settings", "settings_checking", "work", "privacy"], /from 100 to 100,000/],
    ["library.html", ["search_label", "filters", "filter_audience", "sort_newest"], /Jan 15, 2026|January 15, 2026/],
    ["welcome.html", ["welcome_title", "welcome_what", "add_label", "test_notification"], /Watch P2300/],
  ],
  de: [
    ["popup.html", ["check_now", "nothing_watched", "view_starred"], /Geprüft (?:gerade eben|vor \d+ Minuten?), nächste Prüfung in \d+ Minuten/],
    ["options.html", ["watchlists", "settings", "settings_checking", "work", "privacy"], /von 100 bis 100\.000/],
    ["library.html", ["search_label", "filters", "filter_audience", "sort_newest"], /15\. Jan\. 2026/],
    ["welcome.html", ["welcome_title", "welcome_what", "add_label", "test_notification"], /P2300 beobachten/],
  ],
};

describe.each(BROWSERS)("the languages of %s", (browserName) => {
  it.each(["de", "en"] as const)("are what PaperScout speaks: %s", async (language) => {
    const web = await startWeb();
    web.publishIndex(smallIndex());
    const extension = await launchWith(web, INDEX_ONLY, () => standingExtension(browserName, { proxy: web.proxy, language }));
    try {
      for (const [path, keys, says] of SAID[language]) await expectSaid(extension, language, path, keys, says);
    } finally {
      await extension.close();
      await web.close();
    }
  });
});

async function expectSaid(extension: Extension, language: Language, path: string, keys: (keyof typeof english)[], says: RegExp): Promise<void> {
  const page = await extension.openPage(path);
  const texts = keys.map((key) => MESSAGES[language][key].message);
  const seen = await until(
    `${path} in the language ${language}`,
    () => textOf(page),
    (text) => says.test(text) && texts.every((said) => text.includes(said)),
  );
  const other = MESSAGES[language === "en" ? "de" : "en"];
  for (const key of keys) if (other[key].message !== MESSAGES[language][key].message) expect(seen).not.toContain(other[key].message);
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([language, "ltr"]);
  await page.setViewport({ width: 320, height: 600 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await page.close();
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.textContent ?? "");
}
