import { expect, it } from "vitest";
import { DATABASE_NAME } from "../../../lib/store/database/database.ts";
import { READ_DRAFT } from "../../../lib/terms/work-names.ts";
import { indexOf } from "../../store/index-of.ts";
import { pdfDraft } from "../../web/published/sample-drafts.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { letDaysPass, readProbing, waitForCycles } from "../driving/drive-drafts.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup, waitForStatus } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { forbidHost, permitHost } from "../driving/permit-host.ts";
import { until } from "../driving/until.ts";
import { textOf, waitForText } from "../driving/wait-for-text.ts";
import { indexRequests } from "../published/index-requests.ts";
import { smallIndex } from "../published/small-index.ts";
import { putRow, readTable, ringAlarm } from "../state/browser-state.ts";

const SERIES = 150;
/** Far less than a round takes, and what a machine that has other things to do needs. */
const READ_WITHIN_MS = 45_000;
const FINDS = [1, 40, 90];
const name = (number: number) => String(number).padStart(4, "0");
const published = Object.fromEntries(Array.from({ length: SERIES }, (_, place) => [`P${name(place + 1)}R0`, {}]));

inEachBrowser(
  "a long round of asking",
  (web) => web.publishIndex(JSON.stringify(indexOf(published))),
  (stage) => {
    it("keeps no first page waiting: it is read in the midst of the round, and matched by its author", { timeout: 400_000 }, async () => {
      const { extension, web } = stage();
      const page = await openOptions(extension);
      await addWatch(page, "author:Kurt Gödel");
      const [first] = await readTable(page, "watches");
      for (let number = 1; number <= SERIES; number++) {
        await putRow(page, "watches", { addedAt: 0, list: first?.list ?? 0, id: 1_000 + number, kind: "paper", text: `P${name(number)}` });
      }
      await ringAlarm(page);
      await waitForCycles(page, 1);
      // The second cycle has all the watches.
      await letDaysPass(page);
      await waitForCycles(page, 2);
      for (const number of FINDS) {
        const about = { id: `D${number}R1`, title: `A proof of ${number}`, authors: ["Kurt Gödel"], audience: "EWG", date: "2026-11-20" };
        web.publishDraft(`D${name(number)}R1.pdf`, pdfDraft(about));
      }
      await putRow(page, "settings", { name: "askGapMs", value: 50 });
      await putRow(page, "settings", { name: "asksAtOnce", value: 2 });
      web.forgetArrivals();
      await letDaysPass(page);
      await until(
        "the end of the round and all pages",
        async () => ({ state: await readProbing(page), jobs: await readTable(page, "jobs"), matches: await readTable(page, "matches") }),
        ({ state, jobs, matches }) =>
          state?.running === undefined &&
          (state?.cycle ?? 0) >= 3 &&
          matches.length >= FINDS.length &&
          jobs.every(({ kind, endedAt }) => kind !== READ_DRAFT || endedAt !== undefined),
        300_000,
      );
      const asked = web.arrivals.filter(({ url }) => url.includes("isocpp.org"));
      const round = asked.filter(({ method }) => method === "HEAD");
      const waits = FINDS.map((number) => {
        const of = (method: string) =>
          asked.find((one) => one.method === method && one.status === 200 && one.url.includes(`D${name(number)}R1.`))?.at ?? Number.NaN;
        return of("GET") - of("HEAD");
      });
      console.log(
        `${round.length} HEADs in ${((round.at(-1)?.at ?? 0) - (round[0]?.at ?? 0)) / 1000} s; first pages were fetched after ${waits.join(", ")} ms`,
      );
      for (const wait of waits) expect(wait).toBeLessThan(READ_WITHIN_MS);
      await expectSoon(async () => (await readTable(page, "matches")).map(({ reasons }) => reasons.some(({ kind }) => kind === "author"))).toEqual(
        FINDS.map(() => true),
      );
      await page.close();
    });
  },
  { openStd: false, minutesBetweenNotifications: 0, askGapMs: 0, askJitterPercent: 0, asksAtOnce: 10, draftsPerDay: 100_000 },
);

inEachBrowser(
  "lists whose database the browser has thrown away",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("come back from their copy, which is said until it is read, and the next watch keeps them", async () => {
      const { extension } = stage();
      const options = await openOptions(extension);
      for (const watch of ["P2300", "author:Noether", "title:rings"]) await addWatch(options, watch);
      await options.evaluate(
        (database) =>
          new Promise<void>((resolve, reject) => {
            const deleting = indexedDB.deleteDatabase(database);
            deleting.onsuccess = () => resolve();
            deleting.onerror = () => reject(deleting.error);
          }),
        DATABASE_NAME,
      );
      await options.close();
      const popup = await openPopup(extension);
      await waitForText(popup, /3 watches, were restored from their copy/);
      const again = await openOptions(extension);
      await addWatch(again, "P1000");
      const watches = await readTable(again, "watches");
      expect(watches.map((watch) => watch.text).toSorted()).toEqual(["Noether", "P1000", "P2300", "rings"]);
      const copy = () => again.evaluate(async () => (await chrome.storage.local.get("list-mirror"))["list-mirror"] as { watchlists: { watches: string[] }[] });
      await expectSoon(async () => (await copy()).watchlists.flatMap((list) => list.watches)).toHaveLength(4);
      await again.close();
      await popup.bringToFront();
      await clickButton(popup, "Got it");
      await expectSoon(() => textOf(popup)).not.toMatch(/restored/);
      await popup.close();
    });
  },
);

inEachBrowser(
  "a permission that is taken and given back in the browser's own page",
  (web) => web.publishIndex(smallIndex()),
  (stage) => {
    it("stops checking, says so, and lets it go on at once", async () => {
      const { extension, web } = stage();
      const popup = await openPopup(extension);
      await waitForStatus(popup, "Checked");
      await forbidHost(extension, "https://wg21.link/*");
      web.forgetArrivals();
      expect(await checkNowAndSettle(popup)).toMatch(/^Could not check/);
      expect(indexRequests(web)).toEqual([]);
      await permitHost(extension, "https://wg21.link/*");
      await until(
        "the request",
        async () => indexRequests(web).length,
        (count) => count > 0,
      );
      await waitForStatus(popup, "Checked");
      await popup.close();
    });
  },
);
