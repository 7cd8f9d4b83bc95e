import { paperIdIn } from "./own-marks.ts";

/** A word or a sign, with the blanks behind it. */
export interface Word {
  text: string;
  /** What it is compared by. */
  key: string;
  /** In place of the key: the same for the same one. */
  number: number;
  /** Whether it is one that people count. */
  isCounted: boolean;
  /** Whether it is a number like "4" or "26.4.2". */
  isNumber: boolean;
  /** "P9001R2", where it is the number of a paper. */
  paper?: string;
}

/** The words of two texts that are compared: each is looked at once, however often it stands there. */
export interface Vocabulary {
  /** Whether what is raised is compared. */
  keepsScripts: boolean;
  /** A word as it stands in the text. */
  wordOf(text: string): Word;
  /** The word that is compared by something else than what it says. */
  wordAs(text: string, key: string): Word;
  numberOf(key: string): number;
}

const SIGNS: Record<string, string> = Object.fromEntries(
  [
    ['"“”„‟«»″', '"'],
    ["'‘’‚‛′`´", "'"],
    ["-‐‑‒–—―−", "-"],
  ].flatMap(([signs = "", sign = ""]) => [...signs].map((one) => [one, sign])),
);
const ASCII = /^[\x21-\x7e]*$/;
const COUNTED = /[\p{L}\p{N}]/u;
const PAPER = /^[PD]\d/i;
const NUMBER = /^\d+(?:\.\d+)*$/;

/** Raised and lowered digits, which NFKC makes plain ones: 10⁶ is not 106. */
const SCRIPTS = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]/;
const WITHIN_SCRIPTS = /[^\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]+/g;

/** `keepsScripts`: not of texts one of which was read before raised digits were seen. */
export function createVocabulary(keepsScripts = true): Vocabulary {
  const words = new Map<string, Word>();
  const numbers = new Map<string, number>();
  return { keepsScripts, wordOf, wordAs, numberOf };

  function wordOf(text: string): Word {
    const known = words.get(text);
    if (known) return known;
    const said = text.trim();
    const kept = keepsScripts || said.length < 2 ? said : said.replaceAll("^", "");
    const word = wordAs(text, SIGNS[kept] ?? (ASCII.test(kept) ? kept : composed(kept)));
    const paper = PAPER.test(said) ? paperIdIn(said) : undefined;
    if (paper !== undefined) word.paper = paper;
    words.set(text, word);
    return word;
  }

  function composed(said: string): string {
    return keepsScripts && SCRIPTS.test(said) ? said.replace(WITHIN_SCRIPTS, (part) => part.normalize("NFKC")) : said.normalize("NFKC");
  }

  function wordAs(text: string, key: string): Word {
    return { text, key, number: numberOf(key), isCounted: COUNTED.test(key), isNumber: NUMBER.test(key) };
  }

  function numberOf(key: string): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  }
}
