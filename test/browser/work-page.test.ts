import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { axeViolations } from "./axe-violations.ts";
import { notifications, putRow, readTable } from "./browser-state.ts";
import { addWatch, openOptions } from "./drive-options.ts";
import { checkNow, checkNowAndSettle, clickButton, openPopup, waitForMatches, waitForStatus, waitUntilSettled } from "./drive-popup.ts";
import { preferColours } from "./prefer-colours.ts";
import { smallIndex } from "./small-index.ts";
import { until } from "./until.ts";
import { inEachBrowser } from "./with-extension.ts";

const MATCHER = "Find papers that are watched";
const NEW = { P6000R0: { title: "Rings of a new kind", author: "Emmy Noether" } };
/** Long enough for a request that should not be sent. */
const QUIET_MS = 2_000;

const sectionText = (page: Page) => page.$eval("#work", (section) => (section as HTMLElement).innerText);
const pageText = (page: Page) => page.evaluate(() => document.body.innerText);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? "");

function waitForText(page: Page, words: RegExp): Promise<string> {
  return until(
    `${words} in the section`,
    () => sectionText(page),
    (text) => words.test(text),
  );
}

/** Presses Tab until that has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let press = 0; press < 150 && (await focused(page)) !== label; press++) await page.keyboard.press("Tab");
  expect(await focused(page)).toBe(label);
}

/** Has what is copied kept in the page, or refused: the clipboard itself belongs to all that run on the machine. */
async function catchCopies(page: Page, refuse = false): Promise<() => Promise<string>> {
  await page.evaluate((refuse) => {
    const writeText = async (text: string) => {
      if (refuse) throw new DOMException("no", "NotAllowedError");
      Object.assign(globalThis, { copiedText: text });
    };
    Object.defineProperty(navigator.clipboard, "writeText", { value: writeText, configurable: true });
  }, refuse);
  return () => page.evaluate(() => (globalThis as unknown as { copiedText?: string }).copiedText ?? "");
}

inEachBrowser(
  "hosts and work",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("are shown as they stand, where the link of the popup leads", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await waitForStatus(popup, "Checked");
      await waitUntilSettled(popup);
      expect(await popup.$$(".health-line a")).toHaveLength(0);
      await popup.close();
      const options = await extension.openPage("options.html#work");
      const text = await waitForText(options, /Diagnostics/);
      expect(text).toMatch(/wg21\.link.*Answers\./s);
      expect(text).toMatch(/Check the index of papers.*Next run in.*Every 30 minutes\. Last ended well/s);
      expect(text).toMatch(/Find papers that are watched.*Up to date\./s);
      expect(text).toMatch(/Nothing is under way\..*Nothing has failed\./s);
      expect(await focused(options)).toBe("Hosts and work");
      await options.close();
    });

    it("stop when a host is paused, and go on when it is resumed", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      await clickButton(options, "Pause: wg21.link");
      await waitForText(options, /Paused by you\. It is not asked/);
      expect(await focused(options)).toBe("Resume: wg21.link");
      expect(await sectionText(options)).toMatch(/Waits until you resume wg21\.link/);
      web.forgetArrivals();
      const popup = await openPopup(extension);
      await until(
        "a word about the pause",
        () => pageText(popup),
        (text) => /Checking is paused\./.test(text) && /You paused wg21\.link/.test(text),
      );
      expect(await axeViolations(popup)).toEqual([]);
      await checkNow(popup);
      await until(
        "a word about the wait",
        () => pageText(popup),
        (text) => /as soon as wg21\.link is resumed/.test(text),
      );
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      expect(web.arrivals).toEqual([]);
      await options.bringToFront();
      await clickButton(options, "Resume: wg21.link");
      await until(
        "the request",
        async () => web.arrivals.length,
        (count) => count === 1,
      );
      await waitForText(options, /Answers\./);
      await popup.bringToFront();
      await waitForStatus(popup, "Checked");
      expect(await popup.$$(".health-line a")).toHaveLength(0);
      await popup.close();
      await options.close();
    });

    it("let a listener hear everything again, by keyboard, and nothing is told twice", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      await addWatch(options, "author:Noether");
      web.publishIndex(smallIndex(NEW));
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      await waitForMatches(popup, 1);
      const [matches, log, told] = [await readTable(popup, "matches"), await readTable(popup, "log"), await notifications(popup)];
      await popup.close();

      const button = `Read everything again: ${MATCHER}`;
      await options.bringToFront();
      await waitForText(options, /event heard|events heard/);
      await tabTo(options, button);
      await options.keyboard.press("Enter");
      await options.waitForSelector("dialog[open]");
      await options.keyboard.press("Escape");
      await options.waitForSelector("dialog", { hidden: true });
      await until(
        "the focus back where it was",
        () => focused(options),
        (name) => name === button,
        5_000,
      );
      await options.keyboard.press("Enter");
      await options.waitForSelector("dialog[open]");
      await tabTo(options, "Read everything again");
      await options.keyboard.press("Enter");
      await options.waitForSelector("dialog", { hidden: true });
      await until(
        "the focus back where it was",
        () => focused(options),
        (name) => name === button,
        5_000,
      );
      const [matcher] = await until(
        "a matcher that has heard everything again",
        async () => (await readTable(options, "cursors")).filter(({ name }) => name === "matcher"),
        ([row]) => row?.generation === 1 && row.forward === log.at(-1)?.seq,
      );
      expect(matcher?.done).toBe(log.length);
      expect(await readTable(options, "matches")).toEqual(matches);
      expect(await readTable(options, "log")).toEqual(log);
      expect(Object.keys(await notifications(options))).toEqual(Object.keys(told));
      await options.close();
    });

    it("are copied for a report, with the watches that were ticked and no other", async () => {
      const { extension } = stage();
      const options = await openOptions(extension);
      await waitForText(options, /Diagnostics/);
      const copied = await catchCopies(options);
      await clickButton(options, "Copy diagnostics");
      await waitForText(options, /Copied/);
      const bare = await copied();
      expect(bare).toMatch(/^PaperScout \d/);
      expect(bare).toMatch(/wg21\.link: next .*bad answers 0/);
      expect(bare).not.toMatch(/Noether|Rings|My watchlist|P6000/);
      await options.locator('::-p-aria([name="author:Noether"][role="checkbox"])').click();
      await clickButton(options, "Copy diagnostics");
      await until("the watch", copied, (text) => /^ {2}author:Noether$/m.test(text));
      await catchCopies(options, true);
      await clickButton(options, "Copy diagnostics");
      const byHand = await options.waitForSelector("#work textarea");
      expect(await byHand?.evaluate((field) => (field as HTMLTextAreaElement).value)).toMatch(/^PaperScout \d.*author:Noether/s);
      await waitForText(options, /Copy the text below by hand/);
      await options.close();
    });

    it("show what has failed, in colours that can be read, and try it again", async () => {
      const { extension, web } = stage();
      const before = await openOptions(extension);
      const error = { kind: "TypeError", message: "It was made to fail." };
      const job = { kind: "check-index", args: undefined, place: "background", lane: "wg21.link", priority: 2, attempts: 6, maxAttempts: 6 } as const;
      await putRow(before, "jobs", { ...job, id: 9_999, state: "failed", createdAt: Date.now(), endedAt: Date.now(), error });
      await putRow(before, "faults", { cursor: "matcher", seq: 1, attempts: 5, error, at: Date.now() });
      await before.close();

      const popup = await openPopup(extension);
      await until(
        "the line of health",
        () => pageText(popup),
        (text) => /1 event of the log could not be applied/.test(text),
      );
      await popup.close();
      const options = await openOptions(extension);
      await waitForText(options, /1 event could not be applied\./);
      for (const colours of ["light", "dark"] as const) {
        await preferColours(extension, options, colours);
        // Colours that change do so within a moment.
        await until(
          "no violation",
          () => axeViolations(options, "#work"),
          (violations) => violations.length === 0,
          5_000,
        );
      }
      await preferColours(extension, options, "light");

      await clickButton(options, `Try the failed again: ${MATCHER}`);
      await until(
        "no fault",
        () => readTable(options, "faults"),
        (faults) => faults.length === 0,
      );
      await until(
        "the focus where the button was",
        () => focused(options),
        (label) => label === `Pause: ${MATCHER}`,
      );
      web.forgetArrivals();
      await clickButton(options, "Try again: Check the index of papers");
      await until(
        "the request",
        async () => web.arrivals.length,
        (count) => count > 0,
      );
      await waitForText(options, /Nothing has failed\./);
      await options.close();
    });
  },
);
