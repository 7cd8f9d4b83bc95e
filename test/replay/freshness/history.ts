import { readIndex } from "../../../lib/papers/index/read-index.ts";
import type { Paper } from "../../../lib/papers/paper.ts";
import { parsePaperId } from "../../../lib/papers/paper-id.ts";
import type { KnownPaper } from "../../../lib/probe/policy.ts";
import type { Timeline } from "../read-timeline.ts";
import { DEADLINE_TO_INDEX_MS } from "./lead-models.ts";

/** The index has a new id, or says something else of an old one. */
export interface Arrival {
  /** Epoch ms. */
  at: number;
  id: string;
  /** Absent on what is no P paper with a revision: a D id only keeps `sweep` from asking. */
  paper?: KnownPaper;
}

const PAPER_KEY = /^[PD]\d+R\d+$/;
const NOON_MS = 12 * 60 * 60_000;
const DEADLINE_DAY = 15;

/**
 * When the index gained its papers, in order of time: the days of the timeline (each at noon UTC), then the papers that only
 * `later` has, each when its mailing would have been in the index (`mailingListedAt`). The timeline does not say which
 * extension a paper has; `later` does.
 */
export function readHistory({ from, base, days }: Timeline, later: Record<string, unknown>): Arrival[] {
  const laterPapers = papersOf(later);
  const known = new Map<string, string>();
  const arrivals: Arrival[] = [];
  let last = noonOf(from);

  take(base, last);
  for (const { date, upsert } of days) {
    last = noonOf(date);
    take(upsert, last);
  }
  const observed = arrivals.length;
  for (const paper of laterPapers.values()) {
    if (known.has(paper.id) || paper.prefix !== "P" || !isWholeDate(paper.date)) continue;
    arrivals.push(arrivalOf(paper, Math.max(mailingListedAt(Date.parse(paper.date)), last + NOON_MS)));
  }
  return [...arrivals.slice(0, observed), ...arrivals.slice(observed).sort((a, b) => a.at - b.at)];

  function take(members: Record<string, unknown>, at: number): void {
    for (const paper of papersOf(members).values()) {
      const arrival = arrivalOf(paper, at);
      const said = JSON.stringify(arrival.paper ?? "");
      if (known.get(paper.id) === said) continue;
      known.set(paper.id, said);
      arrivals.push(arrival);
    }
  }

  function arrivalOf(paper: Paper, at: number): Arrival {
    const { id, prefix, number, revision, date, longLink } = paper;
    if (prefix !== "P" || number === undefined || revision === undefined) return { at, id };
    const extension = extensionOf(longLink) ?? extensionOf(laterPapers.get(id)?.longLink);
    return { at, id, paper: { number, revision, ...(isWholeDate(date) && { date }), ...(extension && { extension }) } };
  }
}

/** The index has a paper of that date six days after the next 15th of a month, the deadline of a mailing. */
export function mailingListedAt(date: number): number {
  const day = new Date(date);
  const months = day.getUTCDate() > DEADLINE_DAY ? 1 : 0;
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, DEADLINE_DAY) + DEADLINE_TO_INDEX_MS + NOON_MS;
}

function papersOf(members: Record<string, unknown>): Map<string, Paper> {
  const { entries } = readIndex(Object.entries(members).filter(([key]) => PAPER_KEY.test(key) && parsePaperId(key)?.regular));
  return entries;
}

function extensionOf(link: string | undefined): string | undefined {
  return link && /\.[a-z]{1,5}$/i.exec(link)?.[0].toLowerCase();
}

function isWholeDate(date: string | undefined): date is string {
  return date?.length === "YYYY-MM-DD".length;
}

function noonOf(date: string): number {
  return Date.parse(date) + NOON_MS;
}
