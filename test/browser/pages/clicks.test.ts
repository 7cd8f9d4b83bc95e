import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { clickOn } from "../driving/click-heard.ts";
import { countClicks } from "../driving/count-clicks.ts";
import { listWatches, openOptions } from "../driving/drive-options.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { waitForFocus } from "../driving/focus.ts";
import { until } from "../driving/until.ts";
import { waitUntilQuiet } from "../looking/hold-still.ts";
import { smallIndex } from "../published/small-index.ts";
import { putRow, readTable } from "../state/browser-state.ts";

const AGENDA = "P5001, P5002, P5003, P5004, P5005";
const TEN = Array.from({ length: 10 }, (_, place) => `P${6001 + place}`);
/** From the toolbar: its button, and the way to the settings. */
const TO_THE_OPTIONS = 2;

/** Clicks when nothing moves any more: a click that misses what is drawn anew would be another one. */
async function click(page: Page, name: string, role: "button" | "checkbox" | "link" | "combobox"): Promise<void> {
  await waitUntilQuiet(page);
  return clickOn(page, `::-p-aria([name="${name}"][role="${role}"])`);
}

function waitForSetting(page: Page, name: string, value: unknown): Promise<unknown> {
  return until(
    `${name} to be ${value}`,
    async () => (await readTable(page, "settings")).find((row) => row.name === name)?.value,
    (stored) => stored === value,
  );
}

async function putLists(page: Page): Promise<void> {
  await putRow(page, "watchlists", { id: 101, name: "Agenda", mode: "notify" });
  await putRow(page, "watchlists", { id: 102, name: "Later", mode: "badge" });
  for (const [place, text] of TEN.entries()) await putRow(page, "watches", { id: 200 + place, list: 101, kind: "paper", text, addedAt: 0 });
}

inEachBrowser(
  "the clicks of the options",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("watch five numbers of an agenda: 2", async () => {
      const page = await openOptions(stage().extension);
      await page.bringToFront();
      const clicks = await countClicks(page);
      await click(page, "What do you want to hear of?", "combobox");
      await page.keyboard.type(AGENDA);
      await page.waitForSelector(".several li");
      await click(page, "Watch", "button");
      await until(
        "five watches",
        () => listWatches(page),
        (watches) => watches.join(", ") === AGENDA,
      );
      expect(await clicks()).toBe(2);
      await page.close();
    });

    it("quiet hours from 21 to 8: 4, from the toolbar", async () => {
      const page = await openOptions(stage().extension);
      await page.bringToFront();
      const clicks = await countClicks(page);
      await click(page, "Settings", "link");
      await click(page, "Quiet hours", "checkbox");
      await page.waitForSelector('::-p-aria([name="Quiet from"][role="combobox"])');
      await page.keyboard.press("Tab");
      // A pause between the digits would make two choices of them: both are on their way at once.
      await Promise.all([page.keyboard.press("2"), page.keyboard.press("1")]);
      await page.keyboard.press("Tab");
      await page.keyboard.type("8");
      await waitForSetting(page, "quietHours", true);
      await waitForSetting(page, "quietFromHour", 21);
      await waitForSetting(page, "quietUntilHour", 8);
      expect(TO_THE_OPTIONS + (await clicks())).toBeLessThanOrEqual(4);
      await page.close();
    });

    it("move ten watches to another list: 4 at most, and nothing else moves", async () => {
      const before = await openOptions(stage().extension);
      await putLists(before);
      await before.close();
      const page = await openOptions(stage().extension);
      await page.bringToFront();
      const clicks = await countClicks(page);
      await click(page, `Select ${TEN[0]}`, "checkbox");
      await page.keyboard.down("Shift");
      await click(page, `Select ${TEN[9]}`, "checkbox");
      await page.keyboard.up("Shift");
      await page.waitForSelector('::-p-aria([name="10 selected"][role="group"])');
      await click(page, "Later", "button");
      await until(
        "all in the other list",
        async () => (await readTable(page, "watches")).filter(({ list }) => list === 102).map(({ text }) => text),
        (moved) => moved.join() === TEN.join(),
      );
      expect(await clicks()).toBeLessThanOrEqual(4);
      await until(
        "a word about it",
        () => page.evaluate(() => document.body.innerText),
        (text) => !text.includes("10 selected"),
      );
      await page.close();
    });

    it("take back a removed watch: 1; until then no other button comes under the pointer", async () => {
      const page = await openOptions(stage().extension);
      await page.bringToFront();
      const before = await readTable(page, "watches");
      await click(page, `Remove ${TEN[3]}`, "button");
      await until(
        "the watch to be gone",
        () => readTable(page, "watches"),
        (watches) => watches.length === before.length - 1,
      );
      const said = () => page.$$eval('[role="status"]', (regions) => regions.map(({ textContent }) => textContent).join());
      await until("a word about it", said, (words) => words.includes(`Removed: ${TEN[3]}`));
      const distances = async () => {
        const rows = await page.$$eval(".watches > li", (rows) => rows.map((row) => ({ text: row.textContent ?? "", top: row.getBoundingClientRect().top })));
        const top = (place: number) => rows.find(({ text }) => text.includes(TEN[place] ?? ""))?.top ?? Number.NaN;
        return Math.abs(top(4) - top(3) - (top(5) - top(4)));
      };
      await expectSoon(distances).toBeLessThan(0.5);
      await waitForFocus(page, `Undo: watch ${TEN[3]} again`);
      const clicks = await countClicks(page);
      await click(page, `Undo: watch ${TEN[3]} again`, "button");
      await until(
        "the watch as it was",
        () => readTable(page, "watches"),
        (watches) => JSON.stringify(watches) === JSON.stringify(before),
      );
      expect(await clicks()).toBe(1);
      await page.close();
    });
  },
);
