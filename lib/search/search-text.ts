import { foldText } from "../watch/names/fold-text.ts";
import { readAsked } from "./asked-watches.ts";
import type { Mark } from "./find-marks.ts";
import { foldWithPlaces } from "./fold-with-places.ts";
import { placesOf, QUALITY, qualityOf } from "./match-quality.ts";
import { readQuery } from "./read-query.ts";

/** A piece of a text, with what was looked for marked in it. */
export interface Excerpt {
  text: string;
  /** In order, without overlap. */
  marks: Pick<Mark, "from" | "to">[];
}

/** Below that half of all papers would have it. */
const MIN_WORD = 3;
/** Of what stands before and after the first mark, in UTF-16 units. */
const BEFORE = 80;
const AFTER = 160;
const BLANK = /\s/;

/** The words of a query that are looked for in whole texts, each in its spellings; [] where it asks for something else, for too little, or for a paper by its number. */
export function textWords(query: string): string[][] {
  const asked = readAsked(query);
  if (asked && !asked.isAlsoText) return [];
  const { terms } = readQuery(query);
  const isNumber = terms.length === 1 && terms[0]?.number !== undefined;
  const isEnough = terms.some(({ spellings: [word] }) => word.length >= MIN_WORD);
  return isNumber || !isEnough ? [] : terms.map(({ spellings }) => spellings);
}

/** The piece of a text, paragraph by paragraph, that has most of these words, where each begins a word of it somewhere; undefined where one does not. */
export function findInText(words: string[][], paragraphs: Iterable<string>): Excerpt | undefined {
  const missing = new Set(words);
  let best: { paragraph: string; count: number } | undefined;
  for (const paragraph of paragraphs) {
    const key = foldText(paragraph);
    const has = words.filter((spellings) => spellings.some((word) => qualityOf(word, key) >= QUALITY.beginning));
    for (const word of has) missing.delete(word);
    if (has.length > (best?.count ?? 0)) best = { paragraph, count: has.length };
    if (has.length === words.length) break;
  }
  return best && missing.size === 0 ? excerptOf(best.paragraph, words) : undefined;
}

function excerptOf(paragraph: string, words: string[][]): Excerpt {
  const folded = foldWithPlaces(paragraph);
  const places = words
    .flatMap((spellings) => spellings.flatMap((word) => [...placesOf(word, folded.key)]))
    .filter(({ quality }) => quality >= QUALITY.beginning)
    .map(({ from, to }) => ({ from: folded.from(from), to: folded.to(to - 1) }))
    .sort((one, other) => one.from - other.from);
  const first = places[0]?.from ?? 0;
  const from = first <= BEFORE ? 0 : nextBlank(paragraph, first - BEFORE, first);
  const end = first + AFTER >= paragraph.length ? paragraph.length : lastBlank(paragraph, first + AFTER, first + 1);
  const lead = from > 0 ? "… " : "";
  const marks: Excerpt["marks"] = [];
  for (const place of places) {
    if (place.to > end || place.from < (marks.at(-1)?.to ?? 0) + from - lead.length) continue;
    marks.push({ from: place.from - from + lead.length, to: place.to - from + lead.length });
  }
  const text = paragraph.slice(from, end).replace(/\s/g, " ").toWellFormed();
  return { text: `${lead}${text}${end < paragraph.length ? " …" : ""}`, marks };
}

/** Behind the first blank between these places; the first of them where there is none. */
function nextBlank(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (BLANK.test(text.charAt(at))) return at + 1;
  return from;
}

function lastBlank(text: string, from: number, to: number): number {
  for (let at = from; at > to; at--) if (BLANK.test(text.charAt(at))) return at;
  return from;
}
