import type { PaperEvent } from "../../lib/papers/paper-event.ts";
import { matchEvent } from "../../lib/watch/matching/match-event.ts";
import { compileWatch } from "../../lib/watch/matching/match-watch.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import type { Step } from "./replay-days.ts";

const MOST_FLAPPING = 10;

export interface Report {
  days: number;
  outcomes: Record<string, number>;
  events: Record<string, number>;
  /** Days that were judged no ordinary news. */
  oddDays: { date: string; what: string; papers: number }[];
  /** Papers told: each once, as its id is the key of the table of matches. */
  matches: number;
  /** `hits` counts the events of interest, `matches` the papers told for them. */
  watches: { watch: Watch; hits: number; matches: number }[];
  /** The papers whose title changed most often. */
  flapping: { id: string; turns: number; hits: number; told: number }[];
}

/** Counts what came of a replay, and whom of the watches it would have told. */
export function reportReplay(steps: Iterable<Step>, watches: Watch[]): Report {
  const matchers = watches.map((watch) => ({ match: compileWatch(watch), counts: { watch, hits: 0, matches: 0 }, papers: new Set<string>() }));
  const report: Report = { days: 0, outcomes: {}, events: {}, oddDays: [], matches: 0, watches: matchers.map(({ counts }) => counts), flapping: [] };
  const papers = new Map<string, { id: string; turns: number; hits: number; told: number }>();
  const inbox = new Set<string>();

  for (const { date, outcome, missing, events } of steps) {
    report.days++;
    count(report.outcomes, outcome);
    if (outcome === "sudden-loss") report.oddDays.push({ date, what: outcome, papers: missing });
    for (const event of events) {
      count(report.events, event.kind);
      if (event.kind === "mass-change") report.oddDays.push({ date, what: `mass-change of ${event.field}`, papers: event.papers });
      else if (event.kind === "renaming") report.oddDays.push({ date, what: `renaming in ${event.field}`, papers: event.papers });
      else if (event.kind === "new-kind") report.oddDays.push({ date, what: `new-kind ${event.prefix}`, papers: event.papers });
      else tell(event);
    }
  }
  report.flapping = [...papers.values()]
    .filter(({ turns }) => turns > 1)
    .sort((a, b) => b.turns - a.turns || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_FLAPPING);
  return report;

  function tell(event: PaperEvent): void {
    const { id } = event.paper;
    const paper = papers.get(id) ?? { id, turns: 0, hits: 0, told: 0 };
    papers.set(id, paper);
    if (event.kind === "paper-changed" && event.fields.includes("title")) paper.turns++;
    const hit = matchers.filter(({ match }) => matchEvent(event, match));
    for (const { counts, papers } of hit) {
      counts.hits++;
      counts.matches = papers.add(id).size;
    }
    if (hit.length === 0) return;
    paper.hits++;
    // As in lib/store/matches/note-match.ts: what is in the inbox is not told again, whatever happens to it.
    if (inbox.has(id)) return;
    inbox.add(id);
    paper.told++;
    report.matches++;
  }
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
