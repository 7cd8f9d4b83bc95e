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

/** The last thing that a slice does is to look at the alarm. Put before the build's first line, and nothing else is changed. */
const NOTE_ALARM = `globalThis.lookedAt = 0;
{ const { get } = chrome.alarms;
  chrome.alarms.get = (...args) => {
    const note = (alarm) => { globalThis.lookedAt = Date.now(); return alarm; };
    const then = args.at(-1);
    if (typeof then !== "function") return get.apply(chrome.alarms, args).then(note);
    return get.call(chrome.alarms, ...args.slice(0, -1), (alarm) => then(note(alarm)));
  }; }
`;
const ASLEEP_AFTER_MS = 400;
/** Of a listener that is not there. */
const ARGS = { cursor: "bench" };

export interface RealWorker {
  /** From the message of a page that wakes the stopped worker until it has looked that nothing is due and how things stand, ms, in so many rounds. */
  wakes(rounds: number): Promise<number[]>;
  /** How long pages wait for an answer to "Check now", ms, while so many jobs wait to be done. */
  answers(jobs: number, rounds: number): Promise<{ times: number[]; done: number }>;
  close(): Promise<void>;
}

/** Starts the production build in that folder on a web of its own, and lets it end its first check. */
export async function startRealWorker(build: string): Promise<RealWorker> {
  const buildFolder = await mkdtemp(join(tmpdir(), "paperscout-work-"));
  await cp(build, buildFolder, { recursive: true });
  const worker = join(buildFolder, "background.js");
  await writeFile(worker, NOTE_ALARM + (await readFile(worker, "utf8")));
  const web = await startWeb();
  web.publishIndex(smallIndex());
  const extension = await launchWith(web, INDEX_ONLY, () => launchExtension("chrome", { buildFolder, proxy: web.proxy }));
  const page = await openPopup(extension);
  await waitForStatus(page, "Checked");
  await waitUntilSettled(page);
  return {
    wakes: (rounds) => measureWakes(extension, page, rounds),
    answers: (jobs, rounds) => measureAnswers(page, jobs, rounds),
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
    times.push((await lastLook(extension)) - wokenAt);
  }
  // Had something been due, this would be the price of something else.
  if ((await alarms(page)).some(({ at }) => at < Date.now() + 60_000)) throw new Error("something was due meanwhile");
  return times;
}

/** When the worker looked at the alarm and did nothing more for a while, epoch ms. */
async function lastLook(extension: Extension): Promise<number> {
  const target = await extension.browser.waitForTarget((target) => target.type() === "service_worker" && target.url().endsWith("/background.js"));
  const worker = await target.worker();
  const look = async () => (await worker?.evaluate(() => (globalThis as unknown as { lookedAt: number }).lookedAt)) ?? 0;
  return until("the end of the slice", look, (at) => at > 0 && Date.now() - at > ASLEEP_AFTER_MS);
}

async function measureAnswers(page: Page, jobs: number, rounds: number): Promise<{ times: number[]; done: number }> {
  await putJobs(page, jobs);
  const done = async () =>
    (await readTable(page, "jobs")).filter(({ args, state }) => (args as typeof ARGS | undefined)?.cursor === ARGS.cursor && state === "done").length;
  await send(page, "lookNow");
  const times = await page.evaluate(async (rounds) => {
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
  return { times, done: await done() };
}

async function send(page: Page, type: string): Promise<void> {
  await page.evaluate(async (type) => void (await chrome.runtime.sendMessage({ id: 0, type, timestamp: Date.now() })), type);
}

/** Puts jobs into the database that are due at once and have nothing to do: to claim and to end them is the engine's work alone. */
async function putJobs(page: Page, count: number): Promise<void> {
  await page.evaluate(
    (count, args) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("paperscout");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction("jobs", "readwrite");
          const jobs = transaction.objectStore("jobs");
          const now = Date.now();
          const job = {
            kind: "listen",
            args,
            place: "background",
            lane: "",
            priority: 0,
            maxAttempts: 1,
            state: "todo",
            attempts: 0,
            claims: 0,
            createdAt: now,
            runAt: now,
            rank: now,
          };
          for (let put = 0; put < count; put++) jobs.add(job);
          transaction.oncomplete = () => resolve(database.close());
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    count,
    ARGS,
  );
}
