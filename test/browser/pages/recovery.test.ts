import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { captureDownload } from "../driving/capture-download.ts";
import { clickOn } from "../driving/click-heard.ts";
import { addWatch, listWatches, openOptions } from "../driving/drive-options.ts";
import { clickButton, openPopup, waitUntilSettled } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { indexRequests } from "../published/index-requests.ts";
import { makeNewer } from "../published/make-newer.ts";
import { smallIndex } from "../published/small-index.ts";
import { badge, readTable } from "../state/browser-state.ts";

inEachBrowser(
  "a database that does not open",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("is told of in both pages, never shown as empty, and marked on the button", async () => {
      const { extension } = stage();
      await waitUntilSettled(await openPopup(extension));
      const options = await openOptions(extension);
      await addWatch(options, "P2300");
      await addWatch(options, "author:Gödel");
      await makeNewer(options);
      for (const path of ["popup.html", "options.html"]) {
        const page = await extension.openPage(path);
        await waitForText(page, /needs an update.*newer PaperScout/s);
        expect(await page.$$("ul")).toEqual([]);
        // An update is what helps: a reset is not what one meets first.
        await page.waitForSelector('::-p-aria([name="Update PaperScout"][role="button"])');
        expect(await page.$eval(".recovery .danger", (button) => button.checkVisibility())).toBe(false);
        expect(await axeInBothColours(extension, page, "a database that does not open")).toEqual([]);
        await until(
          "a sign on the button",
          () => badge(page),
          (shown) => shown.text === "!" && /cannot open its data/.test(shown.title),
        );
        await page.close();
      }
    });

    it("can still be exported", async () => {
      const page = await stage().extension.openPage("popup.html");
      const download = await captureDownload(page);
      await clickButton(page, "Export what can be read");
      const { name, text } = await download();
      expect(name).toMatch(/^paperscout-backup-\d{4}-\d\d-\d\d\.json$/);
      expect(JSON.parse(text)).toMatchObject({
        format: "paperscout-backup",
        version: 1,
        watchlists: [{ name: "My watchlist", mode: "notify", watches: ["P2300", "author:Gödel"] }],
      });
      await page.close();
    });

    it("can be reset with the watchlists kept, and checking goes on", async () => {
      const { extension, web } = stage();
      web.forgetArrivals();
      const page = await extension.openPage("options.html");
      await clickOn(page, ".recovery summary");
      await clickButton(page, "Reset");
      await page.waitForSelector("dialog[open]");
      expect(await axeInBothColours(extension, page, "the question before a reset")).toEqual([]);
      // Whoever has the database open holds the reset up: meanwhile it can be neither cancelled nor asked for again.
      await page.evaluate(() =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("paperscout");
          opening.onsuccess = () => resolve(Object.assign(window, { held: opening.result }));
          opening.onerror = () => reject(opening.error);
        }).then(() => undefined),
      );
      const press = () => page.evaluate(() => document.querySelector<HTMLElement>("dialog[open] button.danger")?.click());
      await press();
      await waitForText(page, /Resetting …/, "dialog[open]");
      await press();
      await page.bringToFront();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.evaluate(() => document.querySelector<HTMLElement>("dialog[open] button:not(.danger)")?.click());
      await waitForText(page, /Resetting …/, "dialog[open]");
      await page.evaluate(() => (window as { held?: IDBDatabase }).held?.close());
      const options = await until(
        "the options page",
        () => openOptions(extension).catch(() => undefined),
        (opened) => opened !== undefined,
      );
      await expectSoon(() => listWatches(options as Page)).toEqual(["P2300", "author:Gödel"]);
      await until(
        "a new baseline",
        () => readTable(options as Page, "state"),
        (rows) => rows.some((row) => row.name === "index"),
      );
      expect(indexRequests(web).length).toBeGreaterThan(0);
      expect(await readTable(options as Page, "log")).toEqual([]);
    });
  },
);
