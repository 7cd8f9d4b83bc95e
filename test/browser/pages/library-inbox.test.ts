import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { samplePaper } from "../../../lib/watch/sample-paper.ts";
import { manyPapers } from "../../store/index-of.ts";
import type { Extension } from "../browsers/extension.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { clickOn } from "../driving/click-heard.ts";
import { clickButton } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { focusedName } from "../driving/focus.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { smallIndex } from "../published/small-index.ts";
import { putRow, readTable } from "../state/browser-state.ts";

const waitFor = (page: Page, words: RegExp) => waitForText(page, words, "main");
const rows = (page: Page) => page.$$eval("ul.windowed > li", (rows) => rows.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, " ")));
const selected = (page: Page) => page.$$eval(".inbox-paper > input:checked", (boxes) => boxes.length);

async function openInbox(extension: Extension, query = ""): Promise<Page> {
  const page = await extension.openPage(`library.html#/inbox${query}`);
  await page.waitForSelector(".inbox-bar");
  return page;
}

const readAt = async (page: Page, id: string) => (await readTable(page, "matches")).find((match) => match.id === id)?.readAt;

inEachBrowser(
  "the inbox as a page",
  (web) => web.publishIndex(smallIndex({ ...manyPapers(20, 3_000), P2999R0: {} })),
  (stage) => {
    it("shows what is unread by paper, and marks ten revisions of one paper read with one click", async () => {
      const { extension } = stage();
      const empty = await openInbox(extension);
      await waitFor(empty, /Nothing unread/);
      const author = { kind: "author", watched: "Noether", found: "Emmy Noether", list: 1, listName: "Work" } as const;
      const title = { kind: "title", watched: "rings", found: "Rings", list: 2, listName: "Maths" } as const;
      const found = { kind: "paper-added", foundAt: 1_000, notifiedAt: 1, notification: "", readAt: 0, starredAt: 0 } as const;
      for (let revision = 0; revision < 10; revision++) {
        const id = `P2300R${revision}`;
        const paper = samplePaper(id, { title: "`std::execution`", authors: ["Emmy Noether", "Ada Lovelace"], audience: ["LEWG"], date: "2026-10-15" });
        await putRow(empty, "matches", { ...found, id, foundAt: 1_000 + revision, paper, reasons: [author] });
      }
      const rings = samplePaper("P4000R0", { title: "<b>Rings</b>", authors: ["Emmy Noether"], audience: ["LWG", "SG1"], date: "2026-09-01" });
      await putRow(empty, "matches", { ...found, id: "P4000R0", paper: rings, reasons: [title, author] });
      await empty.close();
      const page = await openInbox(extension);
      await waitFor(page, /11 matches/);
      await expectSoon(() => rows(page)).toEqual([
        expect.stringMatching(/^P2300R9 std::execution 10 new Oct 15, 2026 LEWG Emmy Noether and others author Emmy Noether/),
        expect.stringMatching(/^P4000R0 <b>Rings<\/b> new Sep 1, 2026 LWG, SG1/),
      ]);
      expect(await page.$$("main b b")).toEqual([]);
      // Named by more than its number: its title, and why it is here.
      const named = () =>
        page.$eval("ul.windowed a", (link) =>
          link
            .getAttribute("aria-labelledby")
            ?.split(" ")
            .map((id) => document.getElementById(id)?.textContent)
            .join(" "),
        );
      await expectSoon(named).toMatch(/^P2300R9 std::execution 10 new.*author Emmy Noether$/);
      await clickButton(page, "Mark P2300 read");
      await waitFor(page, /1 match$/m);
      expect(await readAt(page, "P2300R3")).toBeGreaterThan(0);
      // Taken back with one click more.
      await clickButton(page, "Undo");
      await waitFor(page, /11 matches/);
      await page.close();
    });

    it("marks all of one watch read in two steps: by watch, and all of it", async () => {
      const page = await openInbox(stage().extension);
      await waitFor(page, /11 matches/);
      await page.select(".group-by select", "watch");
      await waitFor(page, /author Noether 2 papers/);
      await expectSoon(() => page.evaluate(() => location.hash)).toBe("#/inbox?by=watch");
      await expectSoon(async () => (await rows(page)).map((row) => row.slice(0, 16))).toEqual([
        "author Noether 2",
        "P2300R9 std::exe",
        "P4000R0 <b>Rings",
        "title “rings” 1 ",
        "P4000R0 <b>Rings",
      ]);
      await clickButton(page, "Mark all read title “rings”");
      await waitFor(page, /10 matches/);
      await clickButton(page, "Undo");
      await waitFor(page, /11 matches/);
      // P4000 stands in two groups and is one paper.
      await clickOn(page, ".selection input");
      await waitFor(page, /2 selected/);
      await clickOn(page, '[aria-label="Select P4000"]');
      await waitFor(page, /1 selected/);
      await expectSoon(() => page.$$eval('[aria-label="Select P4000"]', (boxes) => boxes.map((box) => (box as HTMLInputElement).checked))).toEqual([
        false,
        false,
      ]);
      await clickOn(page, '[aria-label="Select P2300"]');
      for (const [by, heads] of [
        ["list", ["Work 2 papers", "Maths 1 paper"]],
        ["audience", ["LEWG 1 paper", "LWG 1 paper", "SG1 1 paper"]],
        // One of the ten is in the index, which knows its mailing.
        ["mailing", ["Mailing 2026-10 1 paper", "Mailing 2026-09 1 paper", "Mailing 2026-01 1 paper"]],
      ] as const) {
        await page.select(".group-by select", by);
        const shown = () => page.$$eval(".inbox-group h2", (titles) => titles.map((title) => (title as HTMLElement).innerText.replace(/\s+/g, " ")));
        await expectSoon(shown).toEqual(heads);
      }
      await page.close();
    });

    it("selects many, and puts them off for later, stars them and brings them back", async () => {
      const page = await openInbox(stage().extension);
      await waitFor(page, /11 matches/);
      await clickOn(page, ".selection input");
      await expectSoon(() => selected(page)).toBe(2);
      await waitFor(page, /2 selected/);
      await clickButton(page, "Later");
      await waitFor(page, /Nothing unread/);
      await clickOn(page, '.views a[href$="view=later"]');
      await waitFor(page, /11 matches/);
      await expectSoon(async () => (await rows(page))[0]).toMatch(/for later since/);
      await clickOn(page, '[aria-label="Select P4000"]');
      await clickButton(page, "Star");
      await clickOn(page, '.views a[href$="view=starred"]');
      await waitFor(page, /1 match$/m);
      await clickButton(page, "Remove the star of P4000");
      await waitFor(page, /Nothing has a star/);
      await expectSoon(() => focusedName(page)).not.toBe("");
      await clickOn(page, '.views a[href$="view=later"]');
      await waitFor(page, /11 matches/);
      await clickOn(page, ".selection input");
      await clickButton(page, "Mark unread");
      await waitFor(page, /Nothing put off/);
      // All of them left, and the bar with them: the focus is on how many there are.
      await expectSoon(() => focusedName(page)).toMatch(/Nothing put off/);
      await clickButton(page, "Undo");
      await waitFor(page, /11 matches/);
      await expectSoon(async () => (await rows(page))[0]).toMatch(/for later since/);
      await clickOn(page, ".selection input");
      await clickButton(page, "Mark unread");
      await waitFor(page, /Nothing put off/);
      await clickOn(page, '.views a[href$="#/inbox"]');
      await waitFor(page, /11 matches/);
      await page.close();
    });

    it("has no violation in any view, in light and dark, and fits any width", async () => {
      const { extension } = stage();
      for (const query of ["", "?by=watch", "?view=later", "?view=all&by=audience"]) {
        const page = await openInbox(extension, query);
        await waitFor(page, /matches|Nothing/);
        expect(await axeInBothColours(extension, page, query)).toEqual([]);
        await page.setViewport({ width: 320, height: 640 });
        await expectSoon(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        await page.close();
      }
    });
  },
);
