import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, expect, it } from "vitest";
import { subscriptionAddress } from "../../../lib/feed/subscription.ts";
import { makeKeyFile } from "../../../lib/headless/key-file.ts";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { READ_FEED } from "../../../lib/terms/work-names.ts";
import { growingPapers } from "../../headless/growing-papers.ts";
import { askedByBrowsers, SERVED_AT, servedScout } from "../../headless/served-scout.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { listenForNotifications, notificationsSeen, readTable, ringAlarm } from "../state/browser-state.ts";
import { makeDue } from "../state/let-time-pass.ts";

// A scout of its own process finds what a browser tells: nothing of the feed is made up here.

const STORY_MS = 400_000;
/** Twice as long as a claim may wait to be verified. */
const VERIFIED_MS = 240_000;

const keys = mkdtempSync(join(tmpdir(), "scout-key-"));
const { key } = await makeKeyFile(join(keys, "key"));
const pem = readFileSync(join(keys, "key"), "utf8");
rmSync(keys, { recursive: true });

let scout: Awaited<ReturnType<typeof servedScout>>;
let papers: ReturnType<typeof growingPapers>;

inEachBrowser(
  "a scout",
  async (web) => {
    scout = await servedScout(web, pem);
    papers = growingPapers(web);
    papers.grow();
    await scout.start();
    await until(
      "the first publication, with the page, which would be news by itself",
      () => scout.read(),
      (served) => served?.drafts.length === 1 && served.drafts[0]?.page !== undefined,
    );
  },
  (stage) => {
    let page: Page;
    const row = async () => (await readTable(page, "feeds"))[0];
    const match = async (id: string) => (await readTable(page, "matches")).find((match) => match.id === id);
    afterAll(() => scout.remove());

    it("is heard, and what it knew at first is no news", async () => {
      page = await openOptions(stage().extension);
      await addWatch(page, "author:Noether");
      await until("the first reading", row, (row) => row?.readAt !== undefined);
      expect(await readTable(page, "drafts")).toMatchObject([{ id: "D3001R6", baseline: true, claimedBy: SERVED_AT }]);
      expect(askedByBrowsers(stage().web, "isocpp.org")).toEqual([]);
    });

    it(
      "that is killed goes on where it was and finds a draft; the browser sees that it is there, and tells it once",
      async () => {
        const { web } = stage();
        const before = await scout.read();
        await scout.kill();
        papers.grow();
        // One that stays would look at the index again in ten minutes.
        expect(await scout.round()).toMatchObject({ code: 0, stderr: "" });
        await scout.start();
        expect((await scout.read(before?.payload))?.drafts.find(({ id }) => id === "D3002R6")).toMatchObject({ page: { title: "Rings, part 3002" } });
        await listenForNotifications(page);
        await makeDue(page, `${READ_FEED} ${SERVED_AT}`);
        await ringAlarm(page);
        await until(
          "the find to be told",
          () => match("D3002R6"),
          (match) => (match?.notifiedAt ?? 0) > 0,
          VERIFIED_MS,
        );
        expect(askedByBrowsers(web, "isocpp.org")).toEqual(["HEAD D3002R6.html"]);
        expect(await match("D3002R6")).toMatchObject({ paper: { title: "Rings, part 3002", authors: ["Emmy Noether"] } });
        await expectSoon(() => notificationsSeen(page)).toHaveLength(1);
      },
      STORY_MS,
    );
  },
  { ...completeSettings([]), openStd: false, minutesBetweenNotifications: 0, feeds: subscriptionAddress({ folder: SERVED_AT, keys: [key] }) },
);
