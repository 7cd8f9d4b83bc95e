import type { Page } from "puppeteer-core";
import { expect, it, onTestFinished } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { catchCopies } from "../driving/catch-copies.ts";
import { clickOn } from "../driving/click-heard.ts";
import { addWatch, openOptions, openSettings } from "../driving/drive-options.ts";
import { checkNowAndSettle, chooseInMenu, clickButton, openPopup, readMatches, unfoldStatus, waitForMatches, waitForStatus } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { focusedName, waitForFocus } from "../driving/focus.ts";
import { pageAt } from "../driving/page-at.ts";
import { pressHeard } from "../driving/press-heard.ts";
import { until } from "../driving/until.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { waitUntilQuiet } from "../looking/hold-still.ts";
import { smallIndex } from "../published/small-index.ts";
import { readTable } from "../state/browser-state.ts";
import { resumeHosts } from "../state/resume-hosts.ts";

const author = "Emmy Noether";
const REVISIONS = Object.fromEntries(Array.from({ length: 10 }, (_, revision) => [`P7001R${revision}`, { author, title: "Rings and fields" }]));
const FIRST = {
  ...REVISIONS,
  P7002R0: { author, title: "Ideals" },
  P7003R0: { author: "Ada Lovelace", title: "Engines for all" },
  P7004R0: { author: "Ada Lovelace", title: "More engines" },
  P7005R0: { author, title: "Chains" },
  P7006R0: { author, title: "Modules" },
  P7007R0: { author, title: "Invariants" },
};
const FULL_LINE = { P7050R0: { author: "Bartholomew Longfellow-Featherstone, Georg Cantor", title: "More consteval", subgroup: "Library Evolution" } };
const POPUP = { width: 400, height: 600 };
/** The greatest size of a popup as long as all in it is twice as large. */
const TWICE = { width: 400, height: 300, deviceScaleFactor: 2 };
const SMALLEST_PX = 24;
const STEP_MS = 15_000;
const STEPS = 20;

const menuIsOpen = (page: Page) => page.$eval('[role="menu"]', (menu) => menu.matches(":popover-open"));
const unread = async (page: Page) => (await readTable(page, "matches")).filter(({ readAt }) => readAt === 0).map(({ id }) => id);

const inSight = (page: Page) =>
  page.evaluate(() => {
    const top = Math.max(0, document.querySelector(".views")?.getBoundingClientRect().bottom ?? 0);
    const foot = document.querySelector(".popup-foot")?.getBoundingClientRect().top ?? innerHeight;
    const bottom = Math.min(innerHeight, foot);
    const places = [...document.querySelectorAll(".match-row")].map((row) => row.getBoundingClientRect());
    return places.filter((place) => place.top >= top - 1 && place.bottom <= bottom + 1).length;
  });

/** What can be pressed and is smaller than it should be, each with its size. A box in a label is as large as the label; what stands in a sentence is as high as its line. */
const smallTargets = (page: Page) =>
  page.evaluate((smallest) => {
    const all = [...document.querySelectorAll<HTMLElement>('a, button, input, select, summary, [role="menuitem"]')];
    return all
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => one.closest("label") ?? one)
      .map((one) => ({ one, place: one.getBoundingClientRect(), around: getComputedStyle(one, "::after").inset === "0px" ? one.parentElement : one }))
      .map(({ one, around }) => ({ name: one.textContent?.trim() || one.className, place: (around ?? one).getBoundingClientRect() }))
      .filter(({ place }) => place.width < smallest || place.height < smallest)
      .map(({ name, place }) => `${name} ${place.width}x${place.height}`);
  }, SMALLEST_PX);

/** Has it counted what a person presses; gives the number so far. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { clicks: 0 };
    Object.assign(globalThis, { counted });
    addEventListener("click", ({ isTrusted }) => isTrusted && counted.clicks++, true);
  });
  return () => page.evaluate(() => (globalThis as unknown as { counted: { clicks: number } }).counted.clicks);
}

/** Points at a row, which shows what can be done, and clicks that. */
async function pressInRow(page: Page, key: string, control: string): Promise<void> {
  const row = `[data-key="${key}"]`;
  // Out from under the foot.
  await (await page.waitForSelector(row))?.evaluate((row) => row.scrollIntoView({ block: "center" }));
  await page.hover(row);
  await clickOn(page, `${row} [data-control="${control}"]`);
}

/** That of the toolbar's button, which opens the popup. */
const TOOLBAR = 1;

inEachBrowser(
  "the popup",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("has a menu that is worked by keyboard, and gives the focus back", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      for (const watch of ["author:Noether", "author:Lovelace"]) await addWatch(options, watch);
      await options.close();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await checkNowAndSettle(popup);
      web.publishIndex(smallIndex(FIRST));
      // The page may not know yet that the check before has ended.
      await popup.waitForSelector('[data-control="check-now"]:not([aria-disabled="true"])');
      await chooseInMenu(popup, "Check now");
      await waitForMatches(popup, 16);
      await waitForFocus(popup, "More");
      await until(
        "the first item",
        async () => {
          // While it is driven, Firefox may give the first key after a menu has closed to nobody.
          if (!(await menuIsOpen(popup))) await popup.keyboard.press("Enter");
          return focusedName(popup);
        },
        (text) => text === "Check now",
      );
      expect(await axeInBothColours(extension, popup, "the menu")).toEqual([]);
      await expectSoon(() => smallTargets(popup)).toEqual([]);
      await popup.keyboard.press("ArrowUp");
      await waitForFocus(popup, "Help");
      await popup.keyboard.press("ArrowDown");
      await popup.keyboard.press("ArrowDown");
      await waitForFocus(popup, "Settings");
      await popup.keyboard.press("k");
      await waitForFocus(popup, "Keyboard shortcuts");
      await popup.keyboard.press("Escape");
      await expectSoon(() => menuIsOpen(popup)).toBe(false);
      await waitForFocus(popup, "More");
      // Firefox gives the first key after that Escape to nobody while it is driven.
      await clickButton(popup, "More");
      await waitForFocus(popup, "Check now");
      await popup.keyboard.press("Tab");
      await expectSoon(() => menuIsOpen(popup)).toBe(false);
      await expectSoon(() => focusedName(popup)).not.toBe("");
      await popup.close();
    });

    it("has keys for its tabs and for checking", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await popup.waitForSelector("li.match");
      for (const [key, view] of [
        ["3", "all"],
        ["2", "starred"],
        ["1", "unread"],
      ] as const) {
        await pressHeard(popup, key, async () => (await popup.$(`section.inbox.${view}`)) !== null);
      }
      const before = (await readTable(popup, "state")).find(({ name }) => name === "check");
      const triedAt = (row: typeof before) => (row?.name === "check" ? row.lastTriedAt : 0);
      await popup.keyboard.press("n");
      await until(
        "a check",
        async () => triedAt((await readTable(popup, "state")).find(({ name }) => name === "check")),
        (at) => at > triedAt(before),
      );
      await waitForStatus(popup, "Checked");
      await popup.close();
    });

    it("says what has changed and never that time has passed", async () => {
      const popup = await openPopup(stage().extension);
      await popup.bringToFront();
      await waitForStatus(popup, "Checked");
      await popup.waitForSelector("li.match");
      await waitUntilQuiet(popup);
      const said = await popup.evaluate(
        async (steps, stepMs) => {
          const said: string[] = [];
          const live = [...document.querySelectorAll<HTMLElement>('[aria-live="polite"], [role="status"], [role="alert"]')];
          const watch = new MutationObserver((changes) => said.push(...changes.map(({ target }) => target.textContent ?? "")));
          for (const region of live) watch.observe(region, { subtree: true, childList: true, characterData: true });
          const line = () => document.querySelector(".status-line")?.textContent;
          const before = line();
          const now = Date.now;
          for (let step = 1; step <= steps; step++) {
            Date.now = () => now() + step * stepMs;
            // Whatever draws the page anew.
            document.getElementById(step % 2 === 0 ? "view-unread" : "view-all")?.click();
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          Date.now = now;
          return { regions: live.length, moved: before !== line(), said };
        },
        STEPS,
        STEP_MS,
      );
      expect(said).toEqual({ regions: expect.any(Number), moved: true, said: [] });
      expect(said.regions).toBeGreaterThan(2);
      await popup.close();
    });

    it("has nothing to press that is smaller than a finger or named twice, and shows what a picture means on focus", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await popup.setViewport(POPUP);
      await popup.waitForSelector("li.match");
      await unfoldStatus(popup);
      await expectSoon(() => smallTargets(popup)).toEqual([]);
      const twice = () =>
        popup.$$eval("[title]", (all) =>
          all.filter((one) => one.getAttribute("title") === (one.getAttribute("aria-label") ?? one.textContent)).map((one) => one.outerHTML),
        );
      expect(await twice()).toEqual([]);
      const tip = () => popup.$eval(".mark-all .tip", (tip) => (tip as HTMLElement).offsetWidth);
      await expectSoon(tip).toBeLessThanOrEqual(1);
      await popup.focus(".pill");
      await popup.keyboard.press("Tab");
      await waitForFocus(popup, "Mark all read");
      await expectSoon(tip).toBeGreaterThan(SMALLEST_PX);
      await popup.type('input[type="search"]', "rings");
      await popup.waitForSelector(".hit");
      await expectSoon(() => smallTargets(popup)).toEqual([]);
      expect(await twice()).toEqual([]);
      await popup.close();
    });

    it("shows more than one paper where all is twice as large, from the beginning and further down", async () => {
      const popup = await openPopup(stage().extension);
      await popup.bringToFront();
      await popup.setViewport(TWICE);
      await popup.waitForSelector("li.match");
      await expectSoon(() => inSight(popup)).toBeGreaterThan(1);
      await popup.evaluate(() => scrollTo(0, 150));
      await expectSoon(() => inSight(popup)).toBeGreaterThan(1);
      await popup.close();
    });

    it("tells of a host that was paused, and resumes it", async () => {
      const { extension } = stage();
      onTestFinished(() => resumeHosts(extension));
      const options = await openSettings(extension, "status");
      await clickButton(options, "Pause: wg21.link");
      const popup = await openPopup(extension);
      await popup.waitForSelector(".health-line button");
      await expectSoon(() => popup.$eval(".health-line", (line) => line.textContent)).toMatch(/^You paused wg21\.link: it is not asked for anything\.Resume$/);
      expect(await axeInBothColours(extension, popup, "a host that can be resumed")).toEqual([]);
      await popup.focus(".health-line button");
      await popup.keyboard.press("Enter");
      await popup.waitForSelector(".health-line button", { hidden: true });
      await expectSoon(() => popup.evaluate(() => document.activeElement?.matches("footer"))).toBe(true);
      expect((await readTable(popup, "lanes")).filter(({ paused }) => paused)).toEqual([]);
      await options.close();
      await popup.close();
    });

    it("watches an author in two clicks, and opens the document that was searched for in two", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      const clicks = await countClicks(popup);
      await popup.focus('input[type="search"]');
      await popup.keyboard.type("gödel");
      await popup.waitForSelector(".watch-offers button:not(.unread)");
      expect(await axeInBothColours(extension, popup, "an author to be watched from the search")).toEqual([]);
      await waitUntilQuiet(popup);
      await clickOn(popup, ".watch-offers button");
      await until(
        "the watch",
        () => readTable(popup, "watches"),
        (watches) => watches.some(({ kind, text }) => kind === "author" && /Gödel/.test(text)),
      );
      expect(TOOLBAR + (await clicks())).toBe(2);
      // Watched now, and said so: nothing moves what was found any more.
      await waitUntilQuiet(popup);
      await clickOn(popup, '.hit [data-control="open"]');
      await until(
        "a request for the document",
        async () => web.arrivals.some(({ url }) => url.includes("wg21.link/p2300r9")),
        (isAsked) => isAsked,
      );
      expect(TOOLBAR + (await clicks()) - 1).toBe(2);
      await popup.close();
    });

    it("watches five numbers of an agenda in two clicks", async () => {
      const popup = await openPopup(stage().extension);
      await popup.bringToFront();
      const clicks = await countClicks(popup);
      await popup.focus('input[type="search"]');
      await popup.keyboard.type("P8001, P8002, P8003, P8004, P8005");
      await clickButton(popup, "Watch all 5");
      await until(
        "five watches",
        async () => (await readTable(popup, "watches")).map(({ text }) => text).filter((text) => text.startsWith("P800")),
        (watches) => watches.length === 5,
      );
      expect(TOOLBAR + (await clicks())).toBe(2);
      await waitForFocus(popup, "All are watched");
      await popup.close();
    });

    it("gives the BibTeX of a paper in three clicks", async () => {
      const { browserName, extension } = stage();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      const clicks = await countClicks(popup);
      await pressInRow(popup, "P7002", "details");
      // Firefox's driver does not hear of a page that a link opens.
      const paper =
        browserName === "firefox"
          ? await extension.openPage("library.html#/paper/P7002")
          : await until(
              "the paper's page",
              () => pageAt(extension, "#/paper/P7002"),
              (page) => page !== undefined,
            );
      const copied = await catchCopies(paper as Page);
      await clickOn(paper as Page, 'button[aria-label*="BibTeX"]');
      await until("BibTeX", copied, (text) => text.startsWith("@"));
      expect(TOOLBAR + (await clicks()) + 1).toBe(3);
      await paper?.close();
      await popup.close();
    });

    it("marks ten revisions of one paper read in one click", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await popup.waitForSelector('[data-key="P7001"]');
      await waitUntilQuiet(popup);
      const clicks = await countClicks(popup);
      await pressInRow(popup, "P7001", "read");
      await until(
        "six",
        () => unread(popup),
        (ids) => ids.length === 6,
      );
      expect(await clicks()).toBe(1);
      await popup.close();
    });

    it("shows the matches of one watch alone, and marks them read in two clicks", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await popup.waitForSelector("li.match");
      await clickButton(popup, "All watches");
      await popup.waitForSelector(".askers li + li");
      expect(await axeInBothColours(extension, popup, "the watches to choose from")).toEqual([]);
      await expectSoon(() => smallTargets(popup)).toEqual([]);
      await expectSoon(() => popup.$$eval(".askers .asker", (all) => all.map((one) => one.textContent?.trim()))).toEqual([
        "All watches",
        "author Noether 4, 4 matches",
        "author Lovelace 2, 2 matches",
      ]);
      await popup.keyboard.press("Tab");
      await popup.keyboard.press("Tab");
      await popup.keyboard.press("Enter");
      await until(
        "those of one author",
        () => readMatches(popup),
        (shown) => shown.length === 4,
      );
      await waitForFocus(popup, "author Noether");
      await expectSoon(() => popup.$eval(".mark-all", (button) => button.textContent)).toBe("Mark these read");
      await clickButton(popup, "author Noether");
      await clickButton(popup, "All watches");
      await until(
        "all",
        () => readMatches(popup),
        (shown) => shown.length === 6,
      );
      await waitUntilQuiet(popup);
      const clicks = await countClicks(popup);
      await clickOn(popup, ".pill");
      await clickOn(popup, ".askers li:last-child .icon-only");
      await until(
        "four",
        () => unread(popup),
        (ids) => ids.length === 4,
      );
      expect(await clicks()).toBe(2);
      expect((await unread(popup)).sort()).toEqual(["P7002R0", "P7005R0", "P7006R0", "P7007R0"]);
      await clickButton(popup, "Undo");
      await until(
        "six again",
        () => unread(popup),
        (ids) => ids.length === 6,
      );
      await popup.close();
    });

    it("shows the reason whole where a line is full: the authors give way", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      await addWatch(options, "title:consteval");
      await options.close();
      web.publishIndex(smallIndex({ ...FIRST, ...FULL_LINE }));
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await popup.setViewport(POPUP);
      await checkNowAndSettle(popup);
      const line = '[data-key="P7050"] .match-line';
      await popup.waitForSelector(line);
      const isCut = (part: string) => popup.$eval(`${line} ${part}`, (one) => one.scrollWidth > one.clientWidth);
      await expectSoon(() => Promise.all([".match-authors", ".reasons", ".match-audience"].map(isCut))).toEqual([true, false, false]);
      await popup.close();
    });
  },
);
