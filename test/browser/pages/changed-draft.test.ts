import { setTimeout } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect, it, onTestFinished } from "vitest";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { indexOf } from "../../store/index-of.ts";
import { HOSTS, type Web } from "../../web/web.ts";
import { isBrowsersOwn } from "../browsers/browsers-own-hosts.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { closeHeavyDocument } from "../driving/close-heavy-document.ts";
import { letDaysPass, switchDraftsOn, waitForCycles } from "../driving/drive-drafts.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { checkNowAndSettle, openPopup } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { tabTo } from "../driving/focus.ts";
import { pageAt } from "../driving/page-at.ts";
import { until } from "../driving/until.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { listenForNotifications, notifications, notificationsSeen, readTable, ringAlarm } from "../state/browser-state.ts";

const PAPERS = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2026";
const CYCLE_MS = 600_000;
const DAY = 24 * 60 * 60_000;
const DATE = new Date(Date.now() - 20 * DAY).toISOString().slice(0, 10);
const at = (name: string) => ({ title: "Rings", author: "Emmy Noether", date: DATE, long_link: `${PAPERS}/${name}.html` });

const SAME = Array.from({ length: 6 }, (_, at) => `<p>Paragraph ${at} says what it has always said.</p>`).join("");

function paper(id: string, motivation: string, wording: string): string {
  return `<!doctype html><html lang="en"><title>Rings</title><h1>${id} Rings</h1><p>Author: Emmy Noether</p><h2>Abstract</h2><p>Rings are for everybody.</p><h2>1 Motivation</h2><p>${motivation}</p>${SAME}<h2>2 Wording</h2><p>${wording}</p>`;
}

const FIRST = paper("P0003R0", "Everybody wants a ring.", "A ring shall have one element.");
const DRAFT = paper("D0003R1", "Everybody wants a ring that is round.", "A ring shall have one element.");
const ANEW = paper("D0003R1", "Everybody needs a ring that is round.", "A ring shall have no element.");

const INDEX = { P0003R0: at("p0003r0"), P0002R0: at("p0002r0"), P0002R1: at("p0002r1") };

function put(web: Web, name: string, body: string): void {
  web.answer(`${PAPERS}/${name}.html`, { headers: { "content-type": "text/html; charset=utf-8", etag: `"${name}"` }, body });
}

function publish(web: Web): void {
  web.publishIndex(JSON.stringify(indexOf(INDEX)));
  put(web, "p0003r0", FIRST);
  put(web, "p0002r0", paper("P0002R0", "A field.", "It is flat."));
  put(web, "p0002r1", paper("P0002R1", "A field of one element.", "It is flat."));
  web.publishDraft("D0003R1.html", DRAFT, { lastModified: new Date(Date.now() - 3 * DAY) });
}

const text = (page: Page, part = "main") => page.$eval(part, (element) => (element as HTMLElement).innerText);

const waitFor = (page: Page, words: RegExp, part?: string) =>
  until(
    `${words} on the page`,
    () => text(page, part),
    (seen) => words.test(seen),
  );

inEachBrowser(
  "a draft that is overwritten in place",
  publish,
  (stage) => {
    const CHANGES = '[data-key="P0003"] [data-control="changes"]';

    it(
      "is read as it is found, and the popup says how much of it differs from the paper before",
      async () => {
        const page = await openOptions(stage().extension);
        await addWatch(page, "P0003");
        await switchDraftsOn(page);
        await waitForCycles(page, 1);
        await page.close();
        const popup = await openPopup(stage().extension);
        await waitFor(popup, /^R1 · 1 section changed$/, CHANGES);
        expect(await popup.$eval(CHANGES, (link) => (link as HTMLAnchorElement).href)).toMatch(/library\.html#\/P0003\/changes\/P0003R0\.\.D0003R1$/);
        await popup.close();
      },
      CYCLE_MS,
    );

    it("says what it is about, in the popup when one asks by key, and has its text found in the library", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await waitFor(popup, /R1/, CHANGES);
      await popup.focus('[data-key="P0003"] [data-control="open"]');
      await popup.keyboard.press("a");
      await waitFor(popup, /^Rings are for everybody\.$/, ".match-about");
      expect(await axeInBothColours(extension, popup, "popup-abstract")).toEqual([]);
      await popup.keyboard.press("a");
      await until(
        "no abstract",
        () => popup.$$eval(".match-about", (all) => all.length),
        (count) => count === 0,
      );
      await popup.close();
      const library = await extension.openPage("library.html#/search/always%20said");
      await waitFor(library, /Also found in the text\s[\s\S]*D0003R1 .*Rings\s+Paragraph 0 says what it has always said\./);
      expect(await library.$$eval(".text-hit mark", (all) => all.map((one) => one.textContent))).toEqual(["always", "said"]);
      await library.locator("::-p-text(1 paper also has it in its text)").click();
      expect(await library.evaluate(() => document.activeElement?.id)).toBe("text-hits");
      expect(await axeInBothColours(extension, library, "library-texts")).toEqual([]);
      await library.close();
    });

    it(
      "says in the popup how much changed, and shows what, without a network",
      async () => {
        const { extension, web } = stage();
        const page = await openOptions(extension);
        web.publishDraft("D0003R1.html", ANEW, { lastModified: new Date(Date.now() + 5_000) });
        await letDaysPass(page);
        await page.close();
        const popup = await openPopup(extension);
        await waitFor(popup, /^R1 · 2 sections changed$/, CHANGES);
        const href = await popup.$eval(CHANGES, (link) => (link as HTMLAnchorElement).href);
        await popup.close();
        for (const host of HOSTS) web.answerHost(host, { reset: true });
        onTestFinished(() => {
          for (const host of HOSTS) web.answerHost(host, undefined);
        });
        const library = await extension.openPage(href.slice(href.indexOf("library.html")));
        await waitFor(library, /2 changes/);
        expect(await library.title()).toMatch(/D0003R1/);
        const pieces = (tag: string) => library.$$eval(tag, (all) => all.map((one) => one.textContent));
        await expectSoon(() => pieces("del")).toEqual([expect.stringMatching(/wants/), expect.stringMatching(/one/)]);
        await expectSoon(() => pieces("ins")).toEqual([expect.stringMatching(/needs/), expect.stringMatching(/no/)]);
        await library.close();
      },
      CYCLE_MS,
    );

    it(
      "loses nothing where the background is killed while it reads",
      async () => {
        const { extension, web } = stage();
        const release = web.hold("www.open-std.org");
        web.forgetArrivals();
        const page = await extension.openPage("library.html#/P0002/changes/R0..R1");
        const arrived = (count: number) =>
          until(
            `request ${count}`,
            async () => web.arrivals.filter(({ url }) => url.includes("p0002r")).length,
            (seen) => seen >= count,
          );
        for (let kill = 1; kill <= 2; kill++) {
          await arrived(kill);
          if (extension.browserName === "chrome") await closeHeavyDocument(extension.browser);
          await extension.killBackground();
          await setTimeout(200);
          await ringAlarm(page);
        }
        release();
        await until(
          "both texts, whatever it takes",
          async () => {
            await ringAlarm(page);
            return (await readTable(page, "texts")).filter(({ id, bytes }) => id.startsWith("P0002") && bytes > 0).length;
          },
          (texts) => texts === 2,
          CYCLE_MS,
        );
        await waitFor(page, /1 change\n/);
        const jobs = (await readTable(page, "jobs")).filter(({ kind }) => kind === "read-document");
        expect(jobs.filter(({ state }) => state !== "done")).toEqual([]);
        await page.close();
      },
      CYCLE_MS,
    );

    it(
      "leads from the notification of a new revision to what changed in it, by keyboard alone",
      async () => {
        const { browserName, extension, web } = stage();
        const options = await openOptions(extension);
        await addWatch(options, "P0002");
        await options.close();
        put(web, "p0002r2", paper("P0002R2", "A field of one element or two.", "It is flat."));
        web.publishIndex(JSON.stringify(indexOf({ ...INDEX, P0002R2: at("p0002r2") })));
        const before = await openPopup(extension);
        const told = Object.keys(await notifications(before));
        await listenForNotifications(before);
        await checkNowAndSettle(before);
        // What it says only Firefox tells.
        await expectSoon(async () => (await notificationsSeen(before)).some((id) => !told.includes(id))).toBe(true);
        await before.close();
        const popup = await openPopup(extension);
        await popup.bringToFront();
        const link = '[data-key="P0002"] [data-control="changes"]';
        await waitFor(popup, /^R2 · 1 section changed$/, link);
        await tabTo(popup, "R2 · 1 section changed");
        const href = await popup.$eval(link, (link) => (link as HTMLAnchorElement).href);
        await popup.keyboard.press("Enter");
        // Firefox's driver does not hear of a page that a link opens.
        const page =
          browserName === "firefox"
            ? await extension.openPage(href.slice(href.indexOf("library.html")))
            : ((await until(
                "the page of the changes",
                () => pageAt(extension, "#/P0002/changes/"),
                (page) => page !== undefined,
              )) as Page);
        await waitFor(page, /1 change\n/);
        await page.bringToFront();
        await page.waitForSelector('[aria-keyshortcuts="n"]');
        await page.keyboard.press("n");
        await waitFor(page, /Change 1 of 1/);
        expect(await page.$$eval("ins", (all) => all.map((one) => one.textContent).join())).toMatch(/or two/);
        await page.close();
        await popup.close();
      },
      CYCLE_MS,
    );

    it("asked nothing of anybody else", () => {
      expect(
        stage()
          .web.refusals.map(({ host }) => host)
          .filter((host) => !isBrowsersOwn(host)),
      ).toEqual([]);
    });
  },
  { ...completeSettings([]), drafts: false, minutesBetweenNotifications: 0, askGapMs: 50, askJitterPercent: 0 },
);
