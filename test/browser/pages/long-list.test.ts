import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { clickOn } from "../driving/click-heard.ts";
import { openPopup } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { pressHeard } from "../driving/press-heard.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { waitUntilQuiet } from "../looking/hold-still.ts";
import { smallIndex } from "../published/small-index.ts";
import { putRow } from "../state/browser-state.ts";
import { putMatches } from "../state/put-matches.ts";

const POPUP = { width: 400, height: 600 };
const MANY = 1_000;
const VERY_MANY = 4_000;
/** Three screens of the shortest rows, and what is held beside them. */
const MOST_ROWS = 60;
const LETTER = "j";

/** The paper whose way to its document has the focus. */
const focused = (page: Page) =>
  page.evaluate(
    () => (document.activeElement?.matches('[data-control="open"]') && document.activeElement.closest<HTMLElement>("[data-key]")?.dataset.key) || "",
  );
const topOf = (page: Page, key: string) => page.$eval(`[data-key="${key}"]`, (row) => Math.round(row.getBoundingClientRect().top));
const drawn = (page: Page) => page.$$eval("li.match", (rows) => rows.map((row) => Number(row.getAttribute("aria-posinset"))));
/** Whether a row lies at each of three heights, none of them under what stays in sight. */
const isCovered = (page: Page) =>
  page.evaluate(() => [0.25, 0.5, 0.75].every((share) => document.elementFromPoint(innerWidth / 2, innerHeight * share)?.closest("li.match")));
/** A paper about in the middle of what is seen, with nothing above it that is not. */
const inSight = (page: Page) =>
  page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest<HTMLElement>("[data-key]")?.dataset.key ?? "");

async function openLong(opening: Promise<Page>): Promise<Page> {
  const popup = await opening;
  await popup.bringToFront();
  await popup.setViewport(POPUP);
  await popup.waitForSelector("li.match");
  await expectSoon(() => isCovered(popup)).toBe(true);
  return popup;
}

async function scrollTo(page: Page, share: number): Promise<void> {
  await page.evaluate((share) => globalThis.scrollTo(0, document.documentElement.scrollHeight * share), share);
  await expectSoon(() => isCovered(page)).toBe(true);
  await waitUntilQuiet(page);
}

inEachBrowser(
  "a long list of matches",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it.each([MANY, VERY_MANY])("of %i is scrolled to its end and back with the same row focused, few rows being there at any time", async (count) => {
      const { extension } = stage();
      const before = await openPopup(extension);
      const papers = await putMatches(before, count);
      await before.close();
      const popup = await openLong(openPopup(extension));
      await pressHeard(popup, LETTER, async () => (await focused(popup)) === papers[0]);
      for (let row = 1; row <= 4; row++) {
        await popup.keyboard.press("ArrowDown");
        await expectSoon(() => focused(popup)).toBe(papers[row]);
      }
      const [key = "", top] = [papers[4], await topOf(popup, papers[4] ?? "")];
      await popup.$eval(`[data-key="${key}"]`, (row) => Object.assign(row, { isSame: true }));
      for (const share of [0.1, 0.33, 0.34, 0.7, 0.99, 1, 0.98, 0.5, 0.02, 0]) {
        await scrollTo(popup, share);
        expect((await drawn(popup)).length).toBeLessThan(MOST_ROWS);
        expect(await focused(popup)).toBe(key);
        const numbers = await drawn(popup);
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
        if (share === 1) {
          await popup.evaluate(() => globalThis.scrollTo(0, document.documentElement.scrollHeight));
          await expectSoon(async () => (await drawn(popup)).at(-1)).toBe(papers.length);
          expect(await popup.$eval("li.match:last-of-type", (row) => row.getAttribute("aria-setsize"))).toBe(String(papers.length));
        }
      }
      expect(await topOf(popup, key)).toBe(top);
      expect(await popup.$eval(`[data-key="${key}"]`, (row) => "isSame" in row)).toBe(true);
      await popup.keyboard.press("ArrowDown");
      await expectSoon(() => focused(popup)).toBe(papers[5]);
      await popup.close();
    });

    it("goes on by keyboard from wherever the focus is, a row at a time, and brings what is far into sight", async () => {
      const popup = await openLong(openPopup(stage().extension));
      const papers = Array.from({ length: VERY_MANY }, (_, place) => `P${1000 + place}`);
      await scrollTo(popup, 0.5);
      const key = await inSight(popup);
      const place = papers.indexOf(key);
      expect(place).toBeGreaterThan(1_000);
      await popup.focus(`[data-key="${key}"] [data-control="open"]`);
      for (let step = 1; step <= 25; step++) {
        await popup.keyboard.press("ArrowDown");
        await expectSoon(() => focused(popup)).toBe(papers[place + step]);
      }
      for (let step = 24; step >= -10; step--) {
        await popup.keyboard.press("ArrowUp");
        await expectSoon(() => focused(popup)).toBe(papers[place + step]);
      }
      await scrollTo(popup, 0);
      await popup.keyboard.press("ArrowUp");
      await expectSoon(() => focused(popup)).toBe(papers[place - 11]);
      await expectSoon(() => topOf(popup, papers[place - 11] ?? "")).toBeGreaterThan(0);
      expect(await topOf(popup, papers[place - 11] ?? "")).toBeLessThan(POPUP.height);
      // Through the buttons of the row, and on to what comes after the list.
      const stops = new Set<string>();
      for (let stop = 0; stop < 10 && !stops.has("popup-foot"); stop++) {
        await popup.keyboard.press("Tab");
        stops.add(
          await popup.evaluate(
            () => document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key ?? document.activeElement?.closest("footer")?.className ?? "",
          ),
        );
      }
      expect([...stops]).toEqual([papers[place - 11], "popup-foot"]);
      await popup.close();
    });

    it("is scrolled by the keys of the browser, from its end to its beginning", async () => {
      const popup = await openLong(openPopup(stage().extension));
      const count = await popup.$eval("li.match", (row) => Number(row.getAttribute("aria-setsize")));
      await popup.focus('[data-control="open"]');
      await expectSoon(async () => {
        await popup.keyboard.press("End");
        return (await drawn(popup)).at(-1);
      }).toBe(count);
      await expectSoon(() => isCovered(popup)).toBe(true);
      expect(await axeInBothColours(stage().extension, popup, "the end of a long list")).toEqual([]);
      await expectSoon(async () => {
        await popup.keyboard.press("Home");
        return popup.evaluate(() => scrollY);
      }).toBe(0);
      await expectSoon(() => focused(popup)).toBe("P1000");
      await popup.close();
    });

    it("keeps what was opened in it, and where it is as rows come and go above and below", async () => {
      const { extension } = stage();
      const before = await openPopup(extension);
      await putRow(before, "texts", { id: "P1003R0", url: "https://wg21.link/p1003r0", bytes: 0, readAt: 1, usedAt: 1, abstract: "Quite abstract." });
      await before.close();
      const popup = await openLong(openPopup(extension));
      await popup.focus('[data-key="P1000"] [data-control="open"]');
      await popup.keyboard.press("ArrowRight");
      await popup.waitForSelector('[data-key="P1000R0"]');
      await popup.waitForSelector('[data-key="P1003"] [data-control="about"]');
      await popup.$eval('[data-key="P1003"] [data-control="about"]', (button) => (button as HTMLElement).click());
      await popup.waitForFunction(() => document.body.innerText.includes("Quite abstract."));
      const top = await topOf(popup, "P1005");
      await scrollTo(popup, 0.6);
      await popup.waitForSelector('[data-key="P1003"]', { hidden: true });
      const key = await inSight(popup);
      await popup.focus(`[data-key="${key}"] [data-control="open"]`);
      await expectSoon(() => focused(popup)).toBe(key);
      await waitUntilQuiet(popup);
      const at = await topOf(popup, key);
      // Another page marks a row far above as read.
      const other = await openPopup(extension);
      await other.waitForSelector('[data-key="P1001"] [data-control="read"]');
      await other.$eval('[data-key="P1001"] [data-control="read"]', (button) => (button as HTMLElement).click());
      await other.waitForSelector('[data-key="P1001"]', { hidden: true });
      await other.close();
      await popup.bringToFront();
      await expectSoon(() => popup.$eval("li.match", (row) => Number(row.getAttribute("aria-setsize")))).toBeLessThan(VERY_MANY);
      await waitUntilQuiet(popup);
      expect(await focused(popup)).toBe(key);
      expect(Math.abs((await topOf(popup, key)) - at)).toBeLessThan(2);
      // One that goes from in sight leaves the focus to the next.
      await clickOn(popup, `[data-key="${key}"] [data-control="read"]`);
      const next = `P${Number(key.slice(1)) + 1}`;
      await expectSoon(() => popup.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key)).toBe(next);
      await popup.waitForSelector(`[data-key="${key}"]`, { hidden: true });
      expect(Math.abs((await topOf(popup, next)) - at)).toBeLessThan(2);
      await scrollTo(popup, 0);
      await popup.waitForSelector('[data-key="P1000R0"]');
      await popup.waitForFunction(() => document.body.innerText.includes("Quite abstract."));
      await waitUntilQuiet(popup);
      // The one that was read is gone from above it.
      await expectSoon(() => topOf(popup, "P1005")).toBeLessThan(top);
      await popup.close();
    });
  },
);
