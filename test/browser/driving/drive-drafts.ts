import { setTimeout } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { ProbingState } from "../../../lib/store/database/state-rows.ts";
import { CHECK_INDEX, PROBE_DRAFTS } from "../../../lib/terms/work-names.ts";
import { isLeased, isWaiting } from "../../../lib/work/jobs/job-state.ts";
import type { Extension } from "../browsers/extension.ts";
import { putRow, readTable, ringAlarm } from "../state/browser-state.ts";
import { beginAnotherDay, letTimePass, makeDue } from "../state/let-time-pass.ts";
import { until } from "./until.ts";

const CYCLE_MS = 300_000;

export async function readProbing(page: Page): Promise<ProbingState | undefined> {
  return (await readTable(page, "state")).find((row) => row.name === "probing");
}

/** Lets the background ask for drafts, as the person might on the options page. */
export async function switchDraftsOn(page: Page): Promise<void> {
  await putRow(page, "settings", { name: "drafts", value: true });
  await ringAlarm(page);
}

/** Waits until no cycle of asking is under way and that many have ended. */
export async function waitForCycles(page: Page, cycles: number): Promise<ProbingState | undefined> {
  return until(
    `the end of cycle ${cycles}`,
    () => readProbing(page),
    (state) => state !== undefined && state.cycle >= cycles && state.running === undefined && state.last !== undefined,
    CYCLE_MS,
  );
}

/** Waits until a round of asking has ended that ended later than that, epoch ms, well or not: one that failed is no cycle, since it is begun again. */
export async function waitForRound(page: Page, after: number): Promise<ProbingState | undefined> {
  return until(
    "the end of a round",
    () => readProbing(page),
    (state) => state !== undefined && (state.last?.endedAt ?? 0) > after && state.running === undefined,
    CYCLE_MS,
  );
}

const SOME_DAYS_S = 30 * 24 * 60 * 60;

/** Makes every file that was asked for due again and lets the alarm ring, as some days would. */
export async function letDaysPass(page: Page): Promise<void> {
  for (const { key, at } of await readTable(page, "asked")) {
    await putRow(page, "asked", { key, at: Object.fromEntries(Object.entries(at).map(([name, time]) => [name, time - SOME_DAYS_S])) });
  }
  await beginAnotherDay(page);
  await makeDue(page, PROBE_DRAFTS);
  await ringAlarm(page);
}

/** Wakes the background to go on with its cycle; where its job was killed too often, the schedule's next slot comes now. */
export async function goOnAsking(page: Page): Promise<void> {
  const jobs = await readTable(page, "jobs");
  if (!jobs.some((job) => job.kind === PROBE_DRAFTS && (isWaiting(job) || isLeased(job)))) await makeDue(page, PROBE_DRAFTS);
  await ringAlarm(page);
}

/** Lets days pass while the background is killed again and again, then lets it end its cycle in peace. Gives the state then. */
export async function askAmongKills(extension: Extension, page: Page, kills: number, pauseMs: () => number): Promise<ProbingState | undefined> {
  const before = (await readProbing(page))?.cycle ?? 0;
  await letDaysPass(page);
  await killAgainAndAgain(extension, page, PROBE_DRAFTS, kills, pauseMs);
  return waitForCycles(page, before + 1);
}

/** Lets the index be checked while the background is killed again and again. */
export async function checkAmongKills(extension: Extension, page: Page, kills: number, pauseMs: () => number): Promise<void> {
  await letTimePass(page);
  await killAgainAndAgain(extension, page, CHECK_INDEX, kills, pauseMs);
}

async function killAgainAndAgain(extension: Extension, page: Page, schedule: string, kills: number, pauseMs: () => number): Promise<void> {
  for (let kill = 0; kill < kills; kill++) {
    await setTimeout(pauseMs());
    await extension.killBackground();
    // A job that was killed too often has failed; its schedule comes round again.
    await makeDue(page, schedule);
    await ringAlarm(page);
  }
}
