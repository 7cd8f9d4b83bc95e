import { foldText } from "./fold-text.ts";

/** One part of a name, with every key it may be compared by. */
export interface NameToken {
  keys: string[];
  /** A single letter, which stands for any name that begins with it. */
  initial: boolean;
}

const DIGRAPHS: Record<string, string> = { ö: "oe", ü: "ue", ä: "ae", ø: "oe", å: "aa", đ: "dj" };

// Between consonants only: "Koeppe" may be "Koppe", but "Xue" is never "Xu" nor "Bauer" "Baur".
const DIGRAPH_INSIDE = /(?<=[b-df-hj-np-tv-z])(?:([ou])e|a[ae])(?=[b-df-hj-np-tv-z])/g;

/** Reads one word without blanks or hyphens; undefined where it has no letter. */
export function readToken(word: string): NameToken | undefined {
  const composed = word.normalize("NFC").toLowerCase();
  const plain = foldText(word);
  if (!/\p{L}/u.test(plain)) return undefined;
  const spelledOut = foldText(composed.replace(/[öüäøåđ]/g, (letter) => DIGRAPHS[letter] ?? letter));
  const shortened = plain.replace(DIGRAPH_INSIDE, (_, vowel = "a") => vowel);
  return { keys: [...new Set([plain, spelledOut, shortened])], initial: /^[\p{Lu}\p{Ll}\p{Lt}]\p{M}*$/u.test(word.normalize("NFC")) };
}

/** Whether both may be spellings of one word. */
export function tokensAgree(a: NameToken, b: NameToken): boolean {
  return a.keys.some((key) => b.keys.includes(key));
}

/** The same for first names, where an initial stands for the whole. */
export function firstNamesAgree(a: NameToken, b: NameToken): boolean {
  return tokensAgree(a, b) || (a.initial && begins(b, a)) || (b.initial && begins(a, b));
}

function begins(full: NameToken, { keys: [letter = ""] }: NameToken): boolean {
  return full.keys.some((key) => key.startsWith(letter));
}
