import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Page } from "puppeteer-core";
import { readIndex } from "../../lib/papers/index/read-index.ts";
import { isPaper } from "../../lib/papers/paper.ts";
import { type PageBytes, pageBytes } from "../../scripts/figures/page-bytes.ts";
import { INDEX_ONLY, launchWith } from "../browser/browsers/choose-settings.ts";
import { launchExtension } from "../browser/browsers/launch-extension.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "../browser/driving/drive-popup.ts";
import { sampleData, sharedData } from "../data.ts";
import { startWeb } from "../web/web.ts";
import { median, printReport, type Target } from "./report.ts";
import { BLANK_PAGE, copyWithBlankPage } from "./ui/blank-page.ts";
import { clockNextDocument, longestTask, type PageTimes, readClock } from "./ui/page-clock.ts";
import { type PeakHeap, peakHeap } from "./ui/peak-heap.ts";
import { scrollThrough } from "./ui/scroll-through.ts";
import { fairQueries, measureSearchQuality } from "./ui/search-quality.ts";
import { matchesOf, seedMatches } from "./ui/seed-matches.ts";
import { resultsSinceOpening, typeOnOpening } from "./ui/type-on-opening.ts";
import { typeQueries, typeSteadily } from "./ui/type-queries.ts";

// What a person waits for: the popup's first row, search as one types, the library's list; and what each page weighs.

const BUILD = resolve(import.meta.dirname, "../../.output/chrome-mv3");
const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;
const LONG_TASK_MS = 50;
const LIBRARY_QUERIES = 50;
/** A tenth of what counts as good on the web. */
const LAYOUT_SHIFT = 0.01;
/** What jumps does so soon after the first row. */
const SETTLED_MS = 300;
/** Of which the heap is looked at: looking takes time from what is measured. */
const QUERIES_WEIGHED = 50;
const ROW = ".match";
const LIBRARY_ROW = ".windowed > li";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    index: { type: "string" },
    runs: { type: "string", default: "20" },
    matches: { type: "string", default: "1000" },
    queries: { type: "string", default: "500" },
  },
});
const real = values.index ?? sharedData("index-scale-30k.json");
const file = real ?? sampleData("index.json");
if (!real) console.error("The real data is not here; the project's small sample stands in, so the figures mean little.");
const body = readFileSync(file, "utf8");
const papers = [...readIndex(Object.entries(JSON.parse(body))).entries.values()].filter(isPaper);
const quality = measureSearchQuality(papers, { queries: Number(values.queries) });
const queries = fairQueries(papers, Number(values.queries), 2);

const folder = mkdtempSync(join(tmpdir(), "paperscout-ui-"));
copyWithBlankPage(BUILD, folder);
const web = await startWeb();
web.publishIndex(body);
const extension = await launchWith(web, INDEX_ONLY, () => launchExtension("chrome", { proxy: web.proxy, buildFolder: folder }));
const tasks: Record<string, number> = {};
let root = "";
try {
  const first = await openPopup(extension);
  await waitForStatus(first, "Checked", 60_000);
  await waitUntilSettled(first);
  await seedMatches(first, matchesOf(papers, Number(values.matches), Date.now()));
  root = first.url().replace(/popup\.html.*/, "");
  await first.close();

  const popup: PageTimes[] = [];
  const blank: PageTimes[] = [];
  const library: PageTimes[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    blank.push(await timeOf(BLANK_PAGE, ROW));
    popup.push(await timeOf("popup.html", ROW));
    library.push(await timeOf("library.html", LIBRARY_ROW));
  }
  tasks["popup opens"] = Math.max(...popup.map(({ longestTaskMs }) => longestTaskMs));
  tasks["library opens"] = Math.max(...library.map(({ longestTaskMs }) => longestTaskMs));

  const sinceOpening: number[] = [];
  const firstHits: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const page = await clocked("popup.html", ROW);
    const letter = queries[run % queries.length]?.exact.slice(0, 1) ?? "a";
    firstHits.push(...(await typeQueries(page, [letter])));
    await page.close();
    const opened = await extension.browser.newPage();
    await typeOnOpening(opened, letter);
    await opened.goto(`${root}popup.html`);
    sinceOpening.push(await resultsSinceOpening(opened));
    await opened.close();
  }
  const searching = await clocked("popup.html", ROW);
  const keys = (
    await typeQueries(
      searching,
      queries.map(({ exact, mistyped }, place) => (place % 2 === 0 ? exact : mistyped)),
    )
  ).sort((a, b) => a - b);
  tasks.search = await longestTask(searching);
  const scrolledPopup = await clocked("popup.html", ROW);
  const popupScroll = await scrollThrough(scrolledPopup, ROW);
  tasks["popup scrolls"] = await longestTask(scrolledPopup);
  const heap = await heapOf(scrolledPopup);
  const peaks = {
    popupScrolls: await weighed("popup.html", ROW, (page) => scrollThrough(page, ROW)),
    popupSearches: await weighed("popup.html", ROW, (page) =>
      typeQueries(
        page,
        queries.slice(0, QUERIES_WEIGHED).map(({ exact }) => exact),
      ),
    ),
    libraryScrolls: await weighed("library.html", LIBRARY_ROW, (page) => scrollThrough(page, LIBRARY_ROW)),
  };
  const scrolledLibrary = await clocked("library.html", LIBRARY_ROW);
  const libraryScroll = await scrollThrough(scrolledLibrary, LIBRARY_ROW);
  tasks["library scrolls"] = await longestTask(scrolledLibrary);

  const searchedLibrary = await clocked("library.html", LIBRARY_ROW);
  await typeSteadily(
    searchedLibrary,
    queries.slice(0, LIBRARY_QUERIES).map(({ exact }) => exact),
  );
  tasks["library searches"] = await longestTask(searchedLibrary);

  const bytes = Object.fromEntries(
    ["background.js", "popup.html", "options.html", "library.html", "welcome.html"].map((entry) => [entry, pageBytes(BUILD, entry)]),
  );
  const pdf = ["background.js", "popup.html"].flatMap((entry) => bytes[entry]?.first.files.filter((file) => /pdf/.test(file)) ?? []);
  const ratio = median(popup.map(({ firstRowMs }, run) => firstRowMs / (blank[run]?.firstRowMs ?? Number.NaN)));
  const kilobytes = (entry: string, what: keyof PageBytes) => (bytes[entry]?.[what].bytes ?? Number.NaN) / KILOBYTE;
  const megabytes = (bytes: number) => whole(bytes / MEGABYTE);
  const targets: Target[] = [
    { name: "popup's first row / first row of a blank page", value: ratio, unit: "x", limit: 2.5 },
    ...Object.entries(tasks).map(([what, value]) => ({ name: `longest task of the main thread, ${what}`, value, unit: "ms", limit: LONG_TASK_MS })),
    { name: "words of a paper that do not find it among ten", value: (1 - quality.exact) * 100, unit: "%", limit: 5 },
    { name: "the same with one slip of the hand", value: (1 - quality.mistyped) * 100, unit: "%", limit: 10 },
    { name: "library: screens scrolled to with a gap", value: libraryScroll.gaps, unit: "", limit: 0 },
    { name: "popup: screens scrolled to with a gap", value: popupScroll.gaps, unit: "", limit: 0 },
    { name: "popup: layout shift as it opens", value: Math.max(...popup.map(({ layoutShift }) => layoutShift)), unit: "", limit: LAYOUT_SHIFT },
    { name: "library: layout shift as it opens", value: Math.max(...library.map(({ layoutShift }) => layoutShift)), unit: "", limit: LAYOUT_SHIFT },
    { name: "background, gzipped", value: kilobytes("background.js", "first"), unit: "kB", limit: 80 },
    { name: "popup in all, gzipped", value: kilobytes("popup.html", "all"), unit: "kB", limit: 70 },
    { name: "files of the PDF reader in either", value: pdf.length, unit: "", limit: 0 },
  ];
  const details = {
    index: basename(file),
    papers: papers.length,
    series: quality.series,
    runs: values.runs,
    matches: values.matches,
    "popup's first row, median (ms)": whole(median(popup.map(({ firstRowMs }) => firstRowMs))),
    "blank page's first row, median (ms)": whole(median(blank.map(({ firstRowMs }) => firstRowMs))),
    "library's first row, median (ms)": whole(median(library.map(({ firstRowMs }) => firstRowMs))),
    "first result after opening the popup, from the first letter, median (ms)": whole(median(firstHits)),
    "the same from the popup's opening, median (ms)": whole(median(sinceOpening)),
    "letters typed": keys.length,
    "results for a letter, p50 / p95 (ms)": `${whole(at(keys, 0.5))} / ${whole(at(keys, 0.95))}`,
    "search alone in Node, p50 / p95 (ms)": `${quality.keystroke.p50.toFixed(1)} / ${quality.keystroke.p95.toFixed(1)}`,
    "search gets ready in Node (ms)": whole(quality.build),
    "found with a slip, by kind (%)": Object.entries(quality.mistypedBy)
      .map(([slip, share]) => `${slip} ${whole(share * 100)}`)
      .join(", "),
    "screens scrolled, popup / library": `${popupScroll.screens} / ${libraryScroll.screens}`,
    "rows in the popup at its end": popupScroll.rows,
    "heap of the popup, all rows drawn (MB)": megabytes(heap),
    "peak heap of the popup as it scrolls (MB)": megabytes(peaks.popupScrolls.page),
    "peak heap of the popup as it searches (MB)": megabytes(peaks.popupSearches.page),
    "peak heap of its search's thread (MB)": megabytes(peaks.popupSearches.workers),
    "peak heap of the library as it scrolls (MB)": megabytes(peaks.libraryScrolls.page),
    "peak heap of its threads (MB)": megabytes(peaks.libraryScrolls.workers),
    ...Object.fromEntries(
      Object.keys(bytes).map((entry) => [
        `${entry}, gzipped: at first / in all (kB)`,
        `${whole(kilobytes(entry, "first"))} / ${whole(kilobytes(entry, "all"))}`,
      ]),
    ),
  };
  process.exitCode = printReport({ name: "ui", targets, details }, values.json);
} finally {
  await extension.close();
  await web.close();
  rmSync(folder, { recursive: true });
}

/** A page of the extension on which the clock has run from its beginning, and whose first row is there. */
async function clocked(path: string, selector: string): Promise<Page> {
  const page = await extension.browser.newPage();
  await clockNextDocument(page, selector);
  await page.goto(`${root}${path}`);
  await readClock(page);
  return page;
}

async function timeOf(path: string, selector: string): Promise<PageTimes> {
  const page = await clocked(path, selector);
  await setTimeout(SETTLED_MS);
  const times = await readClock(page);
  await page.close();
  return times;
}

/** What the heaps of a page hold at most while that is done on it. */
async function weighed(path: string, selector: string, work: (page: Page) => Promise<unknown>): Promise<PeakHeap> {
  const page = await clocked(path, selector);
  const peak = await peakHeap(page, () => work(page));
  await page.close();
  return peak;
}

/** Bytes of the page's heap after a collection. */
async function heapOf(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send("HeapProfiler.collectGarbage");
  return (await cdp.send("Runtime.getHeapUsage")).usedSize;
}

function at(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function whole(value: number): number {
  return Number(value.toPrecision(3));
}
