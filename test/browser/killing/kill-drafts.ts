import { setTimeout } from "node:timers/promises";
import { TELL } from "../../../lib/notify/tell-matches.ts";
import { DRAFT_HOST, PROBE_DRAFTS, READ_DOCUMENT, READ_DRAFT } from "../../../lib/terms/work-names.ts";
import { isLeased, isWaiting } from "../../../lib/work/jobs/job-state.ts";
import { isClosed } from "../../../lib/work/lanes/lane.ts";
import type { JobRow } from "../../../lib/work/rows.ts";
import { gaps } from "../../web/asking/arrival-gaps.ts";
import type { Web } from "../../web/web.ts";
import type { Extension } from "../browsers/extension.ts";
import { closeHeavyDocument } from "../driving/close-heavy-document.ts";
import { goOnAsking, letDaysPass, readProbing, switchDraftsOn, waitForCycles } from "../driving/drive-drafts.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { until } from "../driving/until.ts";
import { DRAFT_WATCHES, DRAFTS_GAP_MS, publishedDrafts } from "../published/published-drafts.ts";
import { listenForNotifications, notificationsSeen, readTable, ringAlarm } from "../state/browser-state.ts";
import { readAll } from "./kill-cycle.ts";
import { waitForWork } from "./kill-phase.ts";
import { wrongMatches } from "./kill-violations.ts";
import { seededRandom } from "./seeded-random.ts";

/** Of what the network may take longer for one request than for a later one. */
const NETWORK_MS = 500;
const IN_A_ROW = 60;
const AIM_MS = 6_000;
/** A slice that is killed has asked in vain: where each one is, nothing is ever found. So many in a row are, then one may go on to what follows. */
const IN_VAIN = 5;
const SLICE_MS = 30_000;
/** So long it may work in peace without coming nearer to its end. */
const STUCK_MS = 300_000;

/** Where the work stood when it was killed. "between": nothing was under way, and something was to be done. */
export type DraftPhase = "asking" | "reading" | "matching" | "telling" | "between";
export const DRAFT_PHASES: DraftPhase[] = ["asking", "reading", "matching", "telling", "between"];
/** Of the five. */
export const DRAFT_PHASES_HIT = 2;

/** What a kill is aimed at: it comes up to `spanMs` after one of these has begun. */
interface Aim {
  works: string[];
  spanMs: number;
}
const ASKING: Aim[] = [
  { works: [PROBE_DRAFTS], spanMs: 1_500 },
  { works: [PROBE_DRAFTS], spanMs: 1_500 },
];
/** What follows from a find. */
const AFTER_ASKING: Aim[] = [
  { works: [READ_DRAFT], spanMs: 100 },
  { works: ["matcher", "notifier", TELL], spanMs: 20 },
];

interface DraftKillReport {
  seed: number;
  /** Those that hit work. */
  kills: number;
  /** Those that came when all was done. */
  missed: number;
  phases: Record<DraftPhase, number>;
  drafts: number;
  cycles: number;
  requests: number;
  violations: string[];
  ms: number;
}

export interface DraftKillOptions {
  kills: number;
  seed: number;
  onKill?: (report: DraftKillReport) => void;
}

/** Lets the extension, freshly installed, ask for drafts while its background is killed again and again, and tells what is wrong once it was left in peace. */
export async function killDrafts({ extension, web }: { extension: Extension; web: Web }, { kills, seed, onKill = () => {} }: DraftKillOptions) {
  const random = seededRandom(seed);
  const drafts = publishedDrafts(web, random);
  const shown = new Set<string>();
  let readAt: ReadonlyMap<string, number> = new Map();
  const phases = Object.fromEntries(DRAFT_PHASES.map((phase) => [phase, 0])) as Record<DraftPhase, number>;
  const report: DraftKillReport = { seed, kills: 0, missed: 0, phases, drafts: 0, cycles: 0, requests: 0, violations: [], ms: 0 };

  const page = await openOptions(extension);
  await listenForNotifications(page);
  for (const watch of DRAFT_WATCHES) await addWatch(page, watch);
  await switchDraftsOn(page);
  await waitForCycles(page, 1);
  web.forgetArrivals();
  const cyclesBefore = (await readProbing(page))?.cycle ?? 0;
  const noteShown = async () => {
    for (const id of await notificationsSeen(page)) shown.add(id);
  };

  let inVain = 0;
  async function strike(): Promise<void> {
    if ((await readProbing(page))?.running) await goOnAsking(page);
    else {
      if ((await readTable(page, "drafts")).length >= drafts.ids.length) drafts.publishMore();
      await letDaysPass(page);
    }
    const goesOn = inVain >= IN_VAIN;
    const aims = goesOn ? AFTER_ASKING : [...ASKING, ...AFTER_ASKING];
    const aim = aims[Math.floor(random() * aims.length)] ?? { works: [], spanMs: 0 };
    await waitForWork(page, aim.works, goesOn ? SLICE_MS : AIM_MS);
    await setTimeout(random() * aim.spanMs);
    if (extension.browserName === "chrome" && random() < 0.5) await closeHeavyDocument(extension.browser);
    await extension.killBackground();
    const jobs = await readTable(page, "jobs");
    const leased = jobs.filter(({ state }) => state === "leased");
    await noteShown();
    const phase = phaseOf(jobs, leased, Date.now());
    inVain = phase === "asking" && !goesOn ? inVain + 1 : 0;
    if (!phase) report.missed++;
    else {
      report.kills++;
      report.phases[phase]++;
      onKill(report);
    }
  }

  /** Lets it work in peace until all drafts are found, read and told: as long as that takes, but not without coming nearer to it. */
  async function letItEnd(): Promise<void> {
    const isOver = ({ left, busy, running }: Awaited<ReturnType<typeof lookOn>>) => left === 0 && busy.length === 0 && !running;
    let now = await lookOn();
    while (!isOver(now)) {
      const before = now.left;
      now = await until("the work to come nearer to its end", lookOn, (seen) => seen.left < before || isOver(seen), STUCK_MS);
    }
    await noteShown();
  }

  /** Wakes it, and tells what is still to be done. */
  async function lookOn() {
    if ((await readProbing(page))?.running) await goOnAsking(page);
    else await ringAlarm(page);
    await waitForWork(page, [TELL], 1_000);
    // A notification may be gone from the screen before all is done.
    await noteShown();
    const matches = await readTable(page, "matches");
    // What was asked for before a site was switched off waits until it is switched on again.
    const off = (await readTable(page, "lanes")).filter(isClosed).map(({ host }) => host);
    const busy = (await readTable(page, "jobs"))
      .filter((job) => !off.includes(job.lane))
      .filter((job) => isLeased(job) || (isWaiting(job) && (job.runAt <= Date.now() || job.kind === READ_DRAFT)));
    const unfound = drafts.ids.length - (await readTable(page, "drafts")).length;
    const running = (await readProbing(page))?.running !== undefined;
    // One cycle asks for the next two revisions of a paper; there may be more.
    if (unfound > 0 && !running && busy.length === 0) await letDaysPass(page);
    const missing = drafts.expected.size - matches.length;
    const untold = matches.filter(({ notifiedAt }) => notifiedAt === 0).length;
    return { left: missing + unfound + untold, missing, unfound, untold, busy: busy.map(({ kind }) => kind), running };
  }

  async function wrongRequests(): Promise<string[]> {
    const cycles = ((await readProbing(page))?.cycle ?? 0) - cyclesBefore;
    const asked = web.arrivals.filter(({ url }) => new URL(url).hostname === DRAFT_HOST);
    report.cycles = cycles;
    report.requests = asked.length;
    const wrong: string[] = [];
    const jobs = await readTable(page, "jobs");
    // Their rows say how often they were begun. A background that is back before anybody looks hides a kill from whoever looks for leases.
    const jobsOf = (kind: string, id?: string) => jobs.filter((job) => job.kind === kind && (!id || (job.args as { id?: string } | undefined)?.id === id));
    // One that was killed too often has come to its end in none of its claims.
    const asking = jobsOf(PROBE_DRAFTS).reduce((inVain, { claims, state }) => inVain + claims - (state === "done" ? 1 : 0), 0);
    for (const [file, arrivals] of Map.groupBy(asked, ({ method, url }) => `${method} ${new URL(url).pathname.split("/").at(-1)}`)) {
      const [method, name = ""] = file.split(" ");
      const id = name.replace(/\.\w+$/, "");
      const reading = [READ_DRAFT, READ_DOCUMENT].flatMap((kind) => jobsOf(kind, id)).reduce((sum, { claims }) => sum + claims, 0);
      const most = method === "HEAD" ? cycles + asking : reading;
      if (arrivals.length > most) wrong.push(`${file} was asked for ${arrivals.length} times in ${cycles} cycles, ${most} at most`);
    }
    const between = gaps(web.arrivals, DRAFT_HOST);
    for (let at = IN_A_ROW; at <= between.length; at++) {
      const span = between.slice(at - IN_A_ROW, at).reduce((sum, gap) => sum + gap, 0);
      if (span < IN_A_ROW * DRAFTS_GAP_MS - NETWORK_MS) wrong.push(`${IN_A_ROW} requests came within ${span} ms, up to request ${at + 1}`);
    }
    return wrong;
  }

  async function wrongEvents(): Promise<string[]> {
    const log = await readTable(page, "log");
    const count = (kind: string, id: string) => log.filter((event) => event.kind === kind && "paper" in event && event.paper.id === id).length;
    return drafts.ids.flatMap((id) =>
      ["draft-found", "draft-read"].flatMap((kind) => (count(kind, id) === 1 ? [] : [`${id} has ${count(kind, id)} events "${kind}"`])),
    );
  }

  const start = Date.now();
  while (report.kills < kills / 2) await strike();
  await letItEnd();
  readAt = await readAll(extension, page);
  while (report.kills < kills) await strike();
  report.ms = Date.now() - start;
  await letItEnd();
  report.drafts = drafts.ids.length;
  report.violations = [...(await wrongMatches(page, { matches: drafts.expected, readAt, shown })), ...(await wrongEvents()), ...(await wrongRequests())];
  await page.close();
  return report;
}

function phaseOf(jobs: JobRow[], leased: JobRow[], now: number): DraftPhase | undefined {
  const works = leased.map(({ kind, args }) => (args as { cursor?: string } | undefined)?.cursor ?? kind);
  if (works.includes(TELL) || works.includes("notifier")) return "telling";
  if (works.includes("matcher")) return "matching";
  if (works.includes(READ_DRAFT)) return "reading";
  if (works.includes(PROBE_DRAFTS)) return "asking";
  return jobs.some((job) => isWaiting(job) && job.runAt <= now) ? "between" : undefined;
}
