import type { Paper } from "../papers/paper.ts";
import { remember } from "../papers/text/remember.ts";
import { compileWatch } from "../watch/matching/match-watch.ts";
import { readAsked } from "./asked-watches.ts";
import type { Mark } from "./find-marks.ts";
import { marksIn, type Sought } from "./marks-in.ts";
import { QUALITY, qualityOf } from "./match-quality.ts";
import { type Query, readQuery, type Term } from "./read-query.ts";
import { numberQuality, type SearchedSeries, searchedSeries } from "./searched-series.ts";
import { type TypoWords, typoWords } from "./typo-words.ts";

export interface SearchHit {
  /** "P2300", "N4950". */
  series: string;
  /** Its newest revision; where that has no title or no authors, as a draft may, with those of the newest one that has. */
  paper: Paper;
  revisions: number;
  /** What of that paper's id, title and authors matched. Those of one field are in order and do not overlap. */
  marks: Mark[];
}

/** All that fits, for who narrows it further. */
export interface EveryHit {
  /** Ids of the series, best first. */
  series: string[];
  sought: Sought;
}

export interface Search {
  /** The best hits, best first, at most `limit`. [] where nothing was typed. Never throws. */
  find(query: string, limit: number): SearchHit[];
  /** Every hit, without its marks. Never throws. */
  findEvery(query: string): EveryHit;
  /** How many series are searched. */
  size: number;
}

/** Below so many hits a slip of the hand is looked for. */
const FEW = 5;
const REMEMBERED_TERMS = 16;
/** By QUALITY. Where every word stands as typed comes before where one does not; a number that was typed comes before all. */
const WEIGHT = [0, -100, -98, 3, 5, 8, 1_000];
const SAME_PHRASE = 1;
const SAME_TITLE = 2;
/** The number alone fits: "2023" in "ranges 2023" may have been a year. */
const ONLY_NUMBER = -100_000;
/** What stands beside a number and is no longer than this may be a slip: "1 2300". */
const MAX_GARBAGE = 2;
const NO_WORDS: ReadonlyMap<string, number> = new Map();

/** Makes the series of these papers searchable by number, title and author, and by whatever can be typed as a watch. */
export function createSearch(papers: Iterable<Paper>): Search {
  const series = searchedSeries(papers);
  let words: TypoWords | undefined;
  const typos = () => {
    words ??= typoWords(series);
    return words;
  };
  // Remembered by the term as JSON: with each key that is pressed only the last word of a query is another.
  const asTyped = remember((term) => qualities(series, JSON.parse(term)), REMEMBERED_TERMS);
  const tolerant = remember((term) => withTypos(asTyped(term), JSON.parse(term), typos()), REMEMBERED_TERMS);
  const look = (text: string): { ranking: Ranking; sought: Sought } => {
    const query = readQuery(text);
    const terms = query.terms.map((term) => JSON.stringify(term));
    const ranking = rank(series, query, terms.map(asTyped));
    if (ranking.complete >= FEW) return { ranking, sought: { terms: query.terms, typos: query.terms.map(() => NO_WORDS) } };
    return {
      ranking: rank(series, query, terms.map(tolerant)),
      sought: { terms: query.terms, typos: query.terms.map(({ spellings: [word] }) => typos().find(word)) },
    };
  };
  const lookForWords = (text: string): Looked => {
    const { ranking, sought } = look(text);
    return { places: (limit) => best(ranking, limit), sought };
  };
  const lookFor = (text: string): Looked => {
    const asked = readAsked(text);
    if (!asked) return lookForWords(text);
    const matchers = asked.watches.map(compileWatch);
    const places = placesWhere(series, ({ documents }) => documents.some((document) => matchers.some((find) => find(document))));
    if (asked.isAlsoText) {
      const plain = lookForWords(text);
      return { ...plain, places: (limit) => [...new Set([...plain.places(limit), ...places])].slice(0, limit) };
    }
    // Half a name finds nobody yet; what it begins is there.
    if (places.length === 0 && asked.words.trim() !== "") return lookForWords(asked.words);
    const { terms } = readQuery(asked.words);
    return { places: (limit) => places.slice(0, limit), sought: { terms, typos: terms.map(() => NO_WORDS) } };
  };
  const at = (place: number) => series[place] as SearchedSeries;
  return {
    size: series.length,
    find(text, limit) {
      const { places, sought } = lookFor(text);
      return places(limit).map((place) => {
        const { id, paper, revisions } = at(place);
        return { series: id, paper, revisions, marks: marksIn(paper, sought) };
      });
    },
    findEvery(text) {
      const { places, sought } = lookFor(text);
      return { series: places(series.length).map((place) => at(place).id), sought };
    },
  };
}

/** What was found, best first, and what for. */
interface Looked {
  places: (limit: number) => number[];
  sought: Sought;
}

function placesWhere(series: SearchedSeries[], isMeant: (one: SearchedSeries) => boolean): number[] {
  return series.flatMap((one, place) => (isMeant(one) ? place : []));
}

/** How well each of the series has the term as it was typed. */
function qualities(series: SearchedSeries[], { spellings, number }: Term): Uint8Array {
  return Uint8Array.from(series, (one) => {
    let best = number ? numberQuality(number, one) : QUALITY.none;
    for (const spelling of spellings) if (best < QUALITY.word) best = Math.max(best, qualityOf(spelling, one.text));
    return best;
  });
}

/** The same, where another word may have been meant. */
function withTypos(asTyped: Uint8Array, { spellings: [word] }: Term, { find, seriesWith }: TypoWords): Uint8Array {
  const qualities = asTyped.slice();
  for (const [meant, quality] of find(word)) for (const place of seriesWith(meant)) qualities[place] = Math.max(qualities[place] ?? 0, quality);
  return qualities;
}

interface Ranking {
  /** Places of series by their score, in the order of the series. */
  byScore: Map<number, number[]>;
  /** How many have every term. */
  complete: number;
}

/** `qualities` has those of each term of the query. */
function rank(series: SearchedSeries[], { terms, phrase }: Query, qualities: Uint8Array[]): Ranking {
  const ranking: Ranking = { byScore: new Map(), complete: 0 };
  if (terms.length === 0) return ranking;
  for (const [place, { text }] of series.entries()) {
    let score = 0;
    let isComplete = true;
    for (const each of qualities) {
      const quality = each[place] ?? QUALITY.none;
      if (quality === QUALITY.none) isComplete = false;
      score += WEIGHT[quality] ?? 0;
    }
    if (isComplete) {
      ranking.complete++;
      if (text.startsWith(phrase, 1) && text[phrase.length + 1] === "\n") score += SAME_TITLE;
      else if (terms.length > 1 && text.includes(phrase)) score += SAME_PHRASE;
    } else {
      const named = terms.find((_, i) => qualities[i]?.[place] === QUALITY.number);
      if (!named) continue;
      const others = terms.filter((_, i) => qualities[i]?.[place] === QUALITY.none);
      if (!named.number?.prefix && others.some(({ spellings: [word] }) => word.length > MAX_GARBAGE)) score += ONLY_NUMBER;
    }
    const places = ranking.byScore.get(score);
    if (places) places.push(place);
    else ranking.byScore.set(score, [place]);
  }
  return ranking;
}

function best({ byScore }: Ranking, limit: number): number[] {
  let places: number[] = [];
  for (const score of [...byScore.keys()].sort((a, b) => b - a)) {
    if (places.length >= limit) break;
    places = places.concat(byScore.get(score) ?? []);
  }
  return places.slice(0, limit);
}
