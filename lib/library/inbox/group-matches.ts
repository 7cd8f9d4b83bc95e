import { seriesOf } from "../../papers/series.ts";
import type { Match } from "../../watch/matching/match.ts";
import type { Grouping } from "./inbox-view.ts";

/** What was found of one paper. */
export interface InboxPaper {
  /** "P2300". */
  series: string;
  /** Newest first; never empty. */
  matches: [Match, ...Match[]];
}

/** Papers that have a watch, a list, an audience or a mailing in common. */
export interface InboxGroup {
  /** What they have in common: "author Niebler", the number of a list, "LEWG", "2026-10"; "" for those that have none. */
  name: string;
  papers: InboxPaper[];
}

/**
 * Matches, which come newest first, by paper, and the papers by what they have in common: the largest group first, of
 * mailings the newest, those with nothing last. A paper stands in each group that a match of it belongs to.
 */
export function groupMatches(matches: Match[], by: Grouping, mailingOf: (match: Match) => string): InboxGroup[] {
  const groups = new Map<string, Map<string, InboxPaper>>();
  for (const match of matches) {
    const series = seriesOf(match.paper) ?? match.id;
    for (const name of new Set(namesOf(match, by, mailingOf))) {
      const papers = groups.get(name) ?? new Map<string, InboxPaper>();
      groups.set(name, papers);
      const paper = papers.get(series);
      if (paper) paper.matches.push(match);
      else papers.set(series, { series, matches: [match] });
    }
  }
  return [...groups].map(([name, papers]) => ({ name, papers: [...papers.values()] })).sort(by === "mailing" ? newestFirst : largestFirst);
}

/** Matches, which come newest first, by paper: each paper once, with all of them, however many groups it stands in. */
export function eachPaper(matches: Match[]): InboxPaper[] {
  return groupMatches(matches, "paper", () => "")[0]?.papers ?? [];
}

function namesOf(match: Match, by: Grouping, mailingOf: (match: Match) => string): string[] {
  const { paper, reasons } = match;
  switch (by) {
    case "paper":
      return [""];
    case "watch":
      return orNone(reasons.map(({ kind, watched }) => (watched === "" ? "" : `${kind === "mention" ? "author" : kind} ${watched}`)));
    case "list":
      return orNone(reasons.map(({ list }) => (list > 0 ? String(list) : "")));
    case "audience":
      return orNone(paper.audience);
    case "mailing":
      return [mailingOf(match)];
  }
}

function orNone(names: string[]): string[] {
  return names.length > 0 ? names : [""];
}

function largestFirst(a: InboxGroup, b: InboxGroup): number {
  return Number(a.name === "") - Number(b.name === "") || b.papers.length - a.papers.length || (a.name < b.name ? -1 : 1);
}

function newestFirst(a: InboxGroup, b: InboxGroup): number {
  return a.name < b.name ? 1 : -1;
}

/** The ids of all matches of papers, each once. */
export function idsOf(papers: InboxPaper[]): string[] {
  return [...new Set(papers.flatMap(({ matches }) => matches.map(({ id }) => id)))];
}
