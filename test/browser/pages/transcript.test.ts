import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import type { MessageKey } from "../../../lib/language/translate.ts";
import { LANGUAGES, textsOf } from "../../languages/languages.ts";
import { startWeb, type Web } from "../../web/web.ts";
import { standingExtension } from "../browsers/standing-browsers.ts";
import { openPopup, waitUntilSettled } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { waitUntilQuiet } from "../looking/hold-still.ts";
import { Transcript } from "../looking/transcript.ts";
import { smallIndex } from "../published/small-index.ts";
import { readTable } from "../state/browser-state.ts";
import { INDEX_ONLY, launchWith } from "../state/choose-settings.ts";

const PAPERS = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2019";
const rings = (revision: number) => ({
  title: "`ring`s for everybody",
  author: "Emmy Noether",
  long_link: `${PAPERS}/p9001r${revision}.html`,
  date: "2019-11-15",
});

function paper(revision: number, motivation: string): string {
  const same = "<p>This paragraph says what it has always said.</p>".repeat(6);
  return `<!doctype html><html lang="en"><title>Rings</title><h1>P9001R${revision} Rings</h1><h2>1 Motivation</h2><p>${motivation}</p>${same}`;
}

function publish(web: Web): void {
  const headers = { "content-type": "text/html; charset=utf-8" };
  web.publishIndex(smallIndex({ P9001R0: rings(0) }));
  web.answer(`${PAPERS}/p9001r0.html`, { headers, body: paper(0, "Everybody wants a ring that is round.") });
  web.answer(`${PAPERS}/p9001r1.html`, { headers, body: paper(1, "Everybody needs a ring that is round.") });
}

const watches = async (page: Page) => (await readTable(page, "watches")).map(({ kind, text }) => `${kind}:${text}`);

// What Chromium hands to a screen reader. Meant to change with what is said: `vitest run -u` writes it anew, and somebody reads it.
it.each(LANGUAGES)("the main story is heard and worked by keyboard alone: %s", async (language) => {
  const texts = textsOf(language);
  const say = (key: MessageKey, value = "") => (texts[key]?.message ?? "").replace("$1", value);
  const underWay = [
    ...(["spoken_checking", "spoken_sorting", "changes_comparing"] as const).map((key) => say(key)),
    ...["P9001R0", "P9001R1"].map((id) => say("text_reading", id)),
    ...say("completions_count", "1")
      .split(" | ")
      .map((form) => form.replace("1 ", "")),
  ];
  const web = await startWeb();
  publish(web);
  const extension = await launchWith(web, { ...INDEX_ONLY, openStd: true }, () => standingExtension("chrome", { proxy: web.proxy, language }));
  const story = new Transcript();
  try {
    const welcome = await extension.openPage("welcome.html");
    await welcome.bringToFront();
    await waitForText(welcome, new RegExp(say("welcome_examples_help").slice(0, 10)));
    await waitUntilQuiet(welcome);
    story.begin("Welcome");
    await story.read(welcome);
    await story.listen(welcome);
    await story.tabTo(welcome, say("add_label"));
    for (const [typed, stored] of [
      ["author:Noether", "author:Noether"],
      ["P9001", "paper:P9001"],
    ] as const) {
      await welcome.keyboard.type(typed);
      await waitUntilQuiet(welcome);
      await welcome.keyboard.press("Escape");
      await welcome.keyboard.press("Enter");
      await until(
        stored,
        () => watches(welcome),
        (all) => all.includes(stored),
      );
      await waitUntilQuiet(welcome);
      await story.stop(welcome, `${typed}, Enter`);
      await story.hear(welcome, underWay);
    }
    await welcome.close();

    const popup = await openPopup(extension);
    await popup.bringToFront();
    await waitUntilSettled(popup);
    await waitUntilQuiet(popup);
    story.begin("Popup");
    await story.listen(popup);
    await story.tabTo(popup, say("check_now"));
    web.publishIndex(smallIndex({ P9001R0: rings(0), P9001R1: rings(1) }));
    await popup.keyboard.press("Enter");
    await popup.waitForSelector("li.match");
    await waitUntilSettled(popup);
    await waitUntilQuiet(popup);
    await story.stop(popup, "Enter");
    await story.hear(popup, underWay);
    await story.read(popup);
    await popup.keyboard.press("/");
    await story.tabTo(popup, "ring");
    await story.tabTo(popup, say("details_of", "P9001"));

    const library = await extension.openPage("library.html#/paper/P9001R1");
    await library.bringToFront();
    await library.waitForSelector('[aria-keyshortcuts="c"]');
    await waitUntilQuiet(library);
    story.begin("Paper");
    await story.read(library);
    await story.listen(library);
    await story.press(library, "Tab");
    await story.press(library, "Enter");
    await story.tabTo(library, say("changes_open", "P9001R1"));
    await library.keyboard.press("Enter");
    await library.waitForSelector('[aria-keyshortcuts="n"]');
    await waitUntilQuiet(library);
    story.begin("What changed");
    await story.stop(library, "Enter");
    await story.hear(library, underWay);
    await story.read(library);
    await library.keyboard.press("n");
    await waitUntilQuiet(library);
    await story.stop(library, "n");
    await story.hear(library, underWay);
    await library.close();

    story.begin("Marked read");
    await popup.bringToFront();
    await popup.focus('[data-control="open"]');
    await story.hear(popup, underWay);
    await popup.keyboard.press("e");
    await expectSoon(async () => (await readTable(popup, "matches")).every(({ readAt }) => readAt > 0)).toBe(true);
    await waitUntilQuiet(popup);
    await story.stop(popup, "e");
    await story.hear(popup, underWay);
    await popup.close();
    await expect(story.text()).toMatchFileSnapshot(join(import.meta.dirname, `../transcripts/main-story-${language}.txt`));
  } finally {
    await extension.close();
    await web.close();
  }
});
