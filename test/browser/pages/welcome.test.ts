import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { checkNow, openPopup, waitForStatus } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { tabTo } from "../driving/focus.ts";
import { reloadExtension } from "../driving/reload-extension.ts";
import { until } from "../driving/until.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { smallIndex } from "../published/small-index.ts";
import { notifications, readTable } from "../state/browser-state.ts";

/** With these Noether has most papers, P3100 is revised most, and "lattices" stands in most titles. */
const RECENT = {
  P3100R12: { title: "Lattices of executors", author: "Emmy Noether", date: "2026-05-02" },
  P3101R0: { title: "On lattices", author: "Emmy Noether, Ada Lovelace", date: "2026-05-03" },
};
const WINDOW = { width: 320, height: 640 };
/** Long enough for a page that should not open. */
const QUIET_MS = 2_000;

const watches = async (page: Page) => (await readTable(page, "watches")).map(({ kind, text }) => `${kind}:${text}`);
const examples = (page: Page) => page.$$eval(".examples li button", (buttons) => buttons.map((button) => button.textContent ?? ""));

inEachBrowser(
  "the welcome page",
  (web) => web.answerHost("wg21.link", { status: 503 }),
  (stage) => {
    it("takes a watch by keyboard before there is an index, and says how the first check goes", async () => {
      const { extension } = stage();
      const page = await extension.openPage("welcome.html");
      await expectSoon(() => page.title()).toBe("Welcome to PaperScout");
      await waitForText(page, /Examples appear here once the first check has brought the index\./);
      await waitForText(page, /Could not check:/);
      await page.bringToFront();
      await tabTo(page, "What do you want to hear of?");
      await page.keyboard.type("author:Lovelace");
      // What is offered to complete it.
      await page.keyboard.press("Escape");
      await page.keyboard.press("Enter");
      await until(
        "the watch",
        () => watches(page),
        (all) => all.join() === "author:Lovelace",
      );
      await waitForText(page, /What you watch\s+Author\s+Lovelace/);
      // With these words the focus goes back to the field.
      await waitForText(page, /Watching .+ in “My watchlist”\./);
      await tabTo(page, "Remove author:Lovelace");
      await page.keyboard.press("Enter");
      const focused = (name: string) =>
        until(
          `the focus on ${name}`,
          () => page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
          (label) => label === name,
        );
      await focused("Undo: watch author:Lovelace again");
      await waitForText(page, /Removed: author:Lovelace/);
      await expectSoon(() => watches(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await expectSoon(() => watches(page)).toEqual(["author:Lovelace"]);
      await focused("Remove author:Lovelace");
      await page.keyboard.press("Enter");
      await expectSoon(() => watches(page)).toEqual([]);
      expect(await axeInBothColours(extension, page, "no index yet")).toEqual([]);
      await page.close();
    });

    it("offers examples of today's index as soon as it has come: a key watches, another ends it", async () => {
      const { extension, web } = stage();
      const page = await extension.openPage("welcome.html");
      await waitForText(page, /Examples appear here once/);
      web.answerHost("wg21.link", undefined);
      web.publishIndex(smallIndex(RECENT));
      const popup = await openPopup(extension);
      await checkNow(popup);
      await waitForStatus(popup, "Checked");
      await popup.close();
      await page.bringToFront();
      await until(
        "the examples",
        () => examples(page),
        (all) => all.length > 2,
      );
      await waitForText(page, /P3100.*Paper · “Lattices of executors”.*Emmy Noether.*3 papers.*lattices.*2 papers/s);
      await tabTo(page, await page.$eval(".examples li button", (button) => button.getAttribute("aria-label") ?? button.textContent ?? ""));
      await page.keyboard.press("Enter");
      await until(
        "the watch",
        () => watches(page),
        (all) => all.join() === "paper:P3100",
      );
      await until(
        "the button to say so",
        () => examples(page),
        ([first]) => first === "Watching P3100",
      );
      // Said once: by its name.
      await expectSoon(() => page.$eval(".examples li button", (button) => button.hasAttribute("aria-pressed"))).toBe(false);
      await page.keyboard.press("Enter");
      await until(
        "no watch",
        () => watches(page),
        (all) => all.length === 0,
      );
      await until(
        "the button as it was",
        () => examples(page),
        ([first]) => first === "Watch P3100",
      );
      await page.close();
    });

    it("shows a notification on request, and says what became of it", async () => {
      const { extension } = stage();
      const page = await extension.openPage("welcome.html");
      await page.bringToFront();
      await tabTo(page, "Show a test notification");
      await page.keyboard.press("Enter");
      await waitForText(page, /All is well|The browser has handed the notification to your system/);
      await expectSoon(async () => Object.keys(await notifications(page))).toEqual([expect.stringMatching(/^test:/)]);
      await page.close();
    });

    it("can be read by everybody: no violation in either colours, and nothing is cut off at 320 pixels or from right to left", async () => {
      const { extension } = stage();
      const page = await extension.openPage("welcome.html");
      await until(
        "the examples",
        () => examples(page),
        (all) => all.length > 2,
      );
      expect(await axeInBothColours(extension, page, "examples")).toEqual([]);
      await page.setViewport(WINDOW);
      for (const direction of ["ltr", "rtl"]) {
        const [width, room] = await page.evaluate((direction) => {
          document.documentElement.dir = direction;
          return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
        }, direction);
        expect(width).toBeLessThanOrEqual(room ?? 0);
      }
      await page.close();
    });

    it("does not open again when PaperScout is reloaded, and leads on", async () => {
      const { extension } = stage();
      const page = await extension.openPage("welcome.html");
      await expectSoon(() => page.$$eval("a", (anchors) => anchors.map((anchor) => anchor.getAttribute("href")))).toEqual(
        expect.arrayContaining(["/options.html", "/library.html"]),
      );
      await reloadExtension(extension, page);
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      const again = await until(
        "the options",
        () => extension.openPage("options.html#/about").catch(() => undefined),
        (options) => options !== undefined,
      );
      const open = await Promise.all((await extension.browser.pages()).map((each) => each.url()));
      expect(open.filter((address) => address.endsWith("/welcome.html"))).toEqual([]);
      const way = await again?.waitForSelector('a[href="/welcome.html"]');
      expect(await way?.evaluate((anchor) => anchor.textContent)).toBe("Show the welcome page again");
    });
  },
);
