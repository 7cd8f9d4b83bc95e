import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import type { ListingState } from "../../../lib/store/database/state-rows.ts";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { CHECK_LISTING } from "../../../lib/terms/work-names.ts";
import { indexOf } from "../../store/index-of.ts";
import { type ListingRow, listingPage } from "../../web/published/sample-drafts.ts";
import { type Arrival, listingUrl, type Web } from "../../web/web.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { addWatch, goToSettings, openOptions } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup, waitForMatches } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { readTable, ringAlarm } from "../state/browser-state.ts";
import { makeDue } from "../state/let-time-pass.ts";

const DAY = 24 * 60 * 60_000;
const YEAR = new Date().getUTCFullYear();
const MAILING = `${YEAR}-01`;
const CHECK = "Read the yearly listing of papers";

const INDEX = { P0001R0: { title: "Ordinary rings" }, P0002R0: { title: "Ordinary fields" } };
const ROWS: ListingRow[] = [
  { number: "P0001R0", title: "Ordinary rings", author: "Ada Lovelace", mailingDate: MAILING },
  { number: "P0002R0", title: "Ordinary fields", author: "Ada Lovelace", mailingDate: MAILING },
];
const LATER: ListingRow[] = [
  { number: "P0001R0", title: "Ordinary rings", author: "Ada Lovelace", mailingDate: MAILING, subgroup: "SG1 Concurrency" },
  { number: "P0002R0", title: "Ordinary fields", author: "Ada Lovelace", mailingDate: MAILING },
  { number: "P0100R0", title: "Rings nobody has indexed", author: "Emmy Noether", mailingDate: MAILING },
];

/** In January last year's listing is asked for, too. */
function publish(web: Web, rows: ListingRow[]): void {
  web.publishListing(YEAR - 1, listingPage(YEAR - 1, [{ number: "N4000", title: "Minutes", author: "Ada Lovelace", mailingDate: `${YEAR - 1}-12` }]));
  web.publishListing(YEAR, listingPage(YEAR, rows));
}

const requests = ({ arrivals }: Web): Arrival[] => arrivals.filter(({ url }) => url === listingUrl(YEAR));
const readListing = async (page: Page): Promise<ListingState | undefined> => (await readTable(page, "state")).find((row) => row.name === "listing");

inEachBrowser(
  "the yearly listing",
  (web) => {
    web.publishIndex(JSON.stringify(indexOf(INDEX)));
    publish(web, ROWS);
  },
  (stage) => {
    let page: Page;
    const nextReading = async (begin: () => Promise<void>) => {
      const before = (await readListing(page))?.lastTriedAt ?? 0;
      await begin();
      return until(
        "the listing to be read",
        () => readListing(page),
        (state) => (state?.lastTriedAt ?? 0) > before,
      );
    };
    const letDayPass = async () => {
      await makeDue(page, CHECK_LISTING);
      await ringAlarm(page);
    };

    const runNow = async () => {
      await page.bringToFront();
      await goToSettings(page, "status", "report");
      await clickButton(page, `Run now: ${CHECK}`);
    };

    it("is recorded in silence when it is first read", async () => {
      page = await openOptions(stage().extension);
      await addWatch(page, "author:Noether");
      await addWatch(page, "audience:SG1");
      const state = await until(
        "a first reading",
        () => readListing(page),
        (state) => state?.outcome !== undefined,
      );
      expect(state).toMatchObject({ outcome: { kind: "baseline" }, years: { [YEAR]: { papers: ROWS.length } } });
      expect((await readTable(page, "listed")).map(({ id }) => id)).toEqual(expect.arrayContaining(["P0001R0", "P0002R0"]));
      expect(await readTable(page, "log")).toEqual([]);
      expect(await readTable(page, "matches")).toEqual([]);
    });

    it("is asked for once a day, and not sent again while it is the same", async () => {
      const { web } = stage();
      const schedule = (await readTable(page, "schedules")).find(({ id }) => id === CHECK_LISTING);
      expect(schedule?.everyMs).toBe(DAY);
      expect(schedule?.nextAt).toBeGreaterThan(Date.now() + DAY / 2);
      expect(requests(web)).toHaveLength(1);
      expect(await nextReading(letDayPass)).toMatchObject({ outcome: { kind: "unchanged" } });
      const [first, second] = requests(web);
      expect(first).toMatchObject({ method: "GET", status: 200 });
      expect(first?.headers).not.toHaveProperty("cookie");
      expect(second).toMatchObject({ method: "GET", status: 304 });
      expect(second?.headers["if-none-match"]).toBeDefined();
      expect(requests(web)).toHaveLength(2);
    });

    it("tells of a paper that the index lacks, and of an audience that the index leaves out", async () => {
      const { extension, web } = stage();
      publish(web, LATER);
      expect(await nextReading(letDayPass)).toMatchObject({ outcome: { kind: "changed", added: 1, changed: 1 } });
      const popup = await openPopup(extension);
      const shown = await waitForMatches(popup, 2);
      expect(shown.sort((one, other) => one.id.localeCompare(other.id))).toEqual([
        { id: "P0001R0", title: "Ordinary rings", reasons: ["audience SG1"] },
        { id: "P0100R0", title: "Rings nobody has indexed", reasons: ["author Emmy Noether"] },
      ]);
      await expectSoon(() => popup.$eval('[data-key="P0100"] a', (link) => (link as HTMLAnchorElement).href)).toBe(`${listingUrl(YEAR)}p0100r0.pdf`);
      await until(
        "both to be told",
        () => readTable(popup, "matches"),
        (matches) => matches.every(({ notifiedAt }) => notifiedAt > 0),
      );
      await popup.close();
    });

    it("is not told again when the index has the paper", async () => {
      const { extension, web } = stage();
      const before = await readTable(page, "matches");
      web.publishIndex(JSON.stringify(indexOf({ ...INDEX, P0100R0: { title: "Rings nobody has indexed", author: "Emmy Noether" } })));
      const popup = await openPopup(extension);
      await checkNowAndSettle(popup);
      const after = await readTable(page, "matches");
      expect(after.map(({ id, notification, notifiedAt }) => [id, notification, notifiedAt])).toEqual(
        before.map(({ id, notification, notifiedAt }) => [id, notification, notifiedAt]),
      );
      await expectSoon(() => popup.$eval('[data-key="P0100"] a', (link) => (link as HTMLAnchorElement).href)).toBe("https://wg21.link/p0100r0");
      await popup.close();
    });

    it("without a table is a failure that has a name, and changes nothing", async () => {
      const { extension, web } = stage();
      const [listed, log, matches] = [await readTable(page, "listed"), await readTable(page, "log"), await readTable(page, "matches")];
      web.answer(listingUrl(YEAR), { headers: { "content-type": "text/html" }, body: "<!doctype html><title>Log in</title><form><input name=user></form>\n" });
      for (let attempts = 1; attempts <= 3; attempts++) {
        expect(await nextReading(runNow)).toMatchObject({ outcome: { kind: "html" }, attempts });
      }
      expect([await readTable(page, "listed"), await readTable(page, "log"), await readTable(page, "matches")]).toEqual([listed, log, matches]);
      const popup = await openPopup(extension);
      await until(
        "a word about the listing",
        () => popup.$eval(".health-line", (line) => (line as HTMLElement).innerText),
        (text) => /The yearly listing could not be read: www\.open-std\.org answered with another web page than was asked for\./.test(text),
      );
      publish(web, LATER);
      expect(await nextReading(runNow)).toMatchObject({ outcome: { kind: "unchanged" }, attempts: 0 });
      await until(
        "no word more",
        () => popup.$$(".health-line p"),
        (lines) => lines.length === 0,
      );
      expect([await readTable(page, "listed"), await readTable(page, "log"), await readTable(page, "matches")]).toEqual([listed, log, matches]);
      await popup.close();
    });
  },
  { ...completeSettings([]), drafts: false, minutesBetweenNotifications: 0 },
);
