import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "puppeteer-core";
import type { PaperText } from "../../../lib/document/document.ts";
import { readIndex } from "../../../lib/papers/index/read-index.ts";
import { isPaper } from "../../../lib/papers/paper.ts";
import { seriesOfId } from "../../../lib/papers/series.ts";
import { putText } from "../../browser/looking/seed-texts.ts";
import { median } from "../report.ts";
import { BLANK_PAGE } from "../ui/blank-page.ts";
import { clockNextDocument, longestTask, readClock } from "../ui/page-clock.ts";
import { peakHeap } from "../ui/peak-heap.ts";
import { scrollThrough } from "../ui/scroll-through.ts";
import { type Stage, setStage } from "../ui/stage.ts";
import { clockThread, hearThread, letGo, readThreadTimes, threadThatHolds } from "./clock-thread.ts";

/** Names of files. */
export interface Pair {
  before: string;
  after: string;
}

/** Of one pair, medians of its runs; of the longest task the longest. */
export interface Speed {
  after: string;
  readMs: number;
  compareMs: number;
  threadMs: number;
  /** What the thread worked for it, whatever else the machine does; undefined where the system does not say. */
  workedMs: number | undefined;
  /** And the page in its longest task, as it opens and draws. */
  taskMs: number;
  drawnMs: number;
  longestTaskMs: number;
}

/** Of the largest pair: bytes at the worst moment. */
export interface Weight {
  /** What the heap of the thread has grown to by its answer. */
  thread: number;
  page: number;
  /** What of the memory of the page's process is there only while changes are; undefined where the system does not say. */
  process: number | undefined;
  screens: number;
  gaps: number;
  scrollTaskMs: number;
}

const PAPERS = "bench-papers";
/** A change; where hardly anything is the same, or nothing changed, what is said of it. */
const DRAWN = ".changed-text .changed, .changes .note button, .changes:not(:has(#changed-sections))";
const SEEN = ".changed-text .changed, .changed-text .fold";
/** Nothing more is drawn by then. */
const QUIET_MS = 600;

/** How soon these pairs are read, compared and drawn, in a browser, with a build. */
export async function measureSpeed(folder: string, pairs: Pair[], { build, index, runs }: { build: string; index: string; runs: number }) {
  const papers = [...readIndex(Object.entries(JSON.parse(index))).entries.values()].filter(isPaper);
  const stage = await setStage(build, index, papers, 0, (copy) => {
    clockThread(copy);
    mkdirSync(join(copy, PAPERS));
    for (const file of pairs.flatMap(({ before, after }) => [before, after])) copyFileSync(join(folder, file), join(copy, PAPERS, file));
  });
  const reader = readdirSync(join(build, "chunks")).find((name) => name.startsWith("document-readers-"));
  if (!reader) throw new Error(`There is no reader of documents in ${build}.`);
  try {
    const reading = await stage.browser().newPage();
    // The code that reads comes with that of the document for heavy work, which closes itself when it has none.
    await reading.evaluateOnNewDocument(() => {
      globalThis.close = () => {};
    });
    await reading.goto(`${stage.root}${BLANK_PAGE}`);
    const speeds: Speed[] = [];
    let largest: { pair: Pair; size: number } | undefined;
    for (const pair of pairs) {
      const reads = [];
      for (let run = 0; run < runs; run++) reads.push(await readBoth(reading, stage.root, reader, pair));
      const [{ texts } = { texts: [] }] = reads;
      for (const [place, text] of texts.entries()) await putText(reading, idOf(place === 0 ? pair.before : pair.after), text, Date.now());
      const size = texts.reduce((sum, text) => sum + JSON.stringify(text).length, 0);
      if (size > (largest?.size ?? 0)) largest = { pair, size };
      const opened = [];
      for (let run = 0; run < runs; run++) opened.push(await open(stage, pair));
      const of = <Key extends string>(rows: Record<Key, number>[], key: Key) => median(rows.map((row) => row[key]));
      // All of it takes minutes.
      console.error(`${pair.after} (${speeds.length + 1} of ${pairs.length}): ${Math.round(of(opened, "compareMs"))} ms`);
      speeds.push({
        after: pair.after,
        readMs: of(reads, "ms"),
        compareMs: of(opened, "compareMs"),
        threadMs: of(opened, "threadMs"),
        ...(await workFor(stage, pair)),
        drawnMs: of(opened, "firstRowMs"),
        longestTaskMs: Math.max(...opened.map(({ longestTaskMs }) => longestTaskMs)),
      });
    }
    return { speeds, weight: largest && { of: basename(largest.pair.after), ...(await weigh(stage, largest.pair)) } };
  } finally {
    await stage.close();
  }
}

/** By the code of the build that reads in a document of the extension. */
async function readBoth(page: Page, root: string, reader: string, { before, after }: Pair): Promise<{ ms: number; texts: PaperText[] }> {
  return page.evaluate(
    async (module, files) => {
      const { readDocumentText } = (await import(module)) as typeof import("../../../lib/background/surroundings/document-readers.ts");
      const bytes = await Promise.all(files.map(async (file) => new Uint8Array(await (await fetch(file)).arrayBuffer())));
      const begun = performance.now();
      const texts = [];
      for (const one of bytes) {
        const reading = await readDocumentText(one, "");
        if (!reading.ok) throw new Error(reading.problem);
        texts.push(reading.text);
      }
      return { ms: performance.now() - begun, texts };
    },
    `${root}chunks/${reader}`,
    [before, after].map((file) => `${root}${PAPERS}/${file}`),
  );
}

async function open(stage: Stage, pair: Pair) {
  const page = await opened(stage, pair, false);
  await untilQuiet(page);
  const times = { ...(await readClock(page)), ...(await readThreadTimes(page)) };
  await page.close();
  return times;
}

async function opened(stage: Stage, pair: Pair, holds: boolean): Promise<Page> {
  const page = await stage.browser().newPage();
  await hear(page, holds);
  await page.goto(`${stage.root}${pathOf(pair)}`);
  return page;
}

async function hear(page: Page, holds: boolean): Promise<void> {
  await clockNextDocument(page, DRAWN);
  await hearThread(page, holds);
}

/** Pieces come one after the other. */
async function untilQuiet(page: Page): Promise<void> {
  await page.evaluate(
    (quietMs) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, quietMs);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, quietMs);
        }).observe(document, { childList: true, subtree: true });
      }),
    QUIET_MS,
  );
}

/** What thread and page work for it, whatever else the machine does: from the question to the answer, and in the longest task of the page. */
async function workFor(stage: Stage, pair: Pair): Promise<{ workedMs: number | undefined; taskMs: number }> {
  const page = await stage.browser().newPage();
  await hear(page, true);
  await page.tracing.start({ categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await page.goto(`${stage.root}${pathOf(pair)}`);
  const process = await largestRenderer(page);
  const worker = await threadThatHolds(page, "heldQuestion");
  const before = process && workedBy(process);
  await letGo(worker, "heldQuestion");
  await threadThatHolds(page, "heldAnswer");
  const after = process && workedBy(process);
  await letGo(worker, "heldAnswer");
  await readClock(page);
  await untilQuiet(page);
  const taskMs = longestTaskIn((await page.tracing.stop()) ?? new Uint8Array(), process);
  await page.close();
  return { workedMs: before === undefined || after === undefined ? undefined : after - before, taskMs };
}

/** What the youngest worker of a process has worked so far, ms: Linux says that of each thread. */
function workedBy(process: number): number | undefined {
  const tasks = `/proc/${process}/task`;
  const workers = readdirSync(tasks).filter((id) => readFileSync(`${tasks}/${id}/comm`, "utf8").startsWith("DedicatedWorker"));
  const youngest = workers.sort((a, b) => Number(b) - Number(a))[0];
  return youngest === undefined ? undefined : Number(readFileSync(`${tasks}/${youngest}/schedstat`, "utf8").split(" ")[0]) / 1_000_000;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** What of it the thread worked, µs. */
  tdur?: number;
  args: { name?: string };
}

/** The longest work in one task of a main thread, ms; of that process where it is known. */
function longestTaskIn(trace: Uint8Array, process: number | undefined): number {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const mains = traceEvents.filter(
    ({ name, pid, args }) => name === "thread_name" && args.name === "CrRendererMain" && (process === undefined || pid === process),
  );
  const isMain = ({ pid, tid }: TraceEvent) => mains.some((main) => main.pid === pid && main.tid === tid);
  const tasks = traceEvents.filter((event) => event.name.endsWith("RunTask") && isMain(event));
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1_000), 0);
}

/** The thread holds its answer while it is weighed, then the page draws all of it and is scrolled through. */
async function weigh(stage: Stage, pair: Pair): Promise<Weight> {
  const page = await opened(stage, pair, true);
  await letGo(await threadThatHolds(page, "heldQuestion"), "heldQuestion");
  const worker = await threadThatHolds(page, "heldAnswer");
  // What it has taken from the system: more than it held at any one moment.
  const { totalSize: thread } = await worker.client.send("Runtime.getHeapUsage");
  const peak = await peakHeap(page, async () => {
    await letGo(worker, "heldAnswer");
    await readClock(page);
    await untilQuiet(page);
  });
  // What stands before the text is another list.
  await page.evaluate(() => document.querySelector(".changed-text")?.scrollIntoView());
  const scrolled = await scrollThrough(page, SEEN);
  const scrollTaskMs = await longestTask(page);
  await page.close();
  return { thread, page: peak.page, process: await processBytes(stage, pair), screens: scrolled.screens, gaps: scrolled.gaps, scrollTaskMs };
}

/** From the page of the paper to that of its changes: by how much the process was larger at the worst moment. Linux alone says that. */
async function processBytes(stage: Stage, pair: Pair): Promise<number | undefined> {
  const page = await stage.browser().newPage();
  await page.goto(`${stage.root}library.html#/${seriesOfId(idOf(pair.after))}`);
  await page.waitForSelector("main h1");
  await untilQuiet(page);
  const cdp = await page.createCDPSession();
  await cdp.send("HeapProfiler.collectGarbage");
  const process = await largestRenderer(page);
  if (process === undefined) return undefined;
  const before = memoryOf(process, "VmRSS");
  // Has the system forget how large it was.
  writeFileSync(`/proc/${process}/clear_refs`, "5");
  await page.evaluate((path) => location.assign(path), `${stage.root}${pathOf(pair)}`);
  await page.waitForSelector(DRAWN);
  await untilQuiet(page);
  const most = memoryOf(process, "VmHWM");
  await page.close();
  return most - before;
}

/** The process of the extension's pages. */
async function largestRenderer(page: Page): Promise<number | undefined> {
  const browser = await page.browser().target().createCDPSession();
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  await browser.detach();
  const renderers = processInfo.flatMap(({ type, id }) => (type === "renderer" && existsSync(`/proc/${id}/clear_refs`) ? id : []));
  return renderers.sort((a, b) => memoryOf(b, "VmRSS") - memoryOf(a, "VmRSS"))[0];
}

/** What Linux says of a process, in bytes. */
function memoryOf(process: number, field: "VmRSS" | "VmHWM"): number {
  const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${process}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

function pathOf({ before, after }: Pair): string {
  return `library.html#/${seriesOfId(idOf(after))}/changes/${idOf(before)}..${idOf(after)}`;
}

/** The files are named after their papers. */
function idOf(file: string): string {
  const [id] = /^[PD]\d{3,5}R\d{1,3}(?!\d)/i.exec(basename(file)) ?? [];
  if (id === undefined) throw new Error(`${file} is named after no paper.`);
  return id;
}
