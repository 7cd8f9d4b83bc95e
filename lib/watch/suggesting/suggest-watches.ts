import type { Paper } from "../../papers/paper.ts";
import { seriesOf } from "../../papers/series.ts";
import { titleWords } from "../names/title-words.ts";
import type { Watch } from "../watch.ts";

/** A watch that somebody may begin with. */
export interface SuggestedWatch {
  watch: Watch & { kind: "paper" | "author" | "audience" | "title" };
  /** Papers of the last year of the index that it would have found. */
  papers: number;
  /** Of a paper. */
  title?: string;
}

/** Words that say nothing of what a paper is about. */
const EVERYDAY = new Set(
  "about adding against allow allowing another better between clarify design document editor feature features fixing function functions general improve improving index issue issues language library making making member members minutes motion notes paper papers plan position proposal proposals proposed reasons remove removing report request response revision should specification standard standards status support technical teleconference towards types update using value values where which without wording working".split(
    " ",
  ),
);
const SHORTEST_WORD = 6;

/** One of each kind, taken from the last year of these papers: the paper that is revised most, the author and the audience with most papers, the word that stands in most titles. Kinds that the papers say nothing of are left out. */
export function suggestWatches(papers: Iterable<Paper>): SuggestedWatch[] {
  const recent = lastYear([...papers].filter(({ prefix }) => prefix === "P"));
  const newest = newestOfSeries(recent);
  return [
    ...suggestPaper(newest),
    ...mostFrequent("author", newest, ({ authors }) => authors),
    ...mostFrequent("audience", newest, ({ audience }) => audience.filter((group) => group !== "WG21" && /^[A-Z]+[0-9]*$/.test(group))),
    ...mostFrequent("title", newest, ({ title }) => titleWords(title).flatMap(({ key }) => (isTelling(key) ? key : []))),
  ];
}

/** The year before the newest full date: the index may be an old one. */
function lastYear(papers: Paper[]): Paper[] {
  const dates = papers.flatMap(({ date }) => (date?.length === 10 ? date : []));
  const newest = dates.reduce((latest, date) => (date > latest ? date : latest), "");
  const from = `${Number(newest.slice(0, 4)) - 1}${newest.slice(4)}`;
  return newest === "" ? [] : papers.filter(({ date = "" }) => date >= from);
}

/** One paper a series, so that one that is revised often counts once. */
function newestOfSeries(papers: Paper[]): Paper[] {
  const newest = new Map<string, Paper>();
  for (const paper of papers) {
    const series = seriesOf(paper);
    if (series && (newest.get(series)?.revision ?? -1) < (paper.revision ?? 0)) newest.set(series, paper);
  }
  return [...newest.values()];
}

function suggestPaper(papers: Paper[]): SuggestedWatch[] {
  const titled = papers.filter(({ title }) => title !== "");
  const best = titled.toSorted((a, b) => (b.revision ?? 0) - (a.revision ?? 0) || (b.number ?? 0) - (a.number ?? 0))[0];
  const text = best && seriesOf(best);
  return text ? [{ watch: { kind: "paper", text }, papers: 1, title: best.title }] : [];
}

function mostFrequent(kind: "author" | "audience" | "title", papers: Paper[], of: (paper: Paper) => string[]): SuggestedWatch[] {
  const counts = new Map<string, number>();
  for (const paper of papers) for (const text of new Set(of(paper))) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [best] = [...counts].sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1));
  return best ? [{ watch: { kind, text: best[0] }, papers: best[1] }] : [];
}

function isTelling(word: string): boolean {
  return word.length >= SHORTEST_WORD && /^[a-z]+$/.test(word) && !EVERYDAY.has(word);
}
