import { setTimeout } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { CHECK_INDEX, INDEX_HOST } from "../../../lib/terms/work-names.ts";
import type { Web } from "../../web/web.ts";
import type { Extension } from "../browsers/extension.ts";
import { closeHeavyDocument } from "../driving/close-heavy-document.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { markAllRead, openPopup, waitUntilSettled } from "../driving/drive-popup.ts";
import { until } from "../driving/until.ts";
import { indexRequests } from "../published/index-requests.ts";
import { publishedPapers, WATCHES } from "../published/published-papers.ts";
import { listenForNotifications, notificationsSeen, readTable } from "../state/browser-state.ts";
import { letTimePass } from "../state/let-time-pass.ts";
import { AIMS, PHASES, type Phase, phaseOf, waitForWork } from "./kill-phase.ts";
import { violations } from "./kill-violations.ts";
import { seededRandom } from "./seeded-random.ts";

/** A work may have to wait for its lane and for the pauses after crashes. */
const AIM_MS = 2_500;
const END_MS = 300_000;
/** Three bad answers in a row, and the next ones are good: after five the host is left alone for half an hour. */
const MOST_STRIKES = 3;
/** Of the six. */
export const PHASES_HIT = 4;

export interface KillReport {
  seed: number;
  /** Those that hit work. */
  kills: number;
  /** Those that came when all was done. */
  missed: number;
  phases: Record<Phase, number>;
  violations: string[];
  ms: number;
}

export interface KillOptions {
  kills: number;
  seed: number;
  onKill?: (report: KillReport) => void;
}

/** Lets the extension, freshly installed, work while its background is killed again and again, and tells what is wrong once it was left in peace. */
export async function killCycle({ extension, web }: { extension: Extension; web: Web }, { kills, seed, onKill = () => {} }: KillOptions): Promise<KillReport> {
  const random = seededRandom(seed);
  const papers = publishedPapers(web, random);
  const shown = new Set<string>();
  const readAt = new Map<string, number>();
  const report: KillReport = {
    seed,
    kills: 0,
    missed: 0,
    phases: Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>,
    violations: [],
    ms: 0,
  };
  const page = await openOptions(extension);
  await listenForNotifications(page);
  for (const watch of WATCHES) await addWatch(page, watch);
  const noteShown = async () => {
    for (const id of await notificationsSeen(page)) shown.add(id);
  };

  async function strike(): Promise<void> {
    const { strikes = 0 } = (await readTable(page, "lanes")).find(({ host }) => host === INDEX_HOST) ?? {};
    const aim = AIMS[Math.floor(random() * AIMS.length)] ?? { works: [], spanMs: 0 };
    // An index that has not changed is answered without a body, and leaves nothing to do.
    if (aim.works.includes(CHECK_INDEX) || random() < 0.6) papers.publishMore(strikes < MOST_STRIKES);
    await letTimePass(page);
    await waitForWork(page, aim.works, AIM_MS);
    await setTimeout(random() * aim.spanMs);
    if (extension.browserName === "chrome" && random() < 0.5) await closeHeavyDocument(extension.browser);
    await extension.killBackground();
    const phase = phaseOf(await readTable(page, "jobs"), indexRequests(web).at(-1), Date.now());
    await noteShown();
    if (!phase) report.missed++;
    else {
      report.kills++;
      report.phases[phase]++;
      onKill(report);
    }
  }

  const start = Date.now();
  while (report.kills < kills / 2) await strike();
  await letItEnd(page, papers, noteShown);
  for (const [id, at] of await readAll(extension, page)) readAt.set(id, at);
  // Kills that hit always the same place would prove little. Some phases last a millisecond on a small index, and not every run hits them.
  const isMissing = () => PHASES.filter((phase) => report.phases[phase] > 0).length < PHASES_HIT && report.kills < 2 * kills;
  while (report.kills < kills || isMissing()) await strike();
  report.ms = Date.now() - start;
  await letItEnd(page, papers, noteShown);
  report.violations = await violations(page, web, { matches: papers.expected, papers: papers.ids(), readAt, shown });
  await page.close();
  return report;
}

/** Lets it work in peace until all that was published is found and told. */
async function letItEnd(page: Page, papers: ReturnType<typeof publishedPapers>, noteShown: () => Promise<void>): Promise<void> {
  papers.publishWell();
  await until(
    "the end of the work",
    async () => {
      await letTimePass(page);
      await waitForWork(page, ["tell"], 1_000);
      // A notification may be gone from the screen before all is done.
      await noteShown();
      const matches = await readTable(page, "matches");
      const leased = (await readTable(page, "jobs")).filter(({ state }) => state === "leased");
      return { missing: papers.expected.size - matches.length, untold: matches.filter(({ notifiedAt }) => notifiedAt === 0).length, leased: leased.length };
    },
    ({ missing, untold, leased }) => missing <= 0 && untold + leased === 0,
    END_MS,
  );
  await noteShown();
}

/** Marks all matches read, as a person would, and gives when that was. */
export async function readAll(extension: Extension, page: Page): Promise<Map<string, number>> {
  const popup = await openPopup(extension);
  await waitUntilSettled(popup);
  await markAllRead(popup);
  await popup.close();
  await page.bringToFront();
  return new Map((await readTable(page, "matches")).map(({ id, readAt }) => [id, readAt]));
}
