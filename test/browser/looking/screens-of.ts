import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import fontPackage from "dejavu-fonts-ttf/package.json" with { type: "json" };
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Surroundings } from "../../../scripts/screens/surroundings.ts";
import { sampleData } from "../../data.ts";
import { LANGUAGES, tagOf } from "../../languages/languages.ts";
import { startWeb, type Web } from "../../web/web.ts";
import type { BrowserName, Extension } from "../browsers/extension.ts";
import { standingExtension } from "../browsers/standing-browsers.ts";
import { clickOn } from "../driving/click-heard.ts";
import { unfoldStatus, waitUntilSettled } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { makeNewer } from "../published/make-newer.ts";
import { deleteRow } from "../state/browser-state.ts";
import { INDEX_ONLY, launchWith } from "../state/choose-settings.ts";
import { axeInColours } from "./axe-violations.ts";
import { holdStill, waitUntilQuiet } from "./hold-still.ts";
import { preferColours } from "./prefer-colours.ts";
import { roundTimes } from "./round-times.ts";
import { seedInbox, seedRound, seedTrouble } from "./seed-screens.ts";
import { seedTexts } from "./seed-texts.ts";

// Every page as a person sees it, in each language and in light and dark, for whoever wants to look: .output/screens/.
// Those of Chromium are compared with those that were kept, so nothing of them depends on the day, the hour or the machine.

const FOLDER = resolve(import.meta.dirname, "../../../.output/screens");
const INDEX = readFileSync(sampleData("index.json"), "utf8");
/** Just after the newest papers of the sample. */
const CLOCK = Date.UTC(2026, 10, 18, 12);
/** The most that a popup gets in height; its own width, and the least that a window has. */
const POPUP = { width: 400, height: 600 };
const NARROW = { width: 320, height: 600 };
const PAGE = { width: 1000, height: 720 };
/** What changed stands side by side. */
const WIDE = { width: 1280, height: 720 };

const BACKUP = JSON.stringify({
  format: "paperscout-backup",
  version: 1,
  watchlists: [{ name: "From a friend", mode: "notify", watches: ["P5000", "author:Noether", "autor:Noether title:rings", ...Array(25).fill("two words")] }],
  settings: { pollMinutes: 60, colour: "red" },
});

async function surroundings({ browser }: Extension): Promise<Surroundings> {
  const { name, version } = fontPackage;
  return { browser: await browser.version(), fonts: `${name} ${version}`, system: `${process.platform} ${process.arch}` };
}

/** Takes a picture of every page of PaperScout in that browser, in each language and in light and dark, and expects that nobody is shut out. */
export function screensOf(browserName: BrowserName): void {
  describe.each(LANGUAGES)(`the pages of ${browserName}, language %s, can be read by everybody in both colours`, (language) => {
    let web: Web;
    let extension: Extension;

    /** There where every picture of Chromium in this language was taken: what with. */
    const record = resolve(FOLDER, `taken-${language}.json`);

    beforeAll(async () => {
      mkdirSync(FOLDER, { recursive: true });
      // What is no longer taken must not stay.
      for (const old of globSync(`*-${language}-*-${browserName}.png`, { cwd: FOLDER })) rmSync(resolve(FOLDER, old));
      if (browserName === "chrome") rmSync(record, { force: true });
      web = await startWeb();
      web.publishIndex(INDEX);
      extension = await launchWith(web, INDEX_ONLY, () => standingExtension(browserName, { proxy: web.proxy, language, clock: CLOCK }));
      const page = await extension.openPage("popup.html");
      await waitUntilSettled(page);
      await roundTimes(page, CLOCK);
      await page.close();
    });
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what it has to make, which is nothing.
    afterAll(async ({}, { tasks }) => {
      const all = tasks.every(({ result }) => result?.state === "pass");
      if (browserName === "chrome" && all) writeFileSync(record, JSON.stringify(await surroundings(extension)));
      await extension.close();
      await web.close();
    });

    /** Opens the page, of that size, and waits for what it is for. */
    const open = async (path: string, size: typeof PAGE, shows: string) => {
      const page = await extension.openPage(path);
      await page.setViewport(size);
      await page.waitForSelector(shows);
      await holdStill(page);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(tagOf(language));
      return page;
    };

    /** Takes a picture of what is in the window, of the whole page or of a part of it, in each colours; expects that nobody is shut out. */
    const shoot = async (page: Page, name: string, part?: string) => {
      // Where typing has led to is a matter of what had been drawn by then.
      if (part === "html") await page.evaluate(() => scrollTo(0, 0));
      await waitUntilQuiet(page);
      for (const colours of ["dark", "light"] as const) {
        expect([colours, ...(await axeInColours(extension, page, colours, name, { onlyColours: colours === "light" }))]).toEqual([colours]);
        await expectSoon(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        const path = resolve(FOLDER, `${name}-${language}-${colours}-${browserName}.png`) as `${string}.png`;
        const element = part && part !== "html" ? await page.$(part) : undefined;
        if (element) await element.screenshot({ path });
        else await page.screenshot({ path, fullPage: part === "html" });
      }
      // Where a test ends here, the next begins in the light as well.
      await preferColours(extension, page, "light");
    };

    it("of one who begins", async () => {
      const popup = await open("popup.html", POPUP, ".status-line");
      await waitUntilSettled(popup);
      await popup.waitForSelector(".empty");
      await shoot(popup, "popup-begin");
      await popup.close();
      const welcome = await open("welcome.html", PAGE, ".examples li");
      await shoot(welcome, "welcome", "html");
      await seedInbox(welcome, INDEX, CLOCK);
      await welcome.close();
    });

    it("of one who has matches", async () => {
      const popup = await open("popup.html", POPUP, "li.match .draft");
      await popup.bringToFront();
      await shoot(popup, "popup");
      await popup.setViewport(NARROW);
      await shoot(popup, "popup-narrow");
      await popup.setViewport(POPUP);
      await popup.keyboard.press("?");
      await popup.waitForSelector("dialog[open]");
      await shoot(popup, "popup-keys");
      await popup.keyboard.press("Escape");
      for (const view of ["starred", "all"]) {
        await clickOn(popup, `#view-${view}`);
        await popup.waitForSelector(`section.inbox.${view} li.match`);
        await shoot(popup, `popup-${view}`);
      }
      await clickOn(popup, "#view-unread");
      await popup.waitForSelector("section.inbox.unread li.match");
      await popup.type('input[type="search"]', "lifetmes");
      await popup.waitForSelector(".hits mark");
      await shoot(popup, "popup-search");
      await popup.type('input[type="search"]', " xyzzyx plugh");
      await popup.waitForSelector(".results .empty");
      await shoot(popup, "popup-search-nothing");
      await popup.keyboard.press("Escape");
      await clickOn(popup, ".mark-all");
      await popup.waitForSelector(".empty");
      // While one points at it, it stays.
      await (await popup.waitForSelector(".toast p"))?.hover();
      await shoot(popup, "popup-empty");
      await clickOn(popup, ".toast button");
      await popup.waitForSelector("li.match");
      await seedRound(popup, CLOCK);
      await popup.close();
    });

    it("of one who looks for drafts", async () => {
      const popup = await open("popup.html", POPUP, ".status details progress");
      await unfoldStatus(popup);
      await waitForText(popup, /312 .*640/, ".status details");
      await shoot(popup, "popup-round");
      await seedTrouble(popup, CLOCK);
      await deleteRow(popup, "state", "probe-progress");
      await popup.close();
      const troubled = await open("popup.html", POPUP, ".health-line p");
      await shoot(troubled, "popup-trouble");
      await troubled.close();
    });

    it("of one who sets it up", async () => {
      const options = await open("options.html", PAGE, ".watch-found");
      await shoot(options, "options", "html");
      await options.setViewport(NARROW);
      await shoot(options, "options-narrow", "html");
      await options.close();
      for (const page of ["notifications", "drafts"] as const) {
        const settings = await open(`options.html#/${page}`, PAGE, "details.advanced");
        await shoot(settings, `options-${page}`, "html");
        await settings.close();
      }
      const status = await open("options.html#/status", PAGE, ".host");
      await shoot(status, "options-status", "html");
      await clickOn(status, "details.report > summary");
      await (await status.waitForSelector("#status .look-up input"))?.type("2300");
      await status.waitForSelector("#status .look-up ~ .probes li");
      await shoot(status, "options-report", "html");
      await status.close();
      const data = await open("options.html#/data", PAGE, "details.advanced");
      // Its name is in the picture, and another browser may read it while this one writes it.
      const file = resolve(FOLDER, `${browserName}-${language}`, "backup.json");
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, BACKUP);
      await ((await data.waitForSelector('#data input[type="file"]')) as ElementHandle<HTMLInputElement>).uploadFile(file);
      await clickOn(data, ".import-preview summary");
      await data.waitForSelector(".import-preview details li");
      await shoot(data, "options-import", "html");
      await data.close();
    });

    it("of one who compares", async () => {
      const seeding = await open("library.html#/nowhere", PAGE, ".note ul a");
      await seedTexts(seeding, "P2300R9", "P2300R10", CLOCK);
      await seeding.close();
      const changes = await open("library.html#/P2300/changes/R9..R10", PAGE, ".changed-text ins");
      await shoot(changes, "changes", "html");
      await changes.setViewport(WIDE);
      await changes.waitForSelector(".changed-text .beside");
      await shoot(changes, "changes-wide", "html");
      await changes.setViewport(NARROW);
      await changes.waitForSelector(".changed-text .changed:not(.beside)");
      await shoot(changes, "changes-narrow", "html");
      await changes.close();
    });

    it("of one who reads", async () => {
      const library = await open("library.html", PAGE, ".windowed > li");
      await shoot(library, "library");
      for (const [name, hash, shows] of [
        ["library-search", "#/search/lifetime", ".windowed mark"],
        ["paper", "#/paper/P2300", "table.documents .draft"],
        ["author", "#/author/Haskell%20Curry", ".summaries li"],
        ["mailings", "#/mailings", '[aria-labelledby^="year-"] li'],
        ["mailing", "#/mailing/2026-10", ".summaries li"],
        ["unknown", "#/paper/P999999", ".note p a"],
        ["nothing", "#/nowhere", ".note ul a"],
      ] as const) {
        await library.evaluate((hash) => {
          location.hash = hash;
        }, hash);
        await library.waitForSelector(shows);
        await shoot(library, name, name === "library-search" ? undefined : "html");
      }
      await library.setViewport(NARROW);
      await library.evaluate(() => {
        location.hash = "#/paper/P2300";
      });
      await library.waitForSelector("table.documents .draft");
      await shoot(library, "paper-narrow", "html");
      await makeNewer(library);
      await library.close();
    });

    it("of one whose data cannot be read", async () => {
      const popup = await open("popup.html", POPUP, ".recovery");
      await shoot(popup, "recovery");
      await clickOn(popup, ".recovery summary");
      await clickOn(popup, ".recovery button.danger");
      await popup.waitForSelector("dialog[open]");
      await shoot(popup, "recovery-reset");
      await popup.close();
    });
  });
}
