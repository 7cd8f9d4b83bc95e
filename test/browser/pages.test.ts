import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { notifications, readTable } from "./browser-state.ts";
import { captureDownload } from "./capture-download.ts";
import { addWatch, listWatches, openOptions } from "./drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup, readMatches, waitForStatus, waitUntilSettled } from "./drive-popup.ts";
import { smallIndex } from "./small-index.ts";
import { until } from "./until.ts";
import { inEachBrowser } from "./with-extension.ts";

const HOSTILE = {
  P6000R0: {
    title: `<img src=x onerror="document.title='owned'"> & &lt;b&gt;bold&lt;/b&gt;`,
    author: "Emmy Noether, <b>Bold</b>",
    link: "javascript:alert(1)",
    long_link: "data:text/html,x",
  },
  P6001R0: { title: "\u202eevil\u202c \ud800 ".repeat(600), author: "Emmy Noether" },
};

const text = (page: Page) => page.evaluate(() => document.body.innerText);

/** What axe finds wrong with the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}

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
      expect(await text(popup)).toMatch(/Nothing is watched yet/);
      expect(await violations(popup)).toEqual([]);
      await popup.close();
    });

    it("offer free text as author or title, with how many papers each would match today, and never guess", async () => {
      const options = await openOptions(stage().extension);
      await options.locator('::-p-aria([name="Watch a paper, author, title words or audience"][role="textbox"])').fill("rings");
      await until(
        "both counts",
        () => text(options),
        (seen) => /as author \(0 papers\)/.test(seen) && /in titles \(1 paper\)/.test(seen),
      );
      await clickButton(options, "Add");
      expect(await listWatches(options)).toEqual([]);
      await clickButton(options, "in titles (1 paper)");
      await until(
        "the watch",
        () => listWatches(options),
        (watches) => watches.join() === "title:rings",
      );
      expect(await violations(options)).toEqual([]);
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
        "two matches",
        () => readMatches(popup),
        (shown) => shown.length === 2,
      );
      expect(matches.find(({ id }) => id === "P6000R0")?.title).toBe(`<img src=x onerror="document.title='owned'"> & <b>bold</b>`);
      expect(await popup.$$("ul img, ul b")).toEqual([]);
      expect(await popup.title()).toBe("PaperScout");
      const links = await popup.$$eval("ul a", (anchors) => anchors.map((anchor) => anchor.href));
      expect(links).toContain("https://wg21.link/p6000r0");
      for (const link of links) expect(link).toMatch(/^https:/);
      const [width, page] = await popup.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      expect(width).toBeLessThanOrEqual(page ?? 0);
      expect(await violations(popup)).toEqual([]);
      await popup.close();
    });

    it("can be worked from the keyboard", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await waitUntilSettled(popup);
      await popup.bringToFront();
      web.forgetArrivals();
      const focused = () => popup.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
      for (let press = 0; press < 10 && (await focused()) !== "Check now"; press++) await popup.keyboard.press("Tab");
      expect(await focused()).toBe("Check now");
      await popup.keyboard.press("Enter");
      await until(
        "a request",
        async () => web.arrivals.length,
        (count) => count === 1,
      );
      await waitUntilSettled(popup);
      await popup.close();
    });

    it("keep a setting within its bounds, and say so", async () => {
      const options = await openOptions(stage().extension);
      await setNumber(options, "Time between checks", "1");
      await until(
        "a word about the bounds",
        () => text(options),
        (seen) => /whole number from 5 to 1,?440/.test(seen),
      );
      expect(await readTable(options, "settings")).toEqual([]);
      await setNumber(options, "Time between checks", "60");
      await until(
        "the setting",
        () => readTable(options, "settings"),
        (rows) => rows.some(({ name, value }) => name === "pollMinutes" && value === 60),
      );
      await options.close();
    });

    it("carry everything out and in again", async () => {
      const { extension } = stage();
      const options = await openOptions(extension);
      const download = await captureDownload(options);
      await clickButton(options, "Export");
      const backup = JSON.parse((await download()).text);
      expect(backup).toMatchObject({
        format: "paperscout-backup",
        watchlists: [{ watches: ["title:rings", "author:Noether"] }],
        settings: { pollMinutes: 60 },
      });
      backup.watchlists.push({ name: "From a friend", mode: "badge", watches: ["N5000", "nonsense"] });
      const folder = await mkdtemp(join(tmpdir(), "paperscout-"));
      const file = join(folder, "backup.json");
      await writeFile(file, JSON.stringify(backup));
      const input = (await options.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await until(
        "the imported list",
        () => listWatches(options),
        (watches) => watches.includes("N5000"),
      );
      expect(await text(options)).toMatch(/watchlists\[1\]\.watches\[1\]/);
      expect(await readTable(options, "watchlists")).toMatchObject([{ mode: "notify" }, { name: "From a friend", mode: "badge" }]);
      await writeFile(file, "no backup at all");
      await input.uploadFile(file);
      await until(
        "a word about the file",
        () => text(options),
        (seen) => /not a backup|no backup|JSON/i.test(seen),
      );
      expect(await readTable(options, "watches")).toHaveLength(3);
      await rm(folder, { recursive: true });
      expect(await violations(options)).toEqual([]);
      await options.close();
    });

    it("tell of a list as loudly as it was set", async () => {
      const { extension, web } = stage();
      const options = await openOptions(extension);
      const before = Object.keys(await notifications(options)).length;
      const [first] = await options.$$("select[id]");
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
