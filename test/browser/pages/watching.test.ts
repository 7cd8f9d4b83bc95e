import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { clickMenu } from "../driving/click-menu.ts";
import { addWatch, listWatches, openOptions } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup, readMatches, waitForStatus } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { waitForFocus } from "../driving/focus.ts";
import { pageAt } from "../driving/page-at.ts";
import { typeInto } from "../driving/type-into.ts";
import { until } from "../driving/until.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { smallIndex } from "../published/small-index.ts";
import { badge, notifications, putRow, readTable } from "../state/browser-state.ts";

const FIELD = '[role="combobox"]';
const BEFORE = {
  P6000R0: { title: "Executors for everybody", author: "Emmy Noether", subgroup: "SG1", date: "2026-03-01" },
  P6001R0: { title: "Executors and rings", author: "Emmy Noether", subgroup: "LEWG", date: "2026-02-01" },
  P6002R0: { title: "Executors once more", author: "Kurt Gödel", subgroup: "LEWG", date: "2026-01-01" },
};
const RULE = "author:Emmy Noether title:Executors -audience:SG1";

const typed = (page: Page) => page.$eval(FIELD, (field) => (field as HTMLInputElement).value);
const offered = (page: Page) =>
  page.$$eval(".completions:not([hidden]) [role=option] .completion-term", (terms) => terms.map((term) => term.textContent ?? ""));
const rows = async (page: Page) => (await readTable(page, "watches")).map(({ kind, text }) => `${kind} ${text}`);

/** Types these letters and takes the suggestion of that name with the arrow keys. */
async function complete(page: Page, letters: string, term: string): Promise<void> {
  await page.keyboard.type(letters);
  await expectSoon(() => offered(page)).toContain(term);
  const active = () => page.$eval(FIELD, (field) => document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent ?? "");
  // What is offered may change as long as the index is looked through.
  await until(
    `the suggestion ${term}`,
    async () => {
      if (!(await active()).includes(term)) await page.keyboard.press("ArrowDown");
      return active();
    },
    (chosen) => chosen.includes(term),
  );
  await page.keyboard.press("Enter");
}

inEachBrowser(
  "watching",
  (web) => web.publishIndex(smallIndex(BEFORE)),
  (stage) => {
    it("takes a rule by keyboard alone, explains it and shows what it would have found", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await waitForStatus(popup, "Checked");
      await popup.close();
      const page = await openOptions(extension);
      await page.bringToFront();
      // Nothing is watched yet, so the field has the focus.
      await expectSoon(() => page.$eval(FIELD, (field) => field === document.activeElement)).toBe(true);
      await complete(page, "noe", "author:Emmy Noether");
      await expectSoon(() => typed(page)).toBe("author:Emmy Noether ");
      await complete(page, "exec", "title:Executors");
      await complete(page, "-sg", "-audience:SG1");
      await expectSoon(() => offered(page)).toEqual([]);
      await waitForText(page, /Papers by Emmy Noether with “Executors” in the title, but not for SG1: 1 paper in the index\./);
      await expectSoon(() => page.$$eval(".preview a", (links) => links.map((link) => [link.textContent, link.getAttribute("href")]))).toEqual([
        ["P6001R0", "/library.html#/paper/P6001R0"],
      ]);
      expect(await axeInBothColours(extension, page, "a rule and what it would find")).toEqual([]);
      await page.keyboard.press("Enter");
      await until(
        "the rule",
        () => rows(page),
        (watches) => watches.includes(`rule ${RULE}`),
      );
      await until(
        "the rule in the list",
        () => listWatches(page),
        (listed) => listed.join() === RULE,
      );
      await page.close();
    });

    it("closes the suggestions with Escape, and takes one with the mouse", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await page.bringToFront();
      await page.focus(FIELD);
      await page.keyboard.type("author:g");
      await until(
        "a suggestion",
        () => offered(page),
        (terms) => terms.length > 0,
      );
      expect(await axeInBothColours(extension, page, "suggestions")).toEqual([]);
      await page.keyboard.press("Escape");
      await expectSoon(() => offered(page)).toEqual([]);
      expect(await typed(page)).toBe("author:g");
      await page.keyboard.press("ArrowDown");
      await page.locator(".completions [role=option]").click();
      await until(
        "the name",
        () => typed(page),
        (value) => value === "author:Kurt Gödel ",
      );
      await expectSoon(() => page.$eval(FIELD, (field) => field === document.activeElement)).toBe(true);
      await page.close();
    });

    it("names the bad term of a rule and what was meant", async () => {
      const page = await openOptions(stage().extension);
      expect(await addWatch(page, "autor:Noether title:rings")).toContain("Did you mean “author:”?");
      expect(await addWatch(page, "author:Noether -")).toContain("“-” without a term");
      expect(await addWatch(page, "-audience:SG1")).toContain("only says what you do not want");
      expect(await rows(page)).toEqual([`rule ${RULE}`]);
      await page.close();
    });

    it("tells of a paper that the rule asks for and not of one that it excludes", async () => {
      const { extension, web } = stage();
      const entry = { title: "New executors", author: "Emmy Noether" };
      web.publishIndex(
        smallIndex({
          ...BEFORE,
          P6100R0: { ...entry, title: "Executors in new clothes", subgroup: "LEWG" },
          P6101R0: { ...entry, title: "Executors, concurrently", subgroup: "LEWG, SG1" },
          P6102R0: { ...entry, title: "Rings", subgroup: "LEWG" },
        }),
      );
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      const matches = await until(
        "the match",
        () => readMatches(popup),
        (shown) => shown.length > 0,
      );
      expect(matches.map(({ id, reasons }) => [id, ...reasons])).toEqual([["P6100R0", "rule: Emmy Noether, “Executors”"]]);
      await popup.close();
    });

    it("shows what a watch found and would find, and lets it be changed where it stands", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await page.bringToFront();
      await page.locator("button.watch-found").click();
      for (const words of [/It has found 1 match:/, /P6100R0 Executors in new clothes/, /2 papers in the index match\./])
        await waitForText(page, words, ".watch-details");
      expect(await axeInBothColours(extension, page, "the details of a watch")).toEqual([]);
      await clickButton(page, `Change ${RULE}`);
      const field = `.edit-watch ${FIELD}`;
      await until(
        "the field to have the focus",
        () => page.$eval(field, (field) => field === document.activeElement),
        (focused) => focused,
      );
      await typeInto(page, field, "author:Noether -title:rings");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Enter");
      await until(
        "the changed rule",
        () => rows(page),
        (watches) => watches.join() === "rule author:Noether -title:rings",
      );
      await waitForFocus(page, "Change author:Noether -title:rings");
      await page.close();
    });

    it("watches a paper from the context menu of a page, once, and says so", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await addWatch(page, "N6001");
      const told = new Set<string>();
      // A browser may take one away before the other comes.
      const noteTold = async () => {
        for (const id of Object.keys(await notifications(page))) told.add(id);
        return told;
      };
      await clickMenu(extension, { menuItemId: "watch-selection", selectionText: "as D6500R2 says" });
      await until("word of the watch", noteTold, (told) => told.has("watching:P6500"));
      await clickMenu(extension, { menuItemId: "watch-link", linkUrl: "https://isocpp.org/files/papers/N6001.pdf" });
      await until("word that the other is there", noteTold, (told) => told.has("watching:N6001"));
      await clickMenu(extension, { menuItemId: "watch-link", linkUrl: "https://wg21.link/p6500r3" });
      const hour = await page.evaluate(() => new Date().getHours());
      const quiet = { quietFromHour: hour, quietUntilHour: (hour + 2) % 24, quietHours: true } as const;
      for (const [name, value] of Object.entries(quiet)) await putRow(page, "settings", { name, value } as never);
      await clickMenu(extension, { menuItemId: "watch-selection", selectionText: "P6600" });
      const sign = await until(
        "a sign without a sound",
        () => badge(page),
        ({ text }) => text === "+",
      );
      expect(sign.title).toContain("Watching P6600");
      expect((await rows(page)).toSorted()).toEqual(["paper N6001", "paper P6500", "paper P6600", `rule author:Noether -title:rings`].toSorted());
      expect(Object.keys(await notifications(page))).not.toContain("watching:P6600");
      await page.close();
    });

    it("fills in what is selected where that names no paper", async () => {
      const { extension } = stage();
      await clickMenu(extension, { menuItemId: "watch-selection", selectionText: "title:rings 100%" });
      const page = await until(
        "the options",
        () => pageAt(extension, "/options.html#/watch/"),
        (page) => page !== undefined,
      );
      await page?.waitForSelector(FIELD);
      await until(
        "the text",
        () => typed(page as Page),
        (value) => value === "title:rings 100%",
      );
      await page?.close();
    });
  },
);
