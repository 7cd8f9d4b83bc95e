import { remember } from "../../papers/text/remember.ts";
import { type NameToken, readToken } from "./name-token.ts";

/** One blank-separated word of a name; hyphens give it several readings: "Jean-Heyd" is "Jean" and "JeanHeyd". */
export interface NameWord {
  asFirst: NameToken[];
  asLast: NameToken[];
}

export interface PersonName {
  /** Never empty; titles and suffixes are gone. */
  words: [NameWord, ...NameWord[]];
  /** "van der Berg": opens with a particle, so it may be a surname alone. */
  particle: boolean;
}

const TITLES = new Set(["dr", "prof", "professor", "mr", "mrs", "ms"]);
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv", "phd"]);
const PARTICLES = new Set("van von v der den de del della di da du dos das do la le ter ten te zu zur zum af av el al bin ibn st".split(" "));
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{Cf}\p{Pd}\uFFFD'`´’‘‛′]+/u;

/**
 * Reads a person's name as written in a paper or typed by a user; undefined where nothing in it can be a name.
 * Remembered for the whole module: the same few thousand authors are asked for at every keystroke, and a lost answer is only computed again.
 */
export const readName = remember((text: string): PersonName | undefined => {
  const outside = text.replace(/\([^()]*\)/g, " ");
  const words = (outside.split(BETWEEN_WORDS).map(readWord) as (NameWord | undefined)[]).filter((word) => word !== undefined);
  if (words.length > 1 && isOneOf(TITLES, words[0])) words.shift();
  while (words.length > 1 && isOneOf(SUFFIXES, words.at(-1))) words.pop();
  const [first, ...rest] = words;
  return first && { words: [first, ...rest], particle: rest.length > 0 && isOneOf(PARTICLES, first) };
});

function readWord(text: string): NameWord | undefined {
  const parts = text
    .split(/\p{Pd}+/u)
    .map(readToken)
    .filter((token) => token !== undefined);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  const joined = parts.length > 1 ? readToken(text.replace(/\p{Pd}+/gu, "")) : undefined;
  return { asFirst: joined ? [first, joined] : [first], asLast: joined ? [last, joined] : [last] };
}

function isOneOf(set: Set<string>, word: NameWord | undefined): boolean {
  return word?.asFirst.length === 1 && set.has(word.asFirst[0]?.keys[0] ?? "");
}
