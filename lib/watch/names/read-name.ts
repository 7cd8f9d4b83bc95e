import { remember } from "../../papers/text/remember.ts";
import { type NameToken, readToken } from "./name-token.ts";

/** One blank-separated word of a name; hyphens give it several readings: "Jean-Heyd" is "Jean" and "JeanHeyd". */
export interface NameWord {
  /** With the dot of an abbreviation. */
  text: string;
  asFirst: NameToken[];
  asLast: NameToken[];
  /** Of both, but none of an initial. */
  keys: string[];
}

export interface PersonName {
  /** Never empty; titles and suffixes are gone. */
  words: [NameWord, ...NameWord[]];
  /** "van der Berg": opens with a particle, so it may be a surname alone. */
  particle: boolean;
  /** With what may also be written together: "Arthur ODwyer" for "Arthur O Dwyer". */
  joined?: PersonName;
  /** A bit for each key of the last word, and of all: where the one's are none of the other's, they cannot agree. */
  lastBits: number;
  allBits: number;
}

const TITLES = new Set(["dr", "prof", "professor", "mr", "mrs", "ms"]);
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv", "phd"]);
const DEGREE = /(?<![\p{L}\p{M}])(?:Ph\. ?D|[MB]\. ?Sc|Dipl\.-?\p{L}{2,5})(?![\p{L}\p{M}])\.?/giu;
const PARTICLES = new Set("van von v der den de del della di da du dos das do la le ter ten te zu zur zum af av el al bin ibn st".split(" "));
const JOINED = new Set([...PARTICLES, "o", "d", "mc", "mac"]);
const WORD = /[\p{L}\p{M}\p{N}\p{Cf}\p{Pd}\uFFFD'`´’‘‛′]+\.?/gu;

/**
 * Reads a person's name as written in a paper or typed by a user; undefined where nothing in it can be a name.
 * Remembered for the whole module: the same few thousand authors are asked for at every keystroke, and a lost answer is only computed again.
 */
export const readName = remember((text: string): PersonName | undefined => {
  const outside = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, " ").replace(DEGREE, " ");
  const parts = outside.split(",").map(wordsOf);
  // "Lovelace, Ada", but "Guy Steele, Jr."
  const [family = [], given = []] = parts.filter((words, i) => words.length > 0 && (i === 0 || words.length > 1 || !isOneOf(SUFFIXES, words[0])));
  const words = initialsFirst(withoutTitles([...given, ...family]));
  const name = nameOf(words);
  const joined = nameOf(joinSurname(words));
  if (!name || !joined || joined.words.length === words.length) return name;
  return { ...name, joined, lastBits: name.lastBits | joined.lastBits, allBits: name.allBits | joined.allBits };
});

function wordsOf(text: string): NameWord[] {
  return (text.match(WORD) ?? []).flatMap(readWord);
}

function withoutTitles(words: NameWord[]): NameWord[] {
  let begin = 0;
  while (begin < words.length - 1 && isOneOf(TITLES, words[begin])) begin++;
  let end = words.length;
  while (end > begin + 1 && isOneOf(SUFFIXES, words[end - 1])) end--;
  return words.slice(begin, end);
}

/** "Lovelace A. B.": no surname is an initial. */
function initialsFirst(words: NameWord[]): NameWord[] {
  const end = words.findLastIndex((word) => !isInitial(word)) + 1;
  return words[0] && isInitial(words[0]) ? words : [...words.slice(end), ...words.slice(0, end)];
}

/** "O Dwyer", "Mc Kenney", "Dos Reis" as one word; "O." is an initial. */
function joinSurname(words: NameWord[]): NameWord[] {
  let begin = words.length - 1;
  while (begin > 0 && isOneOf(JOINED, words[begin - 1]) && !words[begin - 1]?.text.endsWith(".")) begin--;
  const surname = words.slice(begin);
  return surname.length > 1 ? [...words.slice(0, begin), ...readWord(surname.map(({ text }) => text).join(""))] : words;
}

function nameOf([first, ...rest]: NameWord[]): PersonName | undefined {
  if (!first) return undefined;
  const words: PersonName["words"] = [withSecond(first, rest), ...rest];
  const lastBits = bitsOf(words.at(-1)?.asLast ?? []);
  const allBits = words.reduce((bits, { asFirst, asLast }) => bits | bitsOf(asFirst) | bitsOf(asLast), 0);
  return { words, particle: rest.length > 0 && isOneOf(PARTICLES, first), lastBits, allBits };
}

/** "Jean Heyd Meneide" is "JeanHeyd Meneide" as well. */
function withSecond(first: NameWord, [second, third]: NameWord[]): NameWord {
  const both = second && third && !isInitial(first) && !isInitial(second) ? readToken(first.text + second.text) : undefined;
  return both ? { ...first, asFirst: [...first.asFirst, both] } : first;
}

function bitsOf(tokens: NameToken[]): number {
  let bits = 0;
  for (const { keys } of tokens) for (const key of keys) bits |= 1 << hashOf(key);
  return bits;
}

function hashOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) | 0;
  return hash & 31;
}

function readWord(text: string): NameWord[] {
  const whole = text.replace(/\.$/, "");
  const parts = whole
    .split(/\p{Pd}+/u)
    .map(readToken)
    .filter((token) => token !== undefined);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return [];
  const joined = parts.length > 1 ? readToken(whole.replace(/\p{Pd}+/gu, "")) : undefined;
  const asFirst = joined ? [first, joined] : [first];
  const asLast = joined ? [last, joined] : [last];
  return [{ text, asFirst, asLast, keys: [...asFirst, ...asLast].flatMap(({ initial, keys }) => (initial ? [] : keys)) }];
}

export function isInitial({ asFirst }: NameWord): boolean {
  return asFirst.length === 1 && asFirst[0]?.initial === true;
}

function isOneOf(set: Set<string>, word: NameWord | undefined): boolean {
  return word?.asFirst.length === 1 && set.has(word.asFirst[0]?.keys[0] ?? "");
}
