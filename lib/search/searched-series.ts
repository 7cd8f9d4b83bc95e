import { isPaper, type Paper } from "../papers/paper.ts";
import { groupSeries, type Series, seriesOf } from "../papers/series.ts";
import { foldText } from "../watch/names/fold-text.ts";
import { QUALITY } from "./match-quality.ts";
import { otherSpellings } from "./other-spellings.ts";
import type { TypedNumber } from "./read-query.ts";

/** A series as it is searched. */
export interface SearchedSeries {
  id: string;
  prefix: "P" | "N";
  number: number;
  /** The newest revision; where it has no title or no authors, as a draft may, with those of the newest one that has. */
  paper: Paper;
  revisions: number;
  documents: Paper[];
  /** Folded titles and authors of all revisions and their other spellings, a line each, the newest title first; begins and ends with a line break. */
  text: string;
}

/** UTF-16 units of one series; what comes after them is not searched. A real one has some hundreds. */
const MAX_TEXT = 50_000;

/** The series among these papers, the newest first. */
export function searchedSeries(papers: Iterable<Paper>): SearchedSeries[] {
  const series = allSeries([...papers].filter(isPaper)).map((one) => ({ one: asSearched(one), date: latestDate(one) }));
  // A paper without a date, such as a draft, is about as old as its neighbour below.
  series.sort((a, b) => a.one.prefix.localeCompare(b.one.prefix) || a.one.number - b.one.number);
  let [date, prefix] = ["", ""];
  for (const entry of series) {
    if (entry.one.prefix !== prefix) [date, prefix] = ["", entry.one.prefix];
    entry.date ||= date;
    date = entry.date;
  }
  series.sort((a, b) => compare(b.date, a.date) || compare(b.one.prefix, a.one.prefix) || b.one.number - a.one.number);
  return series.map(({ one }) => one);
}

/** How well what was typed names this series. */
export function numberQuality(typed: TypedNumber, { prefix, number, id }: SearchedSeries): number {
  if (typed.prefix && typed.prefix !== prefix) return QUALITY.none;
  if (typed.value === number) return QUALITY.number;
  if (typed.revision !== undefined) return QUALITY.none;
  return id.startsWith(typed.digits, 1) || String(number).startsWith(typed.digits) ? QUALITY.beginning : QUALITY.none;
}

/** An irregular id ("P04116R0") is a series of its own: it has to be found, too. */
function allSeries(papers: Paper[]): Series[] {
  const irregular = papers.filter((paper) => seriesOf(paper) === undefined);
  return [...groupSeries(papers).values(), ...irregular.map((paper) => ({ id: paper.id, revisions: [paper] }))];
}

function asSearched({ id, revisions }: Series): SearchedSeries {
  const newestFirst = revisions.toReversed();
  const paper = withTitleAndAuthors(newestFirst);
  return {
    id,
    prefix: id.startsWith("N") ? "N" : "P",
    number: paper.number ?? -1,
    paper,
    revisions: new Set(revisions.map((one) => one.revision ?? one.id)).size,
    documents: newestFirst,
    text: searchedText([paper, ...newestFirst]),
  };
}

function withTitleAndAuthors(newestFirst: Paper[]): Paper {
  const [newest] = newestFirst as [Paper];
  if (newest.title !== "" && newest.authors.length > 0) return newest;
  return {
    ...newest,
    title: newestFirst.find(({ title }) => title !== "")?.title ?? "",
    authors: newestFirst.find(({ authors }) => authors.length > 0)?.authors ?? [],
  };
}

function searchedText(papers: Paper[]): string {
  const titles = new Set(papers.map(({ title }) => title));
  const authors = new Set(papers.flatMap(({ authors }) => authors));
  const others = new Set<string>();
  for (const title of titles) for (const { key } of otherSpellings(title, "title")) others.add(key);
  for (const author of authors) for (const { key } of otherSpellings(author, "author")) others.add(key);
  const lines = [...[...titles, ...authors].map(foldText), ...others];
  return `\n${lines.join("\n").slice(0, MAX_TEXT)}\n`;
}

function latestDate({ revisions }: Series): string {
  return revisions.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
