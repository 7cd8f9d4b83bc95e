import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { expect, it, onTestFinished } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { captureDownload } from "../driving/capture-download.ts";
import { addWatch, goToSettings, listWatches, openOptions, openSettings } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup, readMatches, waitForStatus, waitUntilSettled } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { tabTo } from "../driving/focus.ts";
import { forceColours, preferLessMotion } from "../driving/prefer-system.ts";
import { until } from "../driving/until.ts";
import { textOf, waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { coveredBeside, STORM } from "../looking/covered-beside.ts";
import { indexRequests } from "../published/index-requests.ts";
import { smallIndex } from "../published/small-index.ts";
import { notifications, readTable } from "../state/browser-state.ts";

const HOSTILE = {
  P6000R0: {
    title: `<img src=x onerror="document.title='owned'"> & &lt;b&gt;bold&lt;/b&gt;`,
    author: "Emmy Noether, <b>Bold</b>",
    link: "javascript:alert(1)",
    long_link: "data:text/html,x",
  },
  P6001R0: { title: "\u202eevil\u202c \ud800 ".repeat(600), author: "Emmy Noether" },
  P6004R0: { title: `Stormy ${STORM} rings`, author: `Emmy Noether, ${STORM}` },
};
/** A popup's greatest size as long as its text is twice as large. */
const TWICE = { width: 400, height: 300, deviceScaleFactor: 2 };

/** How many pixels of the page stand out of its window sideways. */
const outstanding = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How high all that is that stays in sight while one scrolls. */
const staying = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => ["sticky", "fixed"].includes(getComputedStyle(element).position))
      .reduce((sum, element) => sum + element.offsetHeight, 0),
  );

/** Types a number setting and leaves the field. */
async function setNumber(page: Page, label: string, value: string): Promise<void> {
  const field = (await page.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`)) as ElementHandle<HTMLInputElement>;
  await field.evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

inEachBrowser(
  "the pages",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("say what to do where there is nothing yet", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await waitForStatus(popup, "Checked");
      await waitForText(popup, /Nothing is watched yet/);
      expect(await axeInBothColours(extension, popup, "nothing watched yet")).toEqual([]);
      await popup.close();
    });

    it("offer free text as author or title, with how many papers each would match today, and never guess", async () => {
      const { extension } = stage();
      const options = await openOptions(extension);
      await options.locator('::-p-aria([name="What do you want to hear of?"][role="combobox"])').fill("rings");
      await until(
        "both counts",
        () => textOf(options),
        (seen) => /as author \(0 papers\)/.test(seen) && /in titles \(1 paper\)/.test(seen),
      );
      await clickButton(options, "Watch");
      expect(await listWatches(options)).toEqual([]);
      await clickButton(options, "in titles (1 paper)");
      await until(
        "the watch",
        () => listWatches(options),
        (watches) => watches.join() === "title:rings",
      );
      expect(await axeInBothColours(extension, options, "one watch")).toEqual([]);
      await options.close();
    });

    it("show what came from the network as text, and link only where https leads", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      await addWatch(options, "author:Noether");
      await options.close();
      web.publishIndex(smallIndex(HOSTILE));
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      const matches = await until(
        "three matches",
        () => readMatches(popup),
        (shown) => shown.length === 3,
      );
      expect(matches.find(({ id }) => id === "P6000R0")?.title).toBe(`<img src=x onerror="document.title='owned'"> & <b>bold</b>`);
      expect(await popup.$$("ul img, ul b")).toEqual([]);
      expect(await popup.title()).toBe("PaperScout");
      const library = await popup.evaluate(() => new URL("/library.html#/paper/", location.href).href);
      const hrefs = await popup.$$eval("ul a", (anchors) => anchors.map((anchor) => anchor.href));
      const links = hrefs.filter((href) => !href.startsWith(library));
      expect(links).toContain("https://wg21.link/p6000r0");
      for (const link of links) expect(link).toMatch(/^https:/);
      expect(await coveredBeside(popup, "li.match", "Stormy")).toEqual([]);
      for (const width of [320, 400]) {
        await popup.setViewport({ width, height: 600 });
        await expectSoon(() => outstanding(popup)).toBe(0);
      }
      await popup.setViewport(null);
      expect(await axeInBothColours(extension, popup, "hostile matches")).toEqual([]);
      await popup.close();
    });

    it("can be read at twice the size: nothing stands out sideways, and most of the window is left to what one came for", async () => {
      const { extension } = stage();
      for (const [path, content] of [
        ["popup.html", "li.match"],
        ["options.html", "#watchlists"],
        ["library.html", ".windowed > li"],
      ] as const) {
        const page = await extension.openPage(path);
        await page.setViewport(TWICE);
        await page.waitForSelector(content);
        await expectSoon(async () => [path, await outstanding(page)]).toEqual([path, 0]);
        await expectSoon(() => staying(page)).toBeLessThan(TWICE.height / 2);
        await page.close();
      }
    });

    it("stand still where less motion is wanted", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await popup.waitForSelector("li.match");
      onTestFinished(async () => {
        await preferLessMotion(extension, popup, false);
        await popup.close();
      });
      await preferLessMotion(extension, popup, true);
      await until(
        "a wish for less motion",
        () => popup.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches),
        (matches) => matches,
      );
      for (const control of ["#view-all", "#view-unread", ".match-buttons button"]) {
        await (await popup.waitForSelector(control))?.hover();
        await popup.focus(control);
        expect(await popup.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length)).toBe(0);
      }
    });

    it("can be read where the person has chosen all colours", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await popup.waitForSelector("li.match");
      onTestFinished(async () => {
        await forceColours(extension, popup, false);
        await popup.close();
      });
      await forceColours(extension, popup, true);
      await until(
        "forced colours",
        () => popup.evaluate(() => matchMedia("(forced-colors: active)").matches),
        (matches) => matches,
      );
      // What is marked by its ground alone would be lost.
      await expectSoon(() => popup.$eval("#view-unread", (tab) => getComputedStyle(tab, "::after").borderBlockEndWidth)).toBe("2px");
      await popup.type('input[type="search"]', "rings");
      await popup.waitForSelector(".hits mark");
      const [ground, page, ink] = await popup.$eval(".hits mark", (mark) => {
        const { backgroundColor, color } = getComputedStyle(mark);
        return [backgroundColor, getComputedStyle(document.body).backgroundColor, color];
      });
      expect(ground).not.toBe(page);
      expect(ground).not.toBe(ink);
    });

    it("can be worked from the keyboard", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await waitUntilSettled(popup);
      await popup.bringToFront();
      web.forgetArrivals();
      await popup.waitForSelector('[data-control="check-now"]:not([aria-disabled="true"])');
      await tabTo(popup, "Check now");
      await popup.keyboard.press("Enter");
      await until(
        "a request",
        async () => indexRequests(web).length,
        (count) => count === 1,
      );
      await waitUntilSettled(popup);
      await popup.close();
    });

    it("keep a setting within its bounds, and say so", async () => {
      const options = await openSettings(stage().extension, "data", "advanced");
      await setNumber(options, "Keep read matches for", "0");
      await waitForText(options, /whole number from 1 to 3,650/);
      expect((await readTable(options, "settings")).filter(({ name }) => name === "keepReadDays")).toEqual([]);
      await setNumber(options, "Keep read matches for", "60");
      await until(
        "the setting",
        () => readTable(options, "settings"),
        (rows) => rows.some(({ name, value }) => name === "keepReadDays" && value === 60),
      );
      await options.close();
    });

    it("carry everything out and in again", async () => {
      const { extension } = stage();
      const options = await openSettings(extension, "data");
      const download = await captureDownload(options);
      await clickButton(options, "Export");
      const backup = JSON.parse((await download()).text);
      expect(backup).toMatchObject({
        format: "paperscout-backup",
        watchlists: [{ watches: ["title:rings", "author:Noether"] }],
        settings: { keepReadDays: 60 },
      });
      backup.watchlists.push({ name: "From a friend", mode: "badge", watches: ["N5000", "nonsense"] });
      const folder = await mkdtemp(join(tmpdir(), "paperscout-"));
      const file = join(folder, "backup.json");
      await writeFile(file, JSON.stringify(backup));
      const input = (await options.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await waitForText(options, /watchlists\[1\]\.watches\[1\]/);
      await clickButton(options, "Import");
      await until(
        "the imported list",
        () => listWatches(options),
        (watches) => watches.includes("N5000"),
      );
      expect(await readTable(options, "watchlists")).toMatchObject([{ mode: "notify" }, { name: "From a friend", mode: "badge" }]);
      await writeFile(file, "no backup at all");
      await goToSettings(options, "data");
      await ((await options.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>).uploadFile(file);
      await waitForText(options, /not a backup|no backup|JSON/i);
      expect(await readTable(options, "watches")).toHaveLength(3);
      await rm(folder, { recursive: true });
      expect(await axeInBothColours(extension, options, "an import that was refused")).toEqual([]);
      await options.close();
    });

    it("tell of a list as loudly as it was set", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      const before = Object.keys(await notifications(options)).length;
      const first = await options.waitForSelector(".list-mode select");
      await first?.select("badge");
      await until(
        "the mode",
        () => readTable(options, "watchlists"),
        (lists) => lists[0]?.mode === "badge",
      );
      web.publishIndex(smallIndex({ ...HOSTILE, P6002R0: { author: "Emmy Noether" } }));
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      await until(
        "the match",
        () => readTable(popup, "matches"),
        (matches) => matches.some(({ id }) => id === "P6002R0"),
      );
      expect(Object.keys(await notifications(popup)).length).toBeLessThanOrEqual(before);
      await first?.select("off");
      await until(
        "the mode",
        () => readTable(options, "watchlists"),
        (lists) => lists[0]?.mode === "off",
      );
      web.publishIndex(smallIndex({ ...HOSTILE, P6002R0: { author: "Emmy Noether" }, P6003R0: { author: "Emmy Noether" } }));
      await checkNowAndSettle(popup);
      expect((await readTable(popup, "matches")).map(({ id }) => id)).not.toContain("P6003R0");
      await popup.close();
      await options.close();
    });
  },
);
