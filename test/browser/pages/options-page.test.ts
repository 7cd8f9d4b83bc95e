import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { addWatch, listWatches, openOptions, removeWatch } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup, waitForStatus } from "../driving/drive-popup.ts";
import { until } from "../driving/until.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { smallIndex } from "../published/small-index.ts";
import { notifications, putRow, readTable } from "../state/browser-state.ts";

const text = (page: Page, selector = "body") => page.$eval(selector, (element) => (element as HTMLElement).innerText);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());
const current = (page: Page) => page.$$eval(".section-nav [aria-current]", (links) => links.map((link) => link.textContent?.trim()).join());

function waitForText(page: Page, words: RegExp, selector?: string): Promise<string> {
  return until(
    `${words}`,
    () => text(page, selector),
    (seen) => words.test(seen),
  );
}

/** The section's heading has the focus and is in sight, and the section is marked as the one that is read. */
async function expectAt(page: Page, section: string): Promise<void> {
  await until(
    `the focus on ${section}`,
    () => focused(page),
    (heading) => heading === section,
  );
  const isInSight = () =>
    page.evaluate(() => {
      const { top = -1, bottom = -1 } = document.activeElement?.getBoundingClientRect() ?? {};
      return top >= 0 && bottom <= innerHeight;
    });
  await until(`${section} in sight`, isInSight, (inSight) => inSight);
  await until(
    `${section} to be marked`,
    () => current(page),
    (marked) => marked === section,
  );
}

inEachBrowser(
  "the options page",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("leads to its sections by links, and marks the one that is read", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await page.bringToFront();
      const links = await page.$$eval(".section-nav a", (anchors) => anchors.map((anchor) => anchor.hash));
      for (const hash of links) await page.waitForSelector(hash);
      for (const [hash, section] of [
        ["#about", "About"],
        ["#notifications", "Notifications"],
        ["#watchlists", "Watchlists"],
      ] as const) {
        await page.focus(`.section-nav a[href="${hash}"]`);
        await page.keyboard.press("Enter");
        await expectAt(page, section);
      }
      await page.close();
    });

    it("opens where the address leads", async () => {
      const page = await stage().extension.openPage("options.html#notifications");
      await expectAt(page, "Notifications");
      await page.close();
    });

    it("keeps what is typed while the watch before is being added", async () => {
      const page = await openOptions(stage().extension);
      await page.evaluate(async () => {
        const field = document.querySelector<HTMLInputElement>('form.add-watch [role="combobox"]');
        const type = async (text: string) => {
          if (field) field.value = text;
          field?.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve));
        };
        await type("P7100");
        field?.form?.requestSubmit();
        await type("P7101");
      });
      await until(
        "the watch",
        () => listWatches(page),
        (watches) => watches.includes("P7100"),
      );
      await waitForText(page, /P7100/, 'form.add-watch [role="status"]');
      expect(await page.$eval('form.add-watch [role="combobox"]', (field) => (field as HTMLInputElement).value)).toBe("P7101");
      await removeWatch(page, "P7100");
      await page.close();
    });

    it("shows a notification on request, whatever the settings are", async () => {
      const { extension } = stage();
      const page = await openOptions(extension);
      await page.locator('::-p-aria([name="Show notifications"][role="checkbox"])').click();
      await until(
        "the setting",
        () => readTable(page, "settings"),
        (rows) => rows.some(({ name, value }) => name === "notifications" && value === false),
      );
      const before = Object.keys(await notifications(page)).length;
      await clickButton(page, "Show a test notification");
      await waitForText(page, /(All is well|handed the notification).*Notifications are switched off in the settings: this test is shown/s, "#notifications");
      expect(Object.keys(await notifications(page))).toHaveLength(before + 1);
      await page.locator('::-p-aria([name="Show notifications"][role="checkbox"])').click();
      await page.close();
    });

    it("offers notifications without a sound where the browser can do that, and says so where it cannot", async () => {
      const { extension, browserName } = stage();
      const page = await openOptions(extension);
      await waitForText(page, /Show a test notification/, "#notifications");
      const offered = (await page.$$('::-p-aria([name="Without a sound"][role="checkbox"])')).length > 0;
      expect(offered).toBe(browserName === "chrome");
      expect(/Firefox leaves the sound to your system/.test(await text(page, "#notifications"))).toBe(!offered);
      await page.close();
    });

    it("says that notifications are blocked where a list wants them, and what to do", async () => {
      const { extension } = stage();
      const before = await openOptions(extension);
      await putRow(before, "state", { name: "notifying", blocked: true, at: Date.now() });
      await before.close();
      const page = await openOptions(extension);
      expect(await text(page)).not.toMatch(/Notifications are blocked/);
      await addWatch(page, "author:Noether");
      await waitForText(page, /Notifications are blocked, so you will not see/);
      expect(await axeInBothColours(extension, page, "notifications that are blocked")).toEqual([]);
      await page.locator('::-p-aria([name="How to allow them"][role="link"])').click();
      await expectAt(page, "Notifications");
      await page.locator("#notifications summary").click();
      await waitForText(page, /In (the browser|Firefox).*In (Windows|macOS|Linux)/s, "#notifications");
      expect(await axeInBothColours(extension, page, "how to allow notifications")).toEqual([]);
      await page.close();
    });

    it("shows how the checks of the last days ended, in a picture, in words and in numbers", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await waitForStatus(popup, "Checked");
      web.answerHost("wg21.link", { status: 503 });
      await checkNowAndSettle(popup);
      web.answerHost("wg21.link", undefined);
      await checkNowAndSettle(popup);
      await popup.close();
      const page = await extension.openPage("options.html#work");
      const { checks, failures } = await until(
        "the page to say how many checks ended",
        async () => {
          const row = (await readTable(page, "state")).find((each) => each.name === "tally");
          const days = Object.values(row?.name === "tally" ? row.days : {});
          const sum = (what: "checks" | "failures") => days.reduce((total, day) => total + day[what], 0);
          return { checks: sum("checks"), failures: sum("failures"), words: await text(page, "#work") };
        },
        ({ checks, failures, words }) =>
          new RegExp(`Checks\\s+${checks} checks ended, ${failures} of them badly\\..*New drafts\\s+No new draft was found\\.`, "s").test(words),
      );
      expect(failures).toBeGreaterThan(0);
      expect(checks).toBeGreaterThan(2);
      expect(await page.$$eval(".day-bars", (pictures) => pictures.map((picture) => picture.querySelectorAll("rect.hollow").length))).toEqual([1, 0]);
      const [numbers] = await page.$$(".health summary");
      await numbers?.click();
      await waitForText(page, new RegExp(`Day\\s+Good\\s+Failed.*${checks - failures}\\s+${failures}`, "s"), ".health table");
      expect(await axeInBothColours(extension, page, "how checks ended")).toEqual([]);
      await page.close();
    });

    it("loses nothing at 320 pixels, from left to right or from right to left", async () => {
      const page = await openOptions(stage().extension);
      await page.waitForSelector(".health");
      for (const width of [320, 640, 1300]) {
        await page.setViewport({ width, height: 640 });
        for (const direction of ["ltr", "rtl"]) {
          const lost = await page.evaluate((direction) => {
            document.documentElement.dir = direction;
            const { scrollWidth, clientWidth } = document.documentElement;
            const parts = [...document.querySelectorAll("main button, main input, main select, main a")].map((part) => part.getBoundingClientRect());
            return { beyond: scrollWidth - clientWidth, outside: parts.filter(({ left, right }) => left < -1 || right > clientWidth + 1).length };
          }, direction);
          expect({ width, direction, ...lost }).toEqual({ width, direction, beyond: 0, outside: 0 });
        }
      }
      await page.close();
    });
  },
);
