import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import type { CycleOutcome } from "../../../lib/store/database/state-rows.ts";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { indexOf } from "../../store/index-of.ts";
import { pdfDraft } from "../../web/published/sample-drafts.ts";
import { askForRest, loginWall, SOFT_404 } from "../../web/published/whole-host.ts";
import type { Arrival, ScriptedAnswer, Web } from "../../web/web.ts";
import { isBrowsersOwn } from "../browsers/browsers-own-hosts.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { letDaysPass, readProbing, switchDraftsOn, waitForCycles, waitForRound } from "../driving/drive-drafts.ts";
import { addWatch, goToSettings, openOptions } from "../driving/drive-options.ts";
import { checkNowAndSettle, clickButton, openPopup, unfoldStatus, waitForMatches } from "../driving/drive-popup.ts";
import { until } from "../driving/until.ts";
import { textOf, waitForText } from "../driving/wait-for-text.ts";
import { putRow, readTable, ringAlarm } from "../state/browser-state.ts";

const HOST = "isocpp.org";
/** Longer than all that is to be seen meanwhile. */
const REST_S = 1_200;
const SOON_MS = 2_000;
/** Of what arrives: the clocks are the same, their readings are not. */
const CLOCK_MS = 50;
const INDEX = { P0001R0: {}, P0002R0: {}, P0003R4: { title: "Watched for long" } };
/** As long as a paper, so that it may be taken for one. */
const LONG_SOFT_404 = { ...SOFT_404, body: `${SOFT_404.body}${"<p>Try the search.</p>\n".repeat(2_000)}` };
const PDF_FOR_ALL: ScriptedAnswer = { headers: { "content-type": "application/pdf" }, body: Buffer.alloc(40_000) };

const EVERYTHING = /isocpp\.org answered as if every file existed, so its answers were left out\./;
const TROUBLES: [string, ScriptedAnswer, CycleOutcome["kind"], RegExp][] = [
  ["says of every file that it is a page", SOFT_404, "answers-everything", EVERYTHING],
  ["has a long page in the place of every file", LONG_SOFT_404, "answers-everything", EVERYTHING],
  ["has every file there can be", PDF_FOR_ALL, "answers-everything", EVERYTHING],
  ["sends everybody to a page to log in", loginWall(HOST), "answers-everything", EVERYTHING],
  ["has trouble of its own", askForRest(503), "server-error", /isocpp\.org is having problems \(error 503\)\. Next try in/],
  ["breaks every connection off", { reset: true }, "unreachable", /isocpp\.org could not be reached\..* Next try in/],
  ["refuses everybody", { status: 403 }, "refused", /isocpp\.org refused the request \(error 403\)\..* Next try in/],
];

const atHost = ({ arrivals }: Web): Arrival[] => arrivals.filter(({ url }) => new URL(url).hostname === HOST);

/** As if the rest that a bad answer is followed by were over; with two bad ones behind it the next ends a slice. */
async function letRestPass(page: Page, strikes = 2): Promise<void> {
  const lane = (await readTable(page, "lanes")).find(({ host }) => host === HOST);
  if (lane) await putRow(page, "lanes", { ...lane, strikes, nextAt: 0 });
}

/** Opens the popup, waits for these words in it, and closes it. */
async function readInPopup(openPage: () => Promise<Page>, words: RegExp): Promise<void> {
  const popup = await openPage();
  await unfoldStatus(popup);
  await waitForText(popup, words);
  await popup.close();
}

inEachBrowser(
  "a host of drafts in trouble",
  (web) => {
    web.publishIndex(JSON.stringify(indexOf(INDEX)));
    web.answerHost(HOST, SOFT_404);
  },
  (stage) => {
    let page: Page;
    /** Of the next round, which is let begin. */
    const nextRound = async (strikes?: number) => {
      const { endedAt = 0 } = (await readProbing(page))?.last ?? {};
      await letRestPass(page, strikes);
      await letDaysPass(page);
      return waitForRound(page, endedAt);
    };
    const expectNothingRecorded = async () => {
      expect(await readTable(page, "drafts")).toEqual([]);
      expect(await readTable(page, "log")).toEqual([]);
      expect(await readTable(page, "matches")).toEqual([]);
    };

    it("is asked from the beginning", async () => {
      page = await openOptions(stage().extension);
      await addWatch(page, "P0003");
      await addWatch(page, "author:Noether");
      await switchDraftsOn(page);
      await waitForRound(page, 0);
    });

    it.each(TROUBLES)("that %s has nothing recorded, and the popup says so", async (_, answer, kind, words) => {
      const { extension, web } = stage();
      web.answerHost(HOST, answer);
      web.forgetArrivals();
      const state = await nextRound();
      expect(state).toMatchObject({ hasBaseline: false, last: { outcome: { kind }, found: 0 } });
      await expectNothingRecorded();
      await readInPopup(() => openPopup(extension), words);
      expect(atHost(web).length).toBeGreaterThan(0);
      expect(atHost(web).filter(({ method, url }) => method !== "HEAD" || !url.startsWith("https://isocpp.org/files/papers/"))).toEqual([]);
      expect(web.refusals.map(({ host }) => host).filter((host) => !isBrowsersOwn(host))).toEqual([]);
    });

    it("that wants a rest gets it, whoever is in a hurry, and popup and options say so", async () => {
      const { extension, web } = stage();
      web.answerHost(HOST, askForRest(429, REST_S));
      web.forgetArrivals();
      const round = await nextRound();
      expect(round).toMatchObject({ last: { outcome: { kind: "rate-limited" } } });
      const refused = atHost(web).length;
      web.answerHost(HOST, { status: 404 });
      await goToSettings(page, "status", "report");
      await clickButton(page, "Run now: Look for drafts");
      await until(
        "words about the rest",
        () => textOf(page),
        (text) => /Asked to wait until /.test(text) && /Waits until .*, when isocpp\.org may be asked again\./.test(text),
      );
      await readInPopup(() => openPopup(extension), /isocpp\.org asks for fewer requests \(429\)\. PaperScout waits\./);
      const lane = (await readTable(page, "lanes")).find(({ host }) => host === HOST);
      const answeredAt = Math.max(...atHost(web).map(({ endedAt = 0 }) => endedAt));
      expect(lane?.nextAt).toBeGreaterThanOrEqual(answeredAt + REST_S * 1000 - CLOCK_MS);
      expect(atHost(web)).toHaveLength(refused);
      // Most of the rest is over.
      const end = Date.now() + SOON_MS;
      if (lane) await putRow(page, "lanes", { ...lane, nextAt: end, askedUntil: end });
      await ringAlarm(page);
      const next = await until(
        "the request after the rest",
        async () => atHost(web)[refused],
        (arrival) => arrival !== undefined,
      );
      expect(next?.at).toBeGreaterThanOrEqual(end - CLOCK_MS);
      await waitForCycles(page, (round?.cycle ?? 0) + 1);
    });

    it("that never answers delays neither the index nor what is to be told of it", async () => {
      const { extension, web } = stage();
      web.answerHost(HOST, { hang: true });
      web.forgetArrivals();
      // A request hangs no longer than 25 s: what can be done before is.
      const popup = await openPopup(extension);
      const round = nextRound();
      const [hanging] = await until(
        "a request that hangs",
        async () => atHost(web),
        (arrivals) => arrivals.length > 0,
      );
      web.publishIndex(JSON.stringify(indexOf({ ...INDEX, P0004R0: { title: "Rings for everybody", author: "Emmy Noether" } })));
      expect(await checkNowAndSettle(popup)).toMatch(/^Checked/);
      expect((await waitForMatches(popup, 1)).map(({ id }) => id)).toEqual(["P0004R0"]);
      const { notifiedAt = 0 } = (await readTable(popup, "matches"))[0] ?? {};
      expect(notifiedAt).toBeGreaterThan(0);
      // Told while it hung, however long it took to look.
      expect(notifiedAt).toBeLessThan(hanging?.endedAt ?? Number.POSITIVE_INFINITY);
      await popup.close();
      expect(await round).toMatchObject({ last: { outcome: { kind: "timeout" } } });
      await readInPopup(() => openPopup(extension), /isocpp\.org did not answer in time\. Next try in/);
    });

    it("that is well again but for one file is believed, and what is found is told", async () => {
      const { extension, web } = stage();
      web.answerHost(HOST, undefined);
      web.answer("https://isocpp.org/files/papers/D0003R5.html", { status: 403 });
      const about = { id: "D0003R5", title: "Watched for long", authors: ["Sophie Germain"], audience: "LEWG", date: "2026-11-20" };
      web.publishDraft("D0003R5.pdf", pdfDraft(about));
      expect(await nextRound(0)).toMatchObject({ failures: 0, last: { outcome: { kind: "good" }, found: 1, troubles: 1 } });
      await until(
        "the draft to be told",
        async () => (await readTable(page, "matches")).find(({ id }) => id === "D0003R5"),
        (match) => (match?.notifiedAt ?? 0) > 0,
      );
      await readInPopup(() => openPopup(extension), /Watched for long.*D0003R5.*Sophie Germain/s);
      await readInPopup(() => openPopup(extension), /Drafts: asked for \d+ files/);
    });
  },
  { ...completeSettings([]), drafts: false, openStd: false, minutesBetweenNotifications: 0, askGapMs: 20, askJitterPercent: 0, asksAtOnce: 1 },
);
