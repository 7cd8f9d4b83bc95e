import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { Paper } from "../../../lib/papers/paper.ts";
import type { Extension } from "../../browser/browsers/extension.ts";
import { launchExtension } from "../../browser/browsers/launch-extension.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "../../browser/driving/drive-popup.ts";
import { INDEX_ONLY, launchWith } from "../../browser/state/choose-settings.ts";
import { startWeb } from "../../web/web.ts";
import { copyWithBlankPage } from "./blank-page.ts";
import { clockNextDocument, type PageTimes, readClock } from "./page-clock.ts";
import { type PeakHeap, peakHeap } from "./peak-heap.ts";
import { matchesOf, seedMatches } from "./seed-matches.ts";

/** What jumps does so soon after the first row. */
const SETTLED_MS = 300;
/** What a browser does as it starts is over by then. */
const STARTED_MS = 2_000;

/** A build in a browser that knows the index and has matches. */
export interface Stage {
  browser(): Extension["browser"];
  /** "chrome-extension://…/". */
  root: string;
  /** A page of the extension on which the clock has run from its beginning, and whose first row is there. */
  clocked(path: string, selector: string): Promise<Page>;
  /** How such a page opens. */
  timeOf(path: string, selector: string): Promise<PageTimes>;
  /** What the heaps of a page hold at most while that is done on it. */
  weighed(path: string, selector: string, work: (page: Page) => Promise<unknown>): Promise<PeakHeap>;
  stopBackground(): Promise<void>;
  /** Starts the browser anew, with all that it knew. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** `prepare` may change the copy of the build that is used. */
export async function setStage(build: string, index: string, papers: readonly Paper[], matches: number, prepare?: (copy: string) => void): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "paperscout-ui-"));
  const [buildFolder, profile] = [join(folder, "build"), join(folder, "profile")];
  copyWithBlankPage(build, buildFolder);
  prepare?.(buildFolder);
  const web = await startWeb();
  web.publishIndex(index);
  const launch = (isRestart: boolean) => launchExtension("chrome", { proxy: web.proxy, buildFolder, profile, isRestart });
  let extension = await launchWith(web, INDEX_ONLY, () => launch(false));
  const first = await openPopup(extension);
  await waitForStatus(first, "Checked", 60_000);
  await waitUntilSettled(first);
  await seedMatches(first, matchesOf(papers, matches, Date.now()));
  const root = first.url().replace(/popup\.html.*/, "");
  await first.close();

  async function clocked(path: string, selector: string): Promise<Page> {
    const page = await extension.browser.newPage();
    await clockNextDocument(page, selector);
    await page.goto(`${root}${path}`);
    await readClock(page);
    return page;
  }

  return {
    browser: () => extension.browser,
    root,
    clocked,
    async timeOf(path, selector) {
      const page = await clocked(path, selector);
      await setTimeout(SETTLED_MS);
      const times = await readClock(page);
      await page.close();
      return times;
    },
    async weighed(path, selector, work) {
      const page = await clocked(path, selector);
      const peak = await peakHeap(page, () => work(page));
      await page.close();
      return peak;
    },
    stopBackground: () => extension.killBackground(),
    async restart() {
      await extension.close();
      extension = await launch(true);
      await setTimeout(STARTED_MS);
    },
    async close() {
      await extension.close();
      await web.close();
      rmSync(folder, { recursive: true, maxRetries: 5 });
    },
  };
}
