import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import type { Extension } from "../browsers/extension.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { clickOn } from "../driving/click-heard.ts";
import { addWatch, openOptions, openSettings } from "../driving/drive-options.ts";
import { checkNowAndSettle, chooseInMenu, clickButton, openPopup, readMatches, waitForMatches, waitUntilSettled } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { waitForFocus as waitForFocusOn } from "../driving/focus.ts";
import { pressHeard } from "../driving/press-heard.ts";
import { until } from "../driving/until.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { smallIndex } from "../published/small-index.ts";
import { badge, putRow, readTable } from "../state/browser-state.ts";
import { putMatches } from "../state/put-matches.ts";

const author = "Emmy Noether";
const FIRST = { P7001R0: { author }, P7001R1: { author }, P7002R0: { author }, P7003R0: { author, title: "Rings and fields" } };
/** Undo is offered for ten seconds at least. */
const OFFERED_MS = 10_000;
const MANY = 1_000;
/** Far longer than the background needs to answer. */
const ANSWERED_MS = 5_000;
/** In place of the time for which undo is offered. */
const SOON_MS = 300;

const ids = async (page: Page) => (await readMatches(page)).map(({ id }) => id).sort();
/** The number of the row whose way to the document has the focus. */
const focused = (page: Page) =>
  page.evaluate(
    () =>
      (document.activeElement?.matches('[data-control="open"]') &&
        document.activeElement.closest(".match-row, .hit")?.querySelector(".match-id")?.textContent) ||
      "",
  );
const waitForFocus = (page: Page, id: string) => waitForFocusOn(page, id, focused);
/** Whether what the selector names has the focus. */
const hasFocus = (page: Page, selector: string) => page.evaluate((selector) => document.activeElement?.matches(selector), selector);
const toast = (page: Page) => page.$$eval(".toast p", ([text]) => text?.textContent ?? "");

function waitForIds(page: Page, ...expected: string[]): Promise<string[]> {
  return until(
    expected.join(", ") || "no match",
    () => ids(page),
    (shown) => shown.join() === [...expected].sort().join(),
  );
}

function waitForToast(page: Page, words: RegExp | ""): Promise<string> {
  return until(
    `a toast: ${words}`,
    () => toast(page),
    (text) => (words === "" ? text === "" : words.test(text)),
  );
}

function waitForBadge(page: Page, text: string): Promise<{ text: string; title: string }> {
  return until(
    `${text} on the badge`,
    () => badge(page),
    (shown) => shown.text === text,
  );
}

async function show(page: Page, view: "unread" | "starred" | "all"): Promise<void> {
  await clickOn(page, `#view-${view}`);
  await page.waitForSelector(`section.inbox.${view}`);
}

/** How far the page has moved by itself since it was opened, as Chrome scores it; Firefox tells nothing. */
const layoutShift = (page: Page) =>
  page.evaluate(async () => {
    if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return 0;
    const entries = await new Promise<PerformanceEntry[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve([]), 500);
    });
    return (entries as (PerformanceEntry & { value: number })[]).reduce((sum, { value }) => sum + value, 0);
  });

const shownIds = (page: Page) => page.$$eval(".match-row", (items) => items.map((item) => (item as HTMLElement).dataset.key));

inEachBrowser(
  "the inbox",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    const watching = async (extension: Extension) => {
      const options = await openOptions(extension);
      await addWatch(options, "author:Noether");
      await options.close();
    };

    it("keeps what has a star, in a view of its own", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      await watching(extension);
      web.publishIndex(smallIndex(FIRST));
      await popup.bringToFront();
      await checkNowAndSettle(popup);
      await waitForMatches(popup, 4);
      await clickButton(popup, "Star P7002R0");
      await until(
        "the star",
        () => readTable(popup, "matches"),
        (matches) => matches.some(({ id, starredAt }) => id === "P7002R0" && starredAt > 0),
      );
      await show(popup, "starred");
      await expectSoon(() => shownIds(popup)).toEqual(["P7002"]);
      expect(await axeInBothColours(extension, popup, "the starred view")).toEqual([]);
      await clickButton(popup, "Star P7002R0");
      await waitForToast(popup, /^P7002R0 has no star/);
      await clickButton(popup, "Undo");
      // The star again.
      await expectSoon(() => shownIds(popup)).toEqual(["P7002"]);
      await popup.close();
    });

    it("mutes a paper with all its revisions, and takes that back exactly", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await waitForMatches(popup, 4);
      await popup.$eval('[data-key="P7002"] .match-title', (link) => link.dispatchEvent(new MouseEvent("auxclick", { button: 2, bubbles: true })));
      await clickButton(popup, "Mark P7001R0 read");
      await waitForIds(popup, "P7001R1", "P7002R0", "P7003R0");
      await clickButton(popup, "Mute the paper P7001");
      await waitForIds(popup, "P7002R0", "P7003R0");
      expect(await waitForToast(popup, /is muted/)).toBe("P7001 is muted, and 1 match is marked read.");
      await waitForBadge(popup, "2");
      await clickButton(popup, "Undo");
      await waitForIds(popup, "P7001R1", "P7002R0", "P7003R0");
      await expectSoon(() => readTable(popup, "mutes")).toEqual([]);
      expect(await waitForToast(popup, /P7001R0/)).toBe("P7001R0 is marked read.");
      await clickButton(popup, "Undo");
      await waitForIds(popup, "P7001R0", "P7001R1", "P7002R0", "P7003R0");
      await waitForToast(popup, "");
      await waitForBadge(popup, "4");
      await popup.close();
    });

    it("marks all read that one saw, not what arrives meanwhile, and takes that back", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await waitForMatches(popup, 4);
      const [match] = await readTable(popup, "matches");
      if (!match) throw new Error("there is no match");
      // The next undo is of it from the moment it is asked for, whenever the background answers.
      await popup.evaluate(() => {
        [...document.querySelectorAll("button")].find((button) => button.textContent === "Mark all read")?.click();
        return Promise.resolve().then(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "u", bubbles: true })));
      });
      await new Promise((resolve) => setTimeout(resolve, ANSWERED_MS));
      await waitForIds(popup, "P7001R0", "P7001R1", "P7002R0", "P7003R0");
      await waitForToast(popup, "");
      await waitForBadge(popup, "4");
      // In the database, and not yet on the page.
      const meanwhile = { ...match, id: "P7004R0", paper: { ...match.paper, id: "P7004R0", number: 7004, revision: 0 }, foundAt: match.foundAt - 1 };
      await putRow(popup, "matches", { ...meanwhile, readAt: 0, starredAt: 0 });
      expect(await ids(popup)).toEqual(["P7001R0", "P7001R1", "P7002R0", "P7003R0"]);
      await clickButton(popup, "Mark all read");
      await waitForIds(popup, "P7004R0");
      expect(await waitForToast(popup, /marked read/)).toBe("4 matches are marked read.");
      await waitForBadge(popup, "1");
      const since = Date.now();
      await clickButton(popup, "Mark all read");
      await waitForIds(popup);
      await expectSoon(() => hasFocus(popup, "section.unread")).toBe(true);
      await waitForBadge(popup, "");
      await waitForToast(popup, /^1 match is marked read\.$/);
      const { text } = await until(
        "ten seconds in which undo is offered",
        async () => ({ passed: Date.now() - since, text: await toast(popup) }),
        ({ text, passed }) => text === "" || passed > OFFERED_MS,
      );
      expect(text).toBe("1 match is marked read.");
      await popup.hover(".toast");
      await popup.focus(".toast button");
      await popup.keyboard.press("u");
      await waitForIds(popup, "P7004R0");
      await popup.keyboard.press("u");
      await waitForIds(popup, "P7001R0", "P7001R1", "P7002R0", "P7003R0", "P7004R0");
      // The button that had the focus has gone.
      await expectSoon(() => hasFocus(popup, "section.unread, section.unread *")).toBe(true);
      await waitForBadge(popup, "5");
      // What is done next is forgotten in its time, although the pointer never left what has gone.
      await popup.mouse.move(0, 0);
      await popup.evaluate(
        (offered, soon) => {
          const wait = setTimeout;
          Object.assign(globalThis, { setTimeout: (act: () => void, ms: number) => wait(act, ms >= offered ? soon : ms) });
        },
        OFFERED_MS,
        SOON_MS,
      );
      await clickButton(popup, "Mark P7004R0 read");
      await popup.mouse.move(0, 0);
      await waitForIds(popup, "P7001R0", "P7001R1", "P7002R0", "P7003R0");
      await waitForToast(popup, "");
      await show(popup, "all");
      await clickButton(popup, "Mark P7004R0 unread");
      await waitForBadge(popup, "5");
      await popup.close();
    });

    it("can be worked by keyboard alone", async () => {
      const { extension, web } = stage();
      const before = await openPopup(extension);
      await waitForMatches(before, 5);
      await clickButton(before, "2 new: revisions of P7001");
      // One click for all revisions of a paper, and one that takes them back.
      await clickButton(before, "Mark P7001 read");
      expect(await waitForToast(before, /marked read/)).toBe("2 matches are marked read.");
      await clickButton(before, "Undo");
      await waitForIds(before, "P7001R0", "P7001R1", "P7002R0", "P7003R0", "P7004R0");
      for (const id of ["P7001R0", "P7001R1", "P7002R0"]) await clickButton(before, `Mark ${id} read`);
      await waitForIds(before, "P7003R0", "P7004R0");
      await before.close();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await waitForIds(popup, "P7003R0", "P7004R0");
      const [first = "", second = ""] = (await readMatches(popup)).map(({ id }) => id);
      await popup.keyboard.press("ArrowDown");
      await waitForFocus(popup, first);
      await pressHeard(popup, "j", async () => (await focused(popup)) === second);
      await popup.keyboard.press("ArrowUp");
      await waitForFocus(popup, first);

      const series = first.replace(/R\d+$/, "");
      const isWatched = async () => (await readTable(popup, "watches")).some(({ kind, text }) => kind === "paper" && text === series);
      const pressed = () => popup.$eval(`[data-key="${series}"] [data-control="watch"]`, (button) => button.getAttribute("aria-pressed"));
      await popup.keyboard.press("w");
      await until("the watch", pressed, (pressed) => pressed === "true");
      await expectSoon(isWatched).toBe(true);
      await waitForToast(popup, new RegExp(`^Watching ${series} in “My watchlist”`));
      await popup.keyboard.press("u");
      await until("no watch", pressed, (pressed) => pressed === "false");
      await expectSoon(isWatched).toBe(false);
      await waitForFocus(popup, first);

      await popup.keyboard.press("s");
      await until(
        "a star",
        () => readTable(popup, "matches"),
        (matches) => matches.some(({ id, starredAt }) => id === first && starredAt > 0),
      );
      await popup.keyboard.press("e");
      await waitForIds(popup, second);
      await waitForFocus(popup, second);
      await popup.keyboard.press("m");
      await waitForIds(popup);
      await expectSoon(() => hasFocus(popup, "section.unread")).toBe(true);
      await popup.keyboard.press("u");
      await waitForIds(popup, second);
      await popup.keyboard.press("u");
      await waitForIds(popup, first, second);

      await popup.keyboard.press("?");
      await popup.waitForSelector("dialog[open]");
      expect(await axeInBothColours(extension, popup, "the dialog of the keys")).toEqual([]);
      await popup.focus("dialog input");
      await popup.keyboard.press(" " as "Space");
      await until(
        "letters without meaning",
        () => readTable(popup, "settings"),
        (rows) => rows.some(({ name, value }) => name === "letterKeys" && value === false),
      );
      await popup.keyboard.press("Escape");
      await popup.waitForSelector("dialog", { hidden: true });
      await popup.keyboard.press("ArrowDown");
      const held = await until(
        "a row with the focus",
        () => focused(popup),
        (id) => id !== "",
      );
      for (const key of ["e", "s", "m", "j", "/", "?"] as const) await popup.keyboard.press(key);
      expect(await focused(popup)).toBe(held);
      expect(await popup.$$("dialog")).toEqual([]);
      await waitForIds(popup, first, second);

      await chooseInMenu(popup, "Keyboard shortcuts");
      await popup.waitForSelector("dialog[open]");
      await clickOn(popup, "dialog input");
      await until(
        "letters with meaning",
        () => readTable(popup, "settings"),
        (rows) => rows.some(({ name, value }) => name === "letterKeys" && value === true),
      );
      await popup.keyboard.press("Escape");
      await waitForFocusOn(popup, "More");

      await popup.keyboard.press("/");
      await expectSoon(() => hasFocus(popup, "input[type=search]")).toBe(true);
      // Enter before anything is found, and before the code that draws it is there.
      await popup.evaluate(() => {
        const field = document.activeElement as HTMLInputElement;
        field.value = "7003";
        field.dispatchEvent(new Event("input", { bubbles: true }));
        return Promise.resolve().then(() => field.form?.requestSubmit());
      });
      await until(
        "the document that was asked for",
        async () => web.arrivals.some(({ url }) => url.includes("wg21.link/p7003r0")),
        (isAsked) => isAsked,
      );
      await popup.bringToFront();
      await popup.keyboard.press("Escape");
      await popup.keyboard.type("rings and");
      await until(
        "the paper",
        () => popup.$$eval(".hit", (hits) => hits.map((hit) => (hit as HTMLElement).dataset.key)),
        ([hit]) => hit === "P7003",
      );
      // Found by the thread, and not by the page in its place.
      await expectSoon(() => popup.workers()).toHaveLength(1);
      expect(await axeInBothColours(extension, popup, "results of a search, what matched marked")).toEqual([]);
      await popup.keyboard.press("ArrowDown");
      await waitForFocus(popup, "P7003R0");
      expect(await popup.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toBe("https://wg21.link/p7003r0");
      expect(await popup.$eval('.hit [data-control="details"]', (link) => (link as HTMLAnchorElement).hash)).toBe("#/paper/P7003");
      await popup.keyboard.press("ArrowUp");
      await popup.keyboard.press("Escape");
      await waitForIds(popup, first, second);
      await expectSoon(() => hasFocus(popup, "input[type=search]")).toBe(true);
      await popup.close();
    });

    it("keeps the focus where a permission was asked for that is there now", async () => {
      const { extension } = stage();
      const other = await openPopup(extension);
      const check = (await readTable(other, "state")).find((row) => row.name === "check");
      if (check?.name !== "check") throw new Error("there was no check");
      await putRow(other, "state", { ...check, outcome: { kind: "not-allowed" } });
      const popup = await openPopup(extension);
      await popup.waitForSelector(".allow button");
      await popup.focus(".allow button");
      await other.bringToFront();
      await checkNowAndSettle(other);
      await other.close();
      await popup.bringToFront();
      await popup.waitForSelector(".allow", { hidden: true });
      await expectSoon(() => hasFocus(popup, "footer")).toBe(true);
      await popup.close();
    });

    it("follows the arrows of the tabs also from right to left", async () => {
      const popup = await openPopup(stage().extension);
      await popup.waitForSelector("section.unread");
      await popup.evaluate(() => {
        document.documentElement.dir = "rtl";
      });
      await popup.focus("#view-unread");
      await popup.keyboard.press("ArrowLeft");
      await popup.waitForSelector("section.starred");
      await popup.close();
    });

    it("shows muted papers in the options, where muting ends", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await clickButton(popup, "Mute the paper P7004");
      await waitForIds(popup, "P7003R0");
      const options = await openSettings(extension, "muted");
      await clickButton(options, "Unmute P7004");
      await until(
        "no mute",
        () => readTable(options, "mutes"),
        (rows) => rows.length === 0,
      );
      await popup.bringToFront();
      await waitForIds(popup, "P7003R0", "P7004R0");
      await options.close();
      await popup.close();
    });

    it("has one row for a paper, which opens to its revisions by keyboard, and is named by all that one sees", async () => {
      const popup = await openPopup(stage().extension);
      await popup.bringToFront();
      await show(popup, "all");
      await expectSoon(async () => (await shownIds(popup)).sort()).toEqual(["P7001", "P7002", "P7003", "P7004"]);
      const row = '[data-key="P7001"] > ';
      await popup.focus(`${row}[data-control="open"]`);
      await waitForFocus(popup, "P7001R1");
      const name = () =>
        popup.$eval(`${row}[data-control="open"]`, (link) =>
          (link.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent),
        );
      await expectSoon(name).toEqual(["Title of P7001R1", "P7001R1", "author Emmy Noether"]);
      await popup.keyboard.press("ArrowRight");
      await popup.waitForSelector('[data-key="P7001R0"]');
      await expectSoon(() => popup.$eval(`${row}.match-line [data-control="revisions"]`, (button) => button.ariaExpanded)).toBe("true");
      await popup.keyboard.press("ArrowDown");
      await popup.keyboard.press("ArrowDown");
      await waitForFocus(popup, "P7001R0");
      await popup.keyboard.press("ArrowLeft");
      await popup.waitForSelector('[data-key="P7001R0"]', { hidden: true });
      await expectSoon(() => popup.evaluate(() => document.activeElement?.closest("[data-key]")?.getAttribute("data-key"))).toBe("P7001");
      await popup.close();
    });

    it("draws those of a thousand matches that are seen, wherever one scrolls, with one stop of Tab", async () => {
      const { extension } = stage();
      const before = await openPopup(extension);
      await putMatches(before, MANY);
      await before.close();
      const popup = await openPopup(extension);
      await popup.waitForSelector("li.match");
      expect((await popup.$$("li.match")).length).toBeLessThan(100);
      expect(await layoutShift(popup)).toBeLessThan(0.01);
      await expectSoon(() => popup.$eval("#view-unread .count", (count) => count.textContent)).toBe("1,002");
      const all = await readMatches(popup);
      expect(all).toHaveLength(MANY + 2);
      expect(new Set(all.map(({ id }) => id)).size).toBe(MANY + 2);
      await expectSoon(() => popup.$$eval('.match-title[tabindex="0"]', (links) => links.length)).toBe(1);
      const [width, page] = await popup.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      expect(width).toBeLessThanOrEqual(page ?? 0);
      await popup.close();
    });

    it("shows seven papers at once, and stays where it is with the focus where it was while one asks for checks", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await popup.bringToFront();
      await popup.setViewport({ width: 400, height: 600 });
      await popup.waitForSelector(".match-row");
      const inSight = () =>
        popup.evaluate(() => {
          const top = document.querySelector(".views")?.getBoundingClientRect().bottom ?? 0;
          const bottom = document.querySelector(".popup-foot")?.getBoundingClientRect().top ?? 0;
          const places = [...document.querySelectorAll(".match-row")].map((row) => row.getBoundingClientRect());
          return places.filter((place) => place.top >= top - 1 && place.bottom <= bottom + 1).length;
        });
      await expectSoon(inSight).toBeGreaterThanOrEqual(7);
      await popup.evaluate(() => scrollTo(0, 300));
      const place = () => popup.evaluate(() => [scrollY, document.activeElement?.textContent]);
      for (const _ of ["once", "again"]) {
        await clickOn(popup, '[data-control="check-now"]');
        await expectSoon(place).toEqual([300, "Check now"]);
        await waitUntilSettled(popup);
        expect(await place()).toEqual([300, "Check now"]);
      }
      // From a row in sight, through its buttons.
      await popup.$$eval(".match-title", (links) => (links as HTMLElement[]).find((link) => link.getBoundingClientRect().top > 250)?.focus());
      for (let stops = 0; stops < 12 && (await place())[1] !== "Check now"; stops++) {
        await popup.keyboard.press("Tab");
        expect((await place())[0]).toBe(300);
      }
      expect(await place()).toEqual([300, "Check now"]);
      await popup.close();
    });
  },
);
