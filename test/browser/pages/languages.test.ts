import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { textDirection } from "../../../components/text/text-direction.ts";
import type { MessageKey } from "../../../lib/language/translate.ts";
import { LANGUAGES, tagOf, textsOf } from "../../languages/languages.ts";
import { startWeb } from "../../web/web.ts";
import type { Extension, Language } from "../browsers/extension.ts";
import { standingExtension } from "../browsers/standing-browsers.ts";
import { BROWSERS } from "../browsers/with-extension.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { smallIndex } from "../published/small-index.ts";
import { INDEX_ONLY, launchWith } from "../state/choose-settings.ts";

/** Some of what a page says in each language. */
const TEXTS: Record<string, MessageKey[]> = {
  "popup.html": ["check_now", "nothing_watched", "view_starred"],
  "options.html": ["watchlists", "head_settings", "add_label"],
  "options.html#/status": ["work", "setting_pollMinutes", "report_details"],
  "library.html": ["search_label", "filters", "inbox", "library_mailings"],
  "welcome.html": ["welcome_title", "welcome_what", "add_label", "test_notification"],
};

/** And what it puts together from texts, numbers and times, in the languages of which somebody wrote that down. */
const SENTENCES: Record<Language, Record<string, RegExp>> = {
  en: {
    "popup.html": /Checked (?:just now|\d+ min\. ago) · next in \d+ min\./,
    "options.html#/status": /Last success (?:just now|\d+ minutes? ago) · next in \d+ minutes/,
    "library.html": /Jan 15, 2026|January 15, 2026/,
    "welcome.html": /Watch P2300/,
  },
  de: {
    "popup.html": /Geprüft (?:soeben|vor \d+ Min\.) · wieder in \d+ Min\./,
    "options.html#/status": /Zuletzt erfolgreich (?:soeben|vor \d+ Minuten?) · nächste Anfrage in \d+ Minuten/,
    "library.html": /15\. Jan\. 2026/,
    "welcome.html": /P2300 beobachten/,
  },
};

describe.each(BROWSERS)("the languages of %s", (browserName) => {
  it.each(LANGUAGES)("are what PaperScout speaks: %s", async (language) => {
    const web = await startWeb();
    web.publishIndex(smallIndex());
    const extension = await launchWith(web, INDEX_ONLY, () => standingExtension(browserName, { proxy: web.proxy, language }));
    try {
      for (const [path, keys] of Object.entries(TEXTS)) await expectSaid(extension, language, path, keys, SENTENCES[language]?.[path] ?? /./);
    } finally {
      await extension.close();
      await web.close();
    }
  });
});

async function expectSaid(extension: Extension, language: Language, path: string, keys: MessageKey[], says: RegExp): Promise<void> {
  const page = await extension.openPage(path);
  const own = textsOf(language);
  const texts = keys.map((key) => own[key]?.message ?? "");
  const seen = await until(
    `${path} in the language ${language}`,
    () => textOf(page),
    (text) => says.test(text) && texts.every((said) => text.includes(said)),
  );
  const other = textsOf(language === "en" ? "de" : "en");
  for (const key of keys) if (other[key]?.message !== own[key]?.message) expect(seen).not.toContain(other[key]?.message);
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([tagOf(language), textDirection(tagOf(language))]);
  await page.setViewport({ width: 320, height: 600 });
  await expectSoon(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await page.close();
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.textContent ?? "");
}
