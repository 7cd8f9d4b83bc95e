import type { ElementHandle, Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { completeSettings, type SettingName } from "../../../lib/terms/settings.ts";
import { indexOf } from "../../store/index-of.ts";
import { htmlDraft } from "../../web/published/sample-drafts.ts";
import type { Web } from "../../web/web.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { letDaysPass, readProbing, waitForCycles } from "../driving/drive-drafts.ts";
import { addWatch, goToSettings, openSettings } from "../driving/drive-options.ts";
import { openPopup, unfoldStatus } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { tabTo } from "../driving/focus.ts";
import { until } from "../driving/until.ts";
import { textOf, waitForText } from "../driving/wait-for-text.ts";
import { axeInBothColours } from "../looking/axe-violations.ts";
import { readTable } from "../state/browser-state.ts";

const HOST = "isocpp.org";
/** So long between two requests that the round does not end by itself. */
const SLOW_GAP = "1000";
/** Longer than such a pause. */
const QUIET_MS = 2_500;

const asked = ({ arrivals }: Web) => arrivals.filter(({ url }) => new URL(url).hostname === HOST);

/** The control with that label. */
async function control<Kind extends HTMLElement>(
  page: Page,
  label: string,
  role: "textbox" | "searchbox" | "checkbox" | "combobox",
): Promise<ElementHandle<Kind>> {
  const found = await page.waitForSelector(`::-p-aria([name="${label}"][role="${role}"])`);
  return found as unknown as ElementHandle<Kind>;
}

/** Types into a field in place of what stands there, and presses Enter. */
async function type(page: Page, label: string, words: string): Promise<ElementHandle<HTMLInputElement>> {
  const field = await control<HTMLInputElement>(page, label, "textbox");
  await field.evaluate((input) => {
    input.focus();
    input.select();
  });
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  return field;
}

async function flip(page: Page, label: string): Promise<void> {
  await (await control(page, label, "checkbox")).click();
}

function waitForSetting(page: Page, name: SettingName, value: unknown): Promise<unknown> {
  return until(
    `${name} to be ${value}`,
    async () => (await readTable(page, "settings")).find((row) => row.name === name)?.value,
    (stored) => stored === value,
  );
}

const shown = async (page: Page, label: string) => (await page.$$(`::-p-aria([name="${label}"])`)).length > 0;

inEachBrowser(
  "the pages about drafts",
  (web) => {
    web.publishIndex(JSON.stringify(indexOf({ P0001R0: {}, P0002R0: {}, P0003R4: { title: "Watched for long" } })));
    web.publishDraft(
      "D0003R5.html",
      htmlDraft({ id: "D0003R5", title: "Watched for longer", authors: ["Sophie Germain"], audience: "LEWG", date: "2026-11-20" }),
    );
  },
  (stage) => {
    it("show the settings of a way to look to those only who chose it", async () => {
      const page = await openSettings(stage().extension, "drafts", "advanced");
      await expectSoon(() => shown(page, "How eagerly")).toBe(true);
      expect(await shown(page, "Also ask for these numbers")).toBe(false);
      const policy = await control<HTMLSelectElement>(page, "How to look", "combobox");
      await policy.select("sweep");
      await control(page, "Also ask for these numbers", "textbox");
      await expectSoon(() => shown(page, "How eagerly")).toBe(false);
      await waitForSetting(page, "draftPolicy", "sweep");
      await page.close();
    });

    it("leave ranges that cannot be read in the field and say why", async () => {
      const { extension } = stage();
      const page = await openSettings(extension, "drafts", "advanced");
      const field = await type(page, "Also ask for these numbers", "3000-2000");
      await waitForText(page, /Write numbers and ranges with commas between them.*Until then none holds\./);
      await expectSoon(() => field.evaluate((input) => [input.value, input.getAttribute("aria-invalid")])).toEqual(["3000-2000", "true"]);
      await waitForSetting(page, "sweepRanges", "");
      expect(await axeInBothColours(extension, page, "ranges that cannot be read")).toEqual([]);
      await type(page, "Also ask for these numbers", " P3000-3010, 4116 ");
      await waitForSetting(page, "sweepRanges", "P3000-3010, 4116");
      await expectSoon(() => textOf(page)).not.toMatch(/Write numbers and ranges/);
      await expectSoon(() => field.evaluate((input) => input.getAttribute("aria-invalid"))).toBe("false");
      const policy = await control<HTMLSelectElement>(page, "How to look", "combobox");
      await policy.select("quiet");
      await waitForSetting(page, "draftPolicy", "quiet");
      await page.close();
    });

    it("ask for quiet hours where they are wanted", async () => {
      const page = await openSettings(stage().extension, "notifications");
      await control(page, "Quiet hours", "checkbox");
      expect(await shown(page, "Quiet from")).toBe(false);
      await flip(page, "Quiet hours");
      await waitForSetting(page, "quietHours", true);
      await (await control<HTMLSelectElement>(page, "Quiet from", "combobox")).select("21");
      await waitForSetting(page, "quietFromHour", 21);
      await (await control<HTMLSelectElement>(page, "Quiet until", "combobox")).select("0");
      await waitForSetting(page, "quietUntilHour", 0);
      await flip(page, "Quiet hours");
      await until(
        "no hours",
        () => shown(page, "Quiet from"),
        (seen) => !seen,
      );
      await page.close();
    });

    it("say that nobody is asked while that is switched off, and what is asked for when it is on", async () => {
      const { extension, web } = stage();
      const page = await openSettings(extension, "status", "report");
      await waitForText(page, /Looking for drafts is switched off in the settings\. isocpp\.org is asked for nothing\./, "#status");
      expect(await page.$$("#status .tiers")).toEqual([]);
      expect(asked(web)).toEqual([]);
      await addWatch(page, "P0003");
      await goToSettings(page, "drafts");
      await waitForText(page, /No draft is known yet\./, "#drafts");
      await flip(page, "Look for drafts on isocpp.org");
      await waitForText(page, /1 draft known\s.*D0003R5 Watched for longer\s+It was there when PaperScout first looked/s, "#drafts");
      await goToSettings(page, "status", "report");
      await waitForText(page, /“Quiet” is set:.* The newest number is P0003\./, "#status");
      await waitForText(
        page,
        /Last round, .*: (\d+) of \1 files asked for, 1 is there, \d+ are not, 1 new draft\. \d+ requests today \(UTC\), of at most 16,000\./,
        "#status",
      );
      await waitForText(page, /of papers that you watch by number\s+8\s+\d+\s.*of drafts that were found, for changes\s+1\s+0\s/s, "#status .tiers");
      await expectSoon(() => page.$$eval("#status .tiers th[scope=row]", (rows) => rows.length)).toBeGreaterThan(1);
      await page.close();
    });

    it("tell by keyboard when a paper's files are asked for, and why", async () => {
      const { extension } = stage();
      const page = await openSettings(extension, "status", "report");
      await waitForText(page, /Look up a paper number/, "#status");
      await tabTo(page, "Look up a paper number");
      await page.keyboard.type("p3");
      await page.keyboard.press("Enter");
      await waitForText(page, /\d+ files of P0003 are asked for\./, "#status");
      await waitForText(page, /D0003R6\.html\s+Next asked in .*: next revision of P0003, .*watched by number, asked every .*\. Last asked .*\./, "#status");
      await waitForText(page, /D0003R5\.html\s+Next asked in .*: found before, looked at for changes/, "#status");
      expect(new URL(page.url()).search).toBe("");
      expect(await axeInBothColours(extension, page, "the files of a paper that was looked up")).toEqual([]);
      const type = async (words: string) => {
        for (let letters = 0; letters < 20; letters++) await page.keyboard.press("Backspace");
        await page.keyboard.type(words);
        await page.keyboard.press("Enter");
      };
      await type("twelve");
      await waitForText(page, /“twelve” is not the number of a paper\. Write it like P2300 or 2300\./, "#status");
      await expectSoon(() => textOf(page, "#status")).not.toMatch(/files of P0003/);
      await type("P9999");
      await waitForText(page, /No file of P9999 is asked for at present\./, "#status");
      await page.close();
    });

    it("show a draft in light and in dark", async () => {
      const { extension } = stage();
      const popup = await openPopup(extension);
      await waitForText(popup, /Watched for longer\s+D0003R5\s*Draft(?!, may).*LEWG.*Sophie Germain.*P0003/s);
      await unfoldStatus(popup);
      await waitForText(popup, /Drafts: asked for \d+ files .*, next in/);
      expect(await axeInBothColours(extension, popup, "a draft among the matches")).toEqual([]);
      await popup.close();
    });

    it("stop every request at once when drafts are switched off", async () => {
      const { extension, web } = stage();
      const page = await openSettings(extension, "drafts", "advanced");
      await type(page, "Pause between two requests", SLOW_GAP);
      await waitForSetting(page, "askGapMs", Number(SLOW_GAP));
      web.forgetArrivals();
      await letDaysPass(page);
      await until(
        "a round under way",
        async () => asked(web).length,
        (count) => count >= 3,
      );
      const popup = await openPopup(extension);
      await unfoldStatus(popup);
      await waitForText(popup, /Asking isocpp\.org for drafts/);
      await page.bringToFront();
      await flip(page, "Look for drafts on isocpp.org");
      await waitForSetting(page, "drafts", false);
      await until(
        "no request for a while",
        async () => Date.now() - Math.max(...asked(web).map(({ at }) => at)),
        (passed) => passed > QUIET_MS,
      );
      expect((await readProbing(page))?.running).toBeDefined();
      await popup.bringToFront();
      await until(
        "a popup without a word about asking",
        () => textOf(popup),
        (seen) => !/isocpp\.org|Drafts:/.test(seen),
      );
      await waitForText(page, /1 draft known/, "#drafts");
      await popup.close();
      await page.close();
    });

    it("go on with the round when they are switched on again", async () => {
      const { extension, web } = stage();
      const page = await openSettings(extension, "drafts", "advanced");
      const cycle = (await readProbing(page))?.cycle ?? 0;
      await type(page, "Pause between two requests", "0");
      await waitForSetting(page, "askGapMs", 0);
      web.forgetArrivals();
      await flip(page, "Look for drafts on isocpp.org");
      expect(await waitForCycles(page, cycle)).toMatchObject({ cycle, last: { outcome: { kind: "good" } } });
      expect(asked(web).length).toBeGreaterThan(0);
      await page.close();
    });
  },
  { ...completeSettings([]), drafts: false, openStd: false, minutesBetweenNotifications: 0, askGapMs: 20, askJitterPercent: 0 },
);
