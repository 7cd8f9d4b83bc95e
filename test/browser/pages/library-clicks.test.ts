import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { manyPapers } from "../../store/index-of.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { catchCopies } from "../driving/catch-copies.ts";
import { clickOn } from "../driving/click-heard.ts";
import { countClicks } from "../driving/count-clicks.ts";
import { clickButton } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { waitForFocus } from "../driving/focus.ts";
import { pressHeard } from "../driving/press-heard.ts";
import { until } from "../driving/until.ts";
import { textOf, waitForText } from "../driving/wait-for-text.ts";
import { beginToHear, hastenClock, heardMeanwhile } from "../looking/heard-meanwhile.ts";
import { waitUntilQuiet } from "../looking/hold-still.ts";
import { smallIndex } from "../published/small-index.ts";
import { putRow } from "../state/browser-state.ts";

// How many clicks and stops of Tab the library's tasks take: each `press` and `click` below counts.

const AUTHORS = ["Lovelace", "Noether", "Gödel", "Turing", "Hopper", "Church", "Curry", "Kleene", "Post", "Peano", "Frege", "Boole"];
const PAPERS = {
  P0009R9: { title: "`mdspan`", author: AUTHORS.join(", "), date: "2019-01-15", long_link: "https://www.open-std.org/p0009r9.html" },
  P0009R10: { title: "`mdspan`", author: undefined, date: "2020-01-15", long_link: "https://www.open-std.org/p0009r10.html" },
  P3990R0: { title: "For evolution", subgroup: "LEWG", date: "2026-11-15" },
  P3991R0: { title: "For the core", subgroup: "CWG", date: "2026-11-15" },
};

/** From the toolbar: its button, and the way to the library. */
const TO_THE_LIBRARY = 2;

/** Of the rows of a page, beyond those that it shows at first. */
const FAR_DOWN = 150;

/** Of the row in the list that has the focus, from 1. */
const place = (page: Page) => page.evaluate(() => document.activeElement?.closest("li")?.getAttribute("aria-posinset"));

inEachBrowser(
  "the library's tasks",
  (web) => web.publishIndex(smallIndex({ ...manyPapers(200, 3_000), ...PAPERS })),
  (stage) => {
    it("the document of a paper of twelve authors is read after two stops of Tab, and its BibTeX is there after one click", async () => {
      const page = await stage().extension.openPage("library.html#/paper/P0009");
      await page.waitForSelector(".paper-actions a.button");
      await page.bringToFront();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expectSoon(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
      await page.keyboard.press("Tab");
      await waitForFocus(page, "Read P0009R10");
      await waitForText(page, /Boole.*as of P0009R9/s, "main");
      const copied = await catchCopies(page);
      await clickButton(page, "Copy BibTeX");
      await until("the entry", copied, (text) => text.includes("\\texttt{mdspan}"));
      await expectSoon(() => page.$$eval('[role="status"]', (places) => places.filter((place) => /Copied/.test(place.textContent ?? "")).length)).toBe(1);
      // One menu watches them all, and no column tells nothing.
      await clickButton(page, "Watch authors");
      await page.waitForSelector('::-p-aria([name="Watch Turing"][role="button"])');
      await expectSoon(() => page.$$eval("table.documents thead th", (heads) => heads.map((head) => head.textContent))).toEqual([
        "Document",
        "Date",
        "Mailing",
        "Authors",
        "What changed",
      ]);
      await page.close();
    });

    it("what is new for one group in the newest mailing: 3, from the toolbar", async () => {
      const page = await stage().extension.openPage("library.html");
      const clicks = await countClicks(page);
      await clickOn(page, '.mailing-groups a[href$="LEWG"]');
      await until(
        "the focus on the group, in sight",
        () =>
          page.evaluate(() => {
            const { innerText = "" } = (document.activeElement ?? {}) as Partial<HTMLElement>;
            const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
            return innerText.trim().startsWith("LEWG") && top >= 0 && bottom <= innerHeight;
          }),
        (isSeen) => isSeen,
      );
      expect(await page.evaluate(() => location.hash)).toBe("#/mailing/2026-11?audience=LEWG");
      expect(TO_THE_LIBRARY + (await clicks())).toBe(3);
      const copied = await catchCopies(page);
      await clickButton(page, "Copy as Markdown");
      await until("the mailing", copied, (text) => /## LEWG\n\n- \[P3990R0\]/.test(text));
      await page.close();
    });

    it.each(["#/mailing/2026-01", "#/author/Ada%20Lovelace"])(
      "a paper far down in %s is found again, where it was, by who comes back from it",
      async (hash) => {
        const page = await stage().extension.openPage(`library.html${hash}`);
        await page.bringToFront();
        await clickOn(page, ".shown-part > button");
        await page.waitForFunction((row) => document.querySelectorAll("ul.summaries > li").length > row, {}, FAR_DOWN);
        const { name } = await page.evaluate((row) => {
          const link = document.querySelectorAll("ul.summaries > li")[row]?.querySelector("a");
          link?.scrollIntoView({ block: "center" });
          link?.focus({ preventScroll: true });
          return { name: link?.textContent ?? "" };
        }, FAR_DOWN);
        const top = () => page.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? 0));
        const before = await top();
        await page.keyboard.press("Enter");
        await expectSoon(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
        await page.evaluate(() => history.back());
        await waitForFocus(page, name);
        expect(Math.abs((await top()) - before)).toBeLessThan(3);
        // Once: who goes on from there is not carried back.
        expect(await page.evaluate(() => history.state)).toBeNull();
        await page.close();
      },
    );

    it("nothing is read out by itself while five minutes pass, though the head says how long ago was checked", async () => {
      const page = await stage().extension.openPage("library.html");
      await hastenClock(page);
      await page.waitForSelector("ul.windowed > li");
      await waitForText(page, /^Checked/, "#head-status");
      // How many papers there are is said once, when the page has opened.
      await expectSoon(() => page.$$eval("[aria-live]", (places) => places.some(({ textContent }) => /^\d+ papers$/.test(textContent ?? "")))).toBe(true);
      await waitUntilQuiet(page);
      const before = await textOf(page, "#head-status");
      const heard = await heardMeanwhile(page, async () => {
        // Any news of the database has the head look again.
        await putRow(page, "settings", { name: "letterKeys", value: true });
        await expectSoon(() => textOf(page, "#head-status")).not.toBe(before);
      });
      expect(heard).toEqual([]);
      await page.close();
    });

    it("letters walk the list, go to the search and say what they do", async () => {
      const page = await stage().extension.openPage("library.html");
      await page.waitForSelector("ul.windowed > li");
      await page.bringToFront();
      await pressHeard(page, "j", async () => (await place(page)) === "1");
      for (const [key, where] of [
        ["j", "2"],
        ["j", "3"],
        ["k", "2"],
      ] as const) {
        await page.keyboard.press(key);
        await expectSoon(() => place(page)).toBe(where);
      }
      await page.keyboard.press("/");
      await expectSoon(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe("search");
      // There a letter is a letter.
      await page.keyboard.type("j?");
      await expectSoon(() => page.$eval('input[type="search"]', (field) => (field as HTMLInputElement).value)).toBe("j?");
      await page.waitForSelector("ul.windowed > li", { hidden: true });
      await page.$eval('input[type="search"]', (field) => (field as HTMLInputElement).select());
      await page.keyboard.press("Backspace");
      await page.waitForSelector("ul.windowed > li");
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.type("?");
      await page.waitForSelector("dialog.keys[open]");
      expect(await page.$$eval("dialog.keys dt", (keys) => keys.map((one) => one.textContent).join(" "))).toBe("jk Enter w / ?");
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog.keys", { hidden: true });
      await page.close();
    });

    it("says how many papers were found when typing stops, and not with every letter", async () => {
      const page = await stage().extension.openPage("library.html");
      await page.waitForSelector("ul.windowed > li");
      await waitUntilQuiet(page);
      const heard = await beginToHear(page);
      await page.focus('input[type="search"]');
      await page.keyboard.type("noether", { delay: 100 });
      const said = async () => (await heard()).filter((text) => text !== "");
      await until("an answer", said, (all) => all.length > 0);
      await waitUntilQuiet(page);
      expect(await said()).toEqual([await page.$eval(".found-count", (count) => count.textContent)]);
      await page.close();
    });

    it("buttons are at least 24 pixels high and wide, and none says its name twice", async () => {
      const page = await stage().extension.openPage("library.html");
      for (const [hash, shows] of [
        ["#/", "ul.windowed > li"],
        ["#/paper/P0009", ".paper-actions a.button"],
        ["#/mailing/2026-11", ".mailing-groups a"],
        ["#/inbox", ".inbox-bar"],
      ] as const) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, hash);
        await page.waitForSelector(shows);
        const faults = () =>
          page.$$eval("button, select, summary, input", (controls) =>
            controls
              .filter((control) => control.checkVisibility({ visibilityProperty: true }))
              .flatMap((control) => {
                const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
                const { title } = control as HTMLElement;
                const isTwice = title !== "" && title === (control.getAttribute("aria-label") ?? control.textContent);
                return width < 24 || height < 24 || isTwice ? [`${control.outerHTML.slice(0, 120)} ${width}x${height}`] : [];
              }),
          );
        await expectSoon(faults).toEqual([]);
        // As at 400 % of a window of 1,280 pixels.
        await page.setViewport({ width: 320, height: 256 });
        await expectSoon(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        await page.setViewport({ width: 900, height: 700 });
      }
      await page.close();
    });
  },
);
