import { setTimeout } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import type { LogRow, Match } from "../../../lib/store/database/schema.ts";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { indexOf } from "../../store/index-of.ts";
import { gaps, mostAtOnce } from "../../web/asking/arrival-gaps.ts";
import { htmlDraft, pdfDraft } from "../../web/published/sample-drafts.ts";
import { isBrowsersOwn } from "../browsers/browsers-own-hosts.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { askAmongKills, checkAmongKills, readProbing, switchDraftsOn, waitForCycles } from "../driving/drive-drafts.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { openPopup } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { textOf } from "../driving/wait-for-text.ts";
import { seededRandom } from "../killing/seeded-random.ts";
import { notifications, readTable } from "../state/browser-state.ts";

const HOST = "isocpp.org";
const GAP_MS = 120;
/** Of what the network may take longer for one request than for a later one: a first one has to make its connection. */
const NETWORK_MS = 500;
const IN_A_ROW = 10;
const KILLS = 6;
const CYCLE_MS = 600_000;
const NOTE_EVERY_MS = 500;
const DAY = 24 * 60 * 60_000;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const dated = (daysAgo: number) => ({ date: new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10) });
const FIRST = {
  P0001R0: dated(30),
  P0002R0: dated(30),
  P0003R4: { ...dated(20), title: "Watched for long" },
  P0004R0: dated(30),
  P0005R1: dated(10),
};
const RINGS = {
  id: "D0009R0",
  title: "Incompleteness for everybody",
  authors: ["Kurt Gödel <kurt@example.org>", "Emmy Noether"],
  audience: "LEWG",
  date: "2026-11-20",
};

inEachBrowser(
  "the life of a draft",
  (web) => {
    web.publishIndex(JSON.stringify(indexOf(FIRST)));
    const old = new Date(Date.now() - 40 * DAY);
    web.publishDraft("D0003R5.pdf", pdfDraft({ ...RINGS, id: "D0003R5", title: "Watched for long", authors: ["Sophie Germain"] }), { lastModified: old });
    web.publishDraft("D0004R1.html", htmlDraft({ ...RINGS, id: "D0004R1", title: "Nobody watches this", authors: ["Leonhard Euler"] }), { lastModified: old });
  },
  (stage) => {
    const random = seededRandom(SEED);
    const pause = () => 150 + random() * 1_200;
    let page: Page;
    const shown = new Set<string>();
    const noteShown = async () => {
      for (const name of Object.keys(await notifications(page))) shown.add(name);
    };
    /** Gives what the work gives, and notes what is shown as long as it goes on: a browser takes that away after a while. */
    const noted = async <Result>(work: Promise<Result>): Promise<Result> => {
      let isOver = false;
      const end = work.finally(() => {
        isOver = true;
      });
      while (!isOver) {
        await noteShown();
        await setTimeout(NOTE_EVERY_MS);
      }
      return end;
    };
    const match = async (id: string): Promise<Match | undefined> => (await readTable(page, "matches")).find((row) => row.id === id);
    const events = async (kind: LogRow["kind"], id: string) =>
      (await readTable(page, "log")).filter((event) => event.kind === kind && "paper" in event && event.paper.id === id);
    const told = (id: string) =>
      noted(
        until(
          `${id} to be told`,
          () => match(id),
          (row) => (row?.notifiedAt ?? 0) > 0,
        ),
      );

    it(
      "begins with what is there, told only to those who watch it, as older",
      async () => {
        page = await openOptions(stage().extension);
        await addWatch(page, "P0003");
        await addWatch(page, "author:Godel");
        await switchDraftsOn(page);
        await waitForCycles(page, 1);
        expect((await readTable(page, "drafts")).map(({ id, baseline }) => [id, baseline])).toEqual([
          ["D0003R5", true],
          ["D0004R1", true],
        ]);
        const found = await told("D0003R5");
        expect(found).toMatchObject({ draft: { older: true, baseline: true }, reasons: [{ kind: "paper", watched: "P0003" }] });
        expect(found?.paper).toMatchObject({ title: "Watched for long", authors: ["Sophie Germain"] });
        expect(await match("D0004R1")).toBeUndefined();
      },
      CYCLE_MS,
    );

    it(
      "is found, read and matched by its author, and told once, whatever is killed meanwhile",
      async () => {
        const { extension, web } = stage();
        console.log(`SEED=${SEED}`);
        await noteShown();
        const before = shown.size;
        web.publishDraft("D0009R0.html", htmlDraft(RINGS));
        web.publishDraft("D0009R0.pdf", pdfDraft(RINGS));
        await noted(askAmongKills(extension, page, KILLS, pause));
        const found = await told("D0009R0");
        expect(found).toMatchObject({
          kind: "draft-read",
          paper: { title: RINGS.title, authors: ["Kurt Gödel", "Emmy Noether"], audience: ["LEWG"] },
          reasons: [{ kind: "author", watched: "Godel", found: "Kurt Gödel" }],
        });
        expect(found?.draft).not.toHaveProperty("older");
        expect(await events("draft-found", "D0009R0")).toHaveLength(1);
        expect((await readTable(page, "drafts")).find(({ id }) => id === "D0009R0")?.files).toHaveLength(2);
        await noteShown();
        expect(shown.size).toBe(before + 1);
        const popup = await openPopup(extension);
        await expectSoon(() => textOf(popup, '[data-key="P0009"]')).toMatch(/Draft/);
        await popup.close();
      },
      CYCLE_MS,
    );

    it(
      "is told again when it was uploaded anew, once",
      async () => {
        const { extension, web } = stage();
        const before = shown.size;
        web.publishDraft("D0009R0.html", htmlDraft({ ...RINGS, title: "Incompleteness for nobody" }), { lastModified: new Date(Date.now() + 5_000) });
        await noted(askAmongKills(extension, page, KILLS, pause));
        const changed = await noted(
          until(
            "the change to be told",
            () => match("D0009R0"),
            (row) => row?.kind === "draft-changed" && row.notifiedAt > 0 && row.paper.title === "Incompleteness for nobody",
          ),
        );
        expect(changed?.readAt).toBe(0);
        expect(await events("draft-changed", "D0009R0")).toHaveLength(1);
        await noteShown();
        expect(shown.size).toBe(before + 1);
      },
      CYCLE_MS,
    );

    it(
      "becomes a paper, which says what it was, told once whatever is killed meanwhile",
      async () => {
        const { extension, web } = stage();
        const before = shown.size;
        web.publishIndex(JSON.stringify(indexOf({ ...FIRST, P0009R0: { ...dated(0), title: "Incompleteness for nobody", author: "Kurt Gödel" } })));
        await noted(checkAmongKills(extension, page, KILLS, () => 30 + random() * 300));
        const published = await noted(
          until(
            "the paper to be told",
            () => match("P0009R0"),
            (row) => (row?.notifiedAt ?? 0) > 0 && row?.from !== undefined,
          ),
        );
        expect(published).toMatchObject({ from: { id: "D0009R0", days: 0 }, reasons: [{ kind: "author" }, { kind: "published", watched: "D0009R0" }] });
        expect(await events("draft-published", "P0009R0")).toHaveLength(1);
        expect((await readTable(page, "drafts")).find(({ id }) => id === "D0009R0")).toMatchObject({ publishedAs: "P0009R0" });
        await noteShown();
        expect(shown.size).toBe(before + 1);
        const popup = await openPopup(extension);
        await expectSoon(() => textOf(popup, '[data-key="P0009"]')).toMatch(/D0009R0/);
        await expectSoon(() => popup.$eval('[data-key="P0009"] a[href$="D0009R0.html"]', (link) => (link as HTMLAnchorElement).protocol)).toBe("https:");
        await popup.close();
      },
      CYCLE_MS,
    );

    it(
      "is gone when it is missing twice, which nobody is told of and its match says",
      async () => {
        const { extension, web } = stage();
        for (const name of ["D0003R5.pdf", "D0009R0.html", "D0009R0.pdf"]) web.removeDraft(name);
        await askAmongKills(extension, page, KILLS, pause);
        expect(await events("draft-gone", "D0003R5")).toEqual([]);
        await askAmongKills(extension, page, 0, pause);
        expect(await events("draft-gone", "D0003R5")).toHaveLength(1);
        const popup = await openPopup(extension);
        await popup.waitForFunction(() => /no longer there/.test((document.querySelector('[data-key="P0003"]') as HTMLElement | null)?.innerText ?? ""));
        await popup.close();
        const before = shown.size;
        await noteShown();
        expect(shown.size).toBe(before);
      },
      CYCLE_MS,
    );

    it("was asked for politely: one after the other, without cookies, and no other host", async () => {
      const { web } = stage();
      const asked = web.arrivals.filter(({ url }) => new URL(url).hostname === HOST);
      expect(asked.length).toBeGreaterThan(60);
      const between = gaps(web.arrivals, HOST);
      const spans = between.slice(IN_A_ROW - 1).map((_, at) => between.slice(at, at + IN_A_ROW).reduce((sum, gap) => sum + gap, 0));
      expect(Math.min(...spans)).toBeGreaterThanOrEqual(IN_A_ROW * GAP_MS - NETWORK_MS);
      expect(mostAtOnce(web.arrivals, HOST)).toBeLessThanOrEqual(2);
      expect(asked.filter(({ headers }) => "cookie" in headers)).toEqual([]);
      expect(asked.filter(({ method, url }) => method === "GET" && !/D000[349]R\d\.(pdf|html)$/.test(url))).toEqual([]);
      expect(web.refusals.map(({ host }) => host).filter((host) => !isBrowsersOwn(host))).toEqual([]);
      expect((await readProbing(page))?.today.asked).toBeLessThanOrEqual(asked.length);
    });
  },
  { ...completeSettings([]), drafts: false, openStd: false, minutesBetweenNotifications: 0, askGapMs: GAP_MS, askJitterPercent: 0 },
);
