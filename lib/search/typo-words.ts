import UFuzzy from "@leeoniya/ufuzzy";
import { remember } from "../papers/text/remember.ts";
import { QUALITY } from "./match-quality.ts";
import type { SearchedSeries } from "./searched-series.ts";

/** The words that a mistyped one may stand for. */
export interface TypoWords {
  /** How well each word of the series may be what was meant; without those that the term stands in. Folded; empty where there are none. */
  find: (term: string) => ReadonlyMap<string, number>;
  /** The places of the series that have the word. */
  seriesWith: (word: string) => readonly number[];
}

const MIN_TERM = 3;
/** Letters. A pattern grows with the square of these; longer words are found as they are typed only. */
const MAX_TERM = 24;
const MAX_WORD = 40;
const LATIN = /^[a-z0-9]+$/;
const WORD = /[a-z0-9]+/g;
/** uFuzzy takes this word for a mark of its own and stumbles. */
const UFUZZY_MARK = "eexxaacctt";
const NONE: ReadonlyMap<string, number> = new Map();
const ONE_SLIP = { intraSlice: [0, Number.POSITIVE_INFINITY] as UFuzzy.IntraSliceIdxs, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 } as const;
const NO_SLIP = { ...ONE_SLIP, intraIns: 0, intraSub: 0, intraTrn: 0, intraDel: 0 } as const;

/** Finds words with one slip: a letter swapped, left out, put in or replaced. Latin letters only: in other scripts terms are found as typed. */
export function typoWords(series: readonly SearchedSeries[]): TypoWords {
  const seriesOf = new Map<string, number[]>();
  for (const [place, { text }] of series.entries()) {
    for (const word of new Set(text.match(WORD))) {
      if (word.length < MIN_TERM || word.length > MAX_WORD) continue;
      const places = seriesOf.get(word);
      if (places) places.push(place);
      else seriesOf.set(word, [place]);
    }
  }
  const words = [...seriesOf.keys()];
  const fuzzy = new UFuzzy({ intraMode: 1, interLft: 2, intraRules: (part) => (/[^0-9]/.test(part) ? ONE_SLIP : NO_SLIP) });
  const find = remember((term: string): ReadonlyMap<string, number> => {
    if (term.length < MIN_TERM || term.length > MAX_TERM || !LATIN.test(term) || term === UFUZZY_MARK) return NONE;
    const found = new Map<string, number>();
    for (const place of fuzzy.filter(words, term) ?? []) {
      const word = words[place];
      if (word === undefined || word.includes(term)) continue;
      found.set(word, Math.abs(word.length - term.length) <= 1 ? QUALITY.typoOfWord : QUALITY.typo);
    }
    return found;
  }, 32);
  return { find, seriesWith: (word) => seriesOf.get(word) ?? [] };
}
