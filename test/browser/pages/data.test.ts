import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { captureDownload } from "../driving/capture-download.ts";
import { addWatch, goToSettings, listWatches, openSettings, removeWatch } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { tabTo, waitForFocus } from "../driving/focus.ts";
import { until } from "../driving/until.ts";
import { waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { smallIndex } from "../published/small-index.ts";
import { readSyncStore, readTable, writeSyncStore } from "../state/browser-state.ts";

/** Waits until the page "Your data" says that. */
const says = (page: Page, words: RegExp) => waitForText(page, words, "#data");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "paperscout-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function choose(page: Page, content: string): Promise<void> {
  const file = join(folder, "mine.json");
  await writeFile(file, content);
  await goToSettings(page, "data");
  const input = (await page.waitForSelector('#data input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
}

const MANY_BAD = 125;

const backup = (parts: object) => JSON.stringify({ format: "paperscout-backup", version: 1, ...parts });

const HALF_VALID = backup({
  watchlists: [
    { name: "From <b>a friend</b>", mode: "badge", watches: ["P5000", "nonsense of words", "author:Noether"] },
    { name: "", mode: "notify", watches: [] },
  ],
  settings: { pollMinutes: 60, colour: "red" },
  matches: [{ id: "P1R0" }],
});

/** The texts of each element of that name. */
function textsIn(xml: string, wanted: string): string[] {
  const texts: string[] = [];
  let isOpen = false;
  const parser = new Parser(
    {
      onopentag(name) {
        isOpen = name === wanted;
        if (isOpen) texts.push("");
      },
      ontext(text) {
        if (isOpen) texts.push((texts.pop() ?? "") + text);
      },
      onclosetag() {
        isOpen = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return texts;
}

inEachBrowser(
  "one's data",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("is shown before it is taken in, with what is wrong in the file, and nothing is taken in that was cancelled", async () => {
      const { extension } = stage();
      const options = await openSettings(extension, "data");
      await choose(options, HALF_VALID);
      const shown = await says(options, /matches\[0\]/);
      expect(shown).toMatch(/What mine\.json would change/);
      expect(shown).toMatch(/New watchlist “From <b>a friend<\/b>” \(Badge only\):/);
      expect(shown).toMatch(/Check for new papers every: from 30.minutes to 60.minutes/);
      for (const place of ["watchlists[0].watches[1]", "watchlists[1]", "settings.colour", "matches[0]"]) expect(shown).toContain(place);
      await waitForFocus(options, "What mine.json would change");
      expect(await axeInBothColours(extension, options, "the preview of an import", "#data")).toEqual([]);
      await clickButton(options, "Cancel");
      await says(options, /Nothing was changed/);
      await waitForFocus(options, "Backup file");
      expect(await readTable(options, "watchlists")).toEqual([]);
      expect((await readTable(options, "settings")).map(({ name }) => name)).not.toContain("pollMinutes");
      await options.close();
    });

    it("is taken in as it was shown, once, by keyboard alone", async () => {
      const options = await openSettings(stage().extension, "data");
      await options.bringToFront();
      await tabTo(options, "Backup file");
      await choose(options, HALF_VALID);
      await says(options, /would change/);
      await waitForFocus(options, "What mine.json would change");
      await tabTo(options, "Import");
      await options.keyboard.press("Enter");
      await says(options, /Imported: 1 new watchlist, 2 new watches,? and 1 setting/);
      await expectSoon(() => listWatches(options)).toEqual(["P5000", "author:Noether"]);
      await choose(options, HALF_VALID);
      await says(options, /is here already/);
      await tabTo(options, "Close");
      await options.keyboard.press("Enter");
      await waitForFocus(options, "Backup file");
      await options.close();
    });

    it("names each part that cannot be used, however many there are", async () => {
      const options = await openSettings(stage().extension, "data");
      await options.bringToFront();
      const watches = Array.from({ length: MANY_BAD }, (_, place) => `bad words ${place}`);
      await choose(options, backup({ watchlists: [{ name: "Bad", mode: "badge", watches }] }));
      await says(options, /and 105 more/);
      await tabTo(options, "and 105 more");
      await options.keyboard.press("Enter");
      const shown = await says(options, /bad words 124/);
      for (const watch of watches) expect(shown).toContain(watch);
      await clickButton(options, "Cancel");
      await options.close();
    });

    it.each([
      ["that is no JSON", '{\n  "format": paperscout-backup\n}', /line 2, column 13/],
      ["that is empty", "", /mine\.json is empty/],
      ["that is no backup", "[]", /mine\.json is not a PaperScout backup/],
      ["of a newer version", '{"format":"paperscout-backup","version":99}', /newer PaperScout/],
      ["that is too large", " ".repeat(32_000_001), /larger than 32 MB/],
    ])("is not taken from a file %s", async (_, content, words) => {
      const options = await openSettings(stage().extension, "data");
      await choose(options, content);
      await says(options, words);
      expect(await options.$$(".import-preview")).toEqual([]);
      await options.close();
    });

    it("may be saved as a feed", async () => {
      const { extension, web } = stage();
      web.publishIndex(smallIndex({ P6000R0: { title: "<b>Rings</b> & more", author: "Emmy Noether" } }));
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      await popup.close();
      const options = await openSettings(extension, "data");
      const download = await captureDownload(options);
      await clickButton(options, "Save as Atom feed");
      const { name, text: xml } = await download();
      expect(name).toMatch(/^paperscout-all-\d{4}-\d\d-\d\d\.atom$/);
      expect(textsIn(xml, "id")).toEqual(["tag:paperscout.invalid,2026:matches:all", "tag:paperscout.invalid,2026:match:P6000R0"]);
      expect(textsIn(xml, "name")).toEqual(["Emmy Noether"]);
      expect(textsIn(xml, "summary")).toEqual(["author Emmy Noether"]);
      await says(options, /1 match saved/);
      await options.close();
    });

    it("stays on this machine until the person shares it", async () => {
      const { extension } = stage();
      const options = await openSettings(extension, "data");
      expect(await readSyncStore(options)).toEqual({});
      await (await options.waitForSelector('::-p-aria([name="Share watchlists and settings with my other devices"][role="checkbox"])'))?.click();
      await expectSoon(async () => Object.keys(await readSyncStore(options)).sort()).toEqual(["list/From <b>a friend</b>/0", "settings"]);
      const stored = JSON.stringify(await readSyncStore(options));
      expect(stored).toContain("author:Noether");
      expect(stored).not.toContain("P6000R0");
      await says(options, /Last shared/);
      expect(await axeInBothColours(extension, options, "data that is shared", "#data")).toEqual([]);
      await options.close();
    });

    it("arrives from another machine", async () => {
      const { extension } = stage();
      const options = await openSettings(extension, "data");
      const now = Math.floor(Date.now() / 1000);
      await writeSyncStore(options, {
        "list/Elsewhere/0": [1, "Elsewhere", "Elsewhere", now, "off", now, 1, now, ["title:rings", now, "LEWG", now]],
        "list/From <b>a friend</b>/0": [1, "From <b>a friend</b>", "Friends", now + 5, "badge", now, 1, now, ["P5000", -(now + 5)]],
      });
      await expectSoon(async () => (await listWatches(options)).sort()).toEqual(["audience:LEWG", "author:Noether", "title:rings"]);
      await expectSoon(() => readTable(options, "watchlists")).toMatchObject([
        { name: "Friends", mode: "badge" },
        { name: "Elsewhere", mode: "off" },
      ]);
      // What the other machine had not seen is written for it again.
      await until(
        "what it lacked",
        () => readSyncStore(options),
        (items) => JSON.stringify(items).includes("author:Noether"),
      );
      await options.close();
    });

    it("goes to other machines, also when the background is killed right after a change", async () => {
      const { extension } = stage();
      const options = await openSettings(extension, "data");
      await addWatch(options, "P7000");
      await removeWatch(options, "author:Noether");
      await extension.killBackground();
      // They may go in two runs where ten seconds lay between them.
      await until(
        "both changes",
        async () => JSON.stringify(await readSyncStore(options)),
        (items) => items.includes("P7000") && /"author:Noether",-\d+/.test(items),
      );
      await options.close();
    });
  },
);
