import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { addWatch, listWatches, openOptions } from "../driving/drive-options.ts";
import { checkNowAndSettle, openPopup, readMatches } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { tabTo, waitForFocus } from "../driving/focus.ts";
import { until } from "../driving/until.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { smallIndex } from "../published/small-index.ts";

const OFFER = "Watch Ada Vogel too";

const papersBy = (author: string) =>
  Object.fromEntries(Array.from({ length: 20 }, (_, place) => [`P${100 + place}R0`, { title: `Old paper ${place}`, author, date: "2014-05-02" }]));
const lines = (page: Page) => page.$$eval(".renaming", (all) => all.map((one) => one.textContent?.trim() ?? ""));
const atWatches = (page: Page) =>
  page.$$eval(".watches > li", (all) =>
    all.map((one) => [one.querySelector(".watch-text")?.textContent ?? "", one.querySelector(".renaming")?.textContent?.trim() ?? ""]),
  );

inEachBrowser(
  "an author whom the index renames",
  (web) => web.publishIndex(smallIndex(papersBy("Bob Vogel"))),
  (stage) => {
    it("is one line at a watch of the new name, and an offer at one of the old name", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      const page = await openOptions(extension);
      await page.bringToFront();
      for (const watch of ["author:Ada Vogel", "author:Bob Vogel", "author:Emmy Noether"]) await addWatch(page, watch);
      await axeInBothColours(extension, page, "no renaming");
      expect(await lines(page)).toEqual([]);
      await popup.bringToFront();
      web.publishIndex(smallIndex({ ...papersBy("Ada Vogel"), P9200R0: { title: "News", author: "Ada Vogel" } }));
      await checkNowAndSettle(popup);
      const matches = await until(
        "the one new paper",
        () => readMatches(popup),
        (shown) => shown.length > 0,
      );
      expect(matches.map(({ id }) => id)).toEqual(["P9200R0"]);
      await popup.close();
      await page.bringToFront();
      await expectSoon(() => atWatches(page)).toEqual([
        ["Ada Vogel", "20 older papers now bear this name."],
        ["Bob Vogel", `wg21.link now names this author Ada Vogel. ${OFFER}`],
        ["Emmy Noether", ""],
      ]);
      expect(await axeInBothColours(extension, page, "an author who was renamed")).toEqual([]);
      await page.close();
    });

    it("is told on the author's page, and watched under both names by keyboard", async () => {
      const { extension } = stage();
      const library = await extension.openPage("library.html#/author/Ada%20Vogel");
      await library.bringToFront();
      await expectSoon(() => lines(library)).toEqual(["20 older papers now bear this name."]);
      expect(await library.evaluate(() => document.querySelector(".renaming")?.textContent)).not.toContain("Bob");
      expect(await axeInBothColours(extension, library, "the page of a renamed author")).toEqual([]);
      await library.close();
      const page = await openOptions(extension);
      await page.bringToFront();
      await page.waitForSelector(".renaming button");
      await tabTo(page, OFFER);
      await page.keyboard.press("Enter");
      await until(
        "both names",
        () => listWatches(page),
        (watches) => watches.includes("author:Ada Vogel | Bob Vogel"),
      );
      // It stays at the watch.
      await waitForFocus(page, "Change author:Ada Vogel | Bob Vogel");
      await expectSoon(() => lines(page)).toEqual(["20 older papers now bear this name."]);
      await page.close();
    });
  },
);
