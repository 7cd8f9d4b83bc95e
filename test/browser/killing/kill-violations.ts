import type { Page } from "puppeteer-core";
import { effectKey } from "../../../lib/store/database/effects.ts";
import { CHECK_INDEX, INDEX_HOST, LISTING_HOST } from "../../../lib/terms/work-names.ts";
import { INDEX_URL, type Web } from "../../web/web.ts";
import { isBrowsersOwn } from "../browsers/browsers-own-hosts.ts";
import { indexRequests } from "../published/index-requests.ts";
import { readTable } from "../state/browser-state.ts";

/** Of what the network may take longer for one request than for a later one. */
const NETWORK_MS = 500;

export interface Expectation {
  /** The reasons of each match, by the paper's id. */
  matches: ReadonlyMap<string, string[]>;
  /** All papers published after the first index. */
  papers: string[];
  /** When each paper was read that the person has read. */
  readAt: ReadonlyMap<string, number>;
  /** The ids of all notifications that were seen. */
  shown: ReadonlySet<string>;
}

/** Where what is left after kills differs from what work that was never killed leaves; each in words. */
export async function violations(page: Page, web: Web, expectation: Expectation): Promise<string[]> {
  return [...(await wrongMatches(page, expectation)), ...(await wrongEvents(page, expectation)), ...(await wrongRequests(page, web))];
}

/** Where matches, what was told of them and when they were read differ from what they should be. */
export async function wrongMatches(page: Page, { matches: expected, readAt, shown }: Omit<Expectation, "papers">): Promise<string[]> {
  const matches = await readTable(page, "matches");
  const told = new Set((await readTable(page, "effects")).map(({ key }) => key));
  const names = new Set(matches.map(({ notification }) => notification));
  const ids = new Set(matches.map(({ id }) => id));
  const wrong = [...expected.keys()].filter((id) => !ids.has(id)).map((id) => `${id} is no match`);
  for (const { id, reasons, notifiedAt, notification, readAt: at } of matches) {
    const found = reasons.map(({ kind, watched }) => `${kind} ${watched}`).sort();
    if (found.join() !== (expected.get(id) ?? []).join()) wrong.push(`${id} matches for ${found.join(", ")}, not ${expected.get(id)?.join(", ")}`);
    if (notifiedAt === 0 || !told.has(effectKey(id))) wrong.push(`${id} is not told`);
    if (!shown.has(notification)) wrong.push(`${id} is told in ${JSON.stringify(notification)}, which nobody saw`);
    if (at !== (readAt.get(id) ?? 0)) wrong.push(`${id} was read at ${readAt.get(id) ?? 0}, and now at ${at}`);
  }
  for (const name of shown) if (!names.has(name)) wrong.push(`the notification ${name} was shown and tells of no match`);
  return wrong;
}

async function wrongEvents(page: Page, { papers }: Expectation): Promise<string[]> {
  const added = new Map(papers.map((id) => [id, 0]));
  for (const event of await readTable(page, "log")) if (event.kind === "paper-added") added.set(event.paper.id, (added.get(event.paper.id) ?? 0) + 1);
  return [...added].filter(([, times]) => times !== 1).map(([id, times]) => `${id} was added ${times} times`);
}

async function wrongRequests(page: Page, web: Web): Promise<string[]> {
  const jobs = await readTable(page, "jobs");
  const lane = (await readTable(page, "lanes")).find(({ host }) => host === INDEX_HOST);
  const claims = jobs.filter(({ kind }) => kind === CHECK_INDEX).reduce((sum, job) => sum + job.claims, 0);
  const asked = indexRequests(web);
  const wrong = asked.length > claims ? [`${asked.length} requests for ${claims} claims`] : [];
  const gapMs = lane?.gapMs ?? Number.POSITIVE_INFINITY;
  // When each may come at the soonest, by the latest of all before: so what is early by little and often is seen as well.
  let soonest = 0;
  for (const [position, { at }] of asked.entries()) {
    if (at < soonest - NETWORK_MS) wrong.push(`request ${position + 1} came ${soonest - at} ms too early, at ${at}`);
    soonest = Math.max(soonest, at) + gapMs;
  }
  const others = [
    // The other hosts' first requests leave before anybody can have switched them off.
    ...web.arrivals.map(({ url }) => url).filter((url) => url !== INDEX_URL && !url.startsWith(`https://${LISTING_HOST}/`)),
    ...web.refusals.map(({ host }) => host).filter((host) => !isBrowsersOwn(host)),
  ];
  return [...wrong, ...others.map((other) => `a request for ${other}`)];
}
