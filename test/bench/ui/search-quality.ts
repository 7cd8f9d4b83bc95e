import type { Paper } from "../../../lib/papers/paper.ts";
import { groupSeries } from "../../../lib/papers/series.ts";
import { createSearch } from "../../../lib/search/search.ts";
import { foldText } from "../../../lib/watch/names/fold-text.ts";
import { seededRandom } from "../../browser/killing/seeded-random.ts";

// Whether search finds the paper that was meant. A query is two or three words of the newest title of a paper, or the
// surname of an author and a word of that title, in any order, each of at least four letters. It is fair where it tells
// the paper from others: at most ten series have all of its words among their titles and authors. Each is asked as it is
// and with one slip of the hand in one of its words: two letters swapped, one left out, put in or replaced, anywhere.

export const SLIPS = ["swap", "drop", "insert", "replace"] as const;
export type Slip = (typeof SLIPS)[number];

export interface FairQuery {
  /** The series that is meant. */
  series: string;
  exact: string;
  mistyped: string;
  slip: Slip;
}

export interface SearchQuality {
  queries: number;
  /** Series searched. */
  series: number;
  /** Milliseconds until the first search. */
  build: number;
  /** Shares of queries with the expected paper among the first ten, in [0, 1]. */
  exact: number;
  mistyped: number;
  mistypedBy: Record<Slip, number>;
  /** Milliseconds for each key that is pressed. */
  keystroke: { p50: number; p95: number; most: number; count: number };
  missed: { query: string; series: string }[];
}

const TOP = 10;
const WORD = /[a-z]{4,}/g;
const TRIES = 20;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Asks so many fair queries about papers of this index, and types so many of them key by key. The same seed asks the same. */
export function measureSearchQuality(papers: readonly Paper[], { queries = 500, typed = 500, seed = 1 } = {}): SearchQuality {
  const begun = performance.now();
  const search = createSearch(papers);
  const build = performance.now() - begun;
  const asked = fairQueries(papers, queries, seed);
  const isFound = (query: string, series: string) => search.find(query, TOP).some((hit) => hit.series === series);
  const results = asked.map((query) => ({ ...query, exactly: isFound(query.exact, query.series), anyway: isFound(query.mistyped, query.series) }));
  const times: number[] = [];
  for (const { exact, mistyped } of asked.slice(0, typed)) {
    for (const text of [exact, mistyped]) {
      for (let length = 1; length <= text.length; length++) {
        const before = performance.now();
        search.find(text.slice(0, length), TOP);
        times.push(performance.now() - before);
      }
    }
  }
  times.sort((a, b) => a - b);
  const share = (some: { anyway: boolean }[]) => some.filter(({ anyway }) => anyway).length / some.length;
  return {
    queries: asked.length,
    series: search.size,
    build,
    exact: results.filter(({ exactly }) => exactly).length / results.length,
    mistyped: share(results),
    mistypedBy: Object.fromEntries(SLIPS.map((slip) => [slip, share(results.filter((result) => result.slip === slip))])) as Record<Slip, number>,
    keystroke: { p50: at(times, 0.5), p95: at(times, 0.95), most: times.at(-1) ?? 0, count: times.length },
    missed: results.flatMap(({ exact, mistyped, series, exactly, anyway }) => [
      ...(exactly ? [] : [{ query: exact, series }]),
      ...(anyway ? [] : [{ query: mistyped, series }]),
    ]),
  };
}

/** Queries that tell their paper from others; fewer than asked for where the index has too few papers with such words. */
export function fairQueries(papers: readonly Paper[], count: number, seed: number): FairQuery[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const all = [...groupSeries(papers).values()].map(({ id, revisions }) => {
    const { title, authors } = revisions.at(-1) as Paper;
    const texts = revisions.flatMap((revision) => [revision.title, ...revision.authors]);
    return { id, words: wordsOf(title), surnames: authors.flatMap((author) => wordsOf(author).slice(-1)), searched: new Set(texts.flatMap(wordsOf)) };
  });
  const having = new Map<string, Set<string>>();
  for (const { id, searched } of all) for (const word of searched) having.set(word, (having.get(word) ?? new Set()).add(id));
  const howMany = ([first = "", ...others]: string[]) =>
    [...(having.get(first) ?? [])].filter((id) => others.every((word) => having.get(word)?.has(id))).length;
  const candidates = all.filter(({ words }) => words.length >= 2);
  const queries: FairQuery[] = [];
  for (let tries = 0; queries.length < count && candidates.length > 0 && tries < TRIES * count; tries++) {
    const { id, words, surnames } = pick(candidates);
    const isByAuthor = surnames.length > 0 && random() < 0.5;
    const chosen = isByAuthor ? [pick(surnames), pick(words)] : [pick(words), pick(words), pick(words)];
    const distinct = [...new Set(chosen)];
    if (distinct.length < 2 || howMany(distinct) > TOP) continue;
    const slip = SLIPS[queries.length % SLIPS.length] as Slip;
    const mistaken = Math.floor(random() * distinct.length);
    const mistyped = distinct.map((word, i) => (i === mistaken ? withSlip(word, slip, random) : word));
    queries.push({ series: id, exact: distinct.join(" "), mistyped: mistyped.join(" "), slip });
  }
  return queries;
}

/** The word with one slip in it, at any place; swapped letters are different ones where there are such. */
export function withSlip(word: string, slip: Slip, random: () => number): string {
  const letters = [...word];
  const place = Math.floor(random() * letters.length);
  const letter = () => LETTERS[Math.floor(random() * LETTERS.length)] ?? "";
  if (slip === "drop") letters.splice(place, 1);
  if (slip === "insert") letters.splice(place, 0, letter());
  if (slip === "replace") letters[place] = letter();
  if (slip === "swap") {
    const possible = [...letters.keys()].filter((i) => i > 0 && letters[i] !== letters[i - 1]);
    const right = possible[Math.floor(random() * possible.length)];
    if (right !== undefined) [letters[right - 1], letters[right]] = [letters[right] as string, letters[right - 1] as string];
  }
  return letters.join("");
}

function wordsOf(text: string): string[] {
  return foldText(text).match(WORD) ?? [];
}

function at(sorted: number[], share: number): number {
  return sorted[Math.floor(share * sorted.length)] ?? 0;
}
