import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { Extension } from "../../browser/browsers/extension.ts";
import { launchExtension } from "../../browser/browsers/launch-extension.ts";
import { openPopup, waitForStatus, waitUntilSettled } from "../../browser/driving/drive-popup.ts";
import { until } from "../../browser/driving/until.ts";
import { smallIndex } from "../../browser/published/small-index.ts";
import { alarms, readTable } from "../../browser/state/browser-state.ts";
import { INDEX_ONLY, launchWith } from "../../browser/state/choose-settings.ts";
import { startWeb } from "../../web/web.ts";

// The production build of PaperScout in Chromium, measured from a page of it.

/** What a slice does last is to ask the database, the session or the alarm, or to draw the badge. Put before the build's first line, and nothing else is changed. */
const NOTE_LAST = `globalThis.lastDone = 0;
{ const note = (answer) => { globalThis.lastDone = Date.now(); return answer; };
  for (const [area, name] of [[chrome.alarms, "get"], [chrome.action, "setTitle"], [chrome.storage.session, "get"]]) {
    const act = area[name];
    area[name] = (...args) => {
      const then = args.at(-1);
      if (typeof then !== "function") return act.apply(area, args).then(note);
      return act.call(area, ...args.slice(0, -1), (answer) => then(note(answer)));
    };
  }
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const made = transaction.apply(this, args);
    made.addEventListener("complete", () => void note());
    return made;
  };
}
`;
const ASLEEP_AFTER_MS = 400;
const ROUNDS_BETWEEN_LOOKS = 10;
/** Of a listener that is not there. */
const ARGS = { cursor: "bench" };
const MATCHER = "matcher";
const WATCHES = [
  { kind: "author", text: "Ada Example" },
  { kind: "title", text: "zygohistomorphic" },
  { kind: "paper", text: "P2300" },
];

export interface RealWorker {
  /** From the message of a page that wakes the stopped worker until it has looked that nothing is due and how things stand, ms, in so many rounds. */
  wakes(rounds: number): Promise<number[]>;
  /** How long pages wait for an answer to "Check now", ms, while so many jobs wait to be done. */
  answers(jobs: number, rounds: number): Promise<{ times: number[]; done: number }>;
  /** The same for as long as so many logged events are heard again, and held against watches of all kinds. */
  answersHearing(events: number): Promise<{ times: number[]; done: number }>;
  close(): Promise<void>;
}

/** Starts the production build in that folder on a web of its own, and lets it end its first check. */
export async function startRealWorker(build: string): Promise<RealWorker> {
  const buildFolder = await mkdtemp(join(tmpdir(), "paperscout-work-"));
  await cp(build, buildFolder, { recursive: true });
  const worker = join(buildFolder, "background.js");
  await writeFile(worker, NOTE_LAST + (await readFile(worker, "utf8")));
  const web = await startWeb();
  web.publishIndex(smallIndex());
  const extension = await launchWith(web, INDEX_ONLY, () => launchExtension("chrome", { buildFolder, proxy: web.proxy }));
  const page = await openPopup(extension);
  await waitForStatus(page, "Checked");
  await waitUntilSettled(page);
  return {
    wakes: (rounds) => measureWakes(extension, page, rounds),
    answers: (jobs, rounds) => measureAnswers(page, jobs, rounds),
    answersHearing: (events) => measureHearing(page, events),
    async close() {
      await extension.close();
      await web.close();
      await rm(buildFolder, { recursive: true });
    },
  };
}

async function measureWakes(extension: Extension, page: Page, rounds: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < rounds) {
    await pause(ASLEEP_AFTER_MS);
    await extension.killBackground();
    const wokenAt = Date.now();
    await send(page, "lookNow");
    times.push((await lastDone(extension)) - wokenAt);
  }
  // Had something been due, this would be the price of something else.
  if ((await alarms(page)).some(({ at }) => at < Date.now() + 60_000)) throw new Error("something was due meanwhile");
  return times;
}

/** When the worker did something last and nothing more for a while, epoch ms. */
async function lastDone(extension: Extension): Promise<number> {
  const target = await extension.browser.waitForTarget((target) => target.type() === "service_worker" && target.url().endsWith("/background.js"));
  const worker = await target.worker();
  const noted = async () => (await worker?.evaluate(() => (globalThis as unknown as { lastDone: number }).lastDone)) ?? 0;
  return until("the end of the slice", noted, (at) => at > 0 && Date.now() - at > ASLEEP_AFTER_MS);
}

async function measureAnswers(page: Page, jobs: number, rounds: number): Promise<{ times: number[]; done: number }> {
  await putJobs(page, jobs);
  const done = async () =>
    (await readTable(page, "jobs")).filter(({ args, state }) => (args as typeof ARGS | undefined)?.cursor === ARGS.cursor && state === "done").length;
  await send(page, "lookNow");
  return { times: await checkAgainAndAgain(page, rounds), done: await done() };
}

async function measureHearing(page: Page, events: number): Promise<{ times: number[]; done: number }> {
  for (const watch of WATCHES)
    await page.evaluate(async (watch) => void (await chrome.runtime.sendMessage({ id: 0, type: "addWatch", data: { watch }, timestamp: Date.now() })), watch);
  await putRows(page, "log", Array.from({ length: events }, loggedPaper));
  const heard = async () => (await readTable(page, "cursors")).find(({ name }) => name === MATCHER)?.done ?? 0;
  await page.evaluate(
    async (name) => void (await chrome.runtime.sendMessage({ id: 0, type: "resetListener", data: { name }, timestamp: Date.now() })),
    MATCHER,
  );
  await until("the first events to be heard again", heard, (done) => done > 0 && done < events);
  const heardOf: { times: number[]; done: number } = { times: [], done: 0 };
  for (;;) {
    const times = await checkAgainAndAgain(page, ROUNDS_BETWEEN_LOOKS);
    const done = await heard();
    // Those of the end may have come when all was heard.
    if (done >= events) return heardOf;
    heardOf.times.push(...times);
    heardOf.done = done;
  }
}

/** How long each answer took, ms. */
function checkAgainAndAgain(page: Page, rounds: number): Promise<number[]> {
  return page.evaluate(async (rounds) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const { err } = (await chrome.runtime.sendMessage({ id: round, type: "checkNow", timestamp: Date.now() })) ?? { err: "no answer" };
      if (err) throw new Error(JSON.stringify(err));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return times;
  }, rounds);
}

async function send(page: Page, type: string): Promise<void> {
  await page.evaluate(async (type) => void (await chrome.runtime.sendMessage({ id: 0, type, timestamp: Date.now() })), type);
}

/** Puts jobs into the database that are due at once and have nothing to do: to claim and to end them is the engine's work alone. */
function putJobs(page: Page, count: number): Promise<void> {
  const now = Date.now();
  const due = { place: "background", lane: "", priority: 0, maxAttempts: 1, state: "todo", attempts: 0, claims: 0, createdAt: now, runAt: now, rank: now };
  return putRows(
    page,
    "jobs",
    Array.from({ length: count }, () => ({ kind: "listen", args: ARGS, ...due })),
  );
}

/** One event in a thousand is watched. */
function loggedPaper(_: unknown, count: number): object {
  const author = count % 1_000 === 0 ? "Ada Example" : `Author ${count % 977}`;
  const number = 1_000 + count;
  const title = `Notes on matter ${count % 4_999} of the library`;
  const paper = { id: `P${number}R0`, type: "paper", prefix: "P", number, revision: 0, title, authors: [author], audience: ["LEWG"], date: "2026-05-18" };
  return { kind: "paper-added", at: Date.now(), paper };
}

async function putRows(page: Page, table: string, rows: object[]): Promise<void> {
  await page.evaluate(
    (table, rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("paperscout");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(table, "readwrite");
          const store = transaction.objectStore(table);
          for (const row of rows) store.add(row);
          transaction.oncomplete = () => resolve(database.close());
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    table,
    rows,
  );
}
