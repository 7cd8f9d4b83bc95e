import { datesIn } from "../../papers/text/find-date.ts";
import { type OwnMarks, paperIdIn } from "./own-marks.ts";

/** A word or a sign, with the blanks behind it. */
export interface Word {
  text: string;
  /** What it is compared by. */
  key: string;
}

const WORDS = /(?:^\s+)?(?:\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}_]+|\S)\s*/gu;
const SIGNS: Record<string, string> = Object.fromEntries(
  [
    ['"“”„‟«»″', '"'],
    ["'‘’‚‛′`´", "'"],
    ["-‐‑‒–—―−", "-"],
  ].flatMap(([signs = "", sign = ""]) => [...signs].map((one) => [one, sign])),
);
const ASCII = /^[\x21-\x7e]*$/;
const PAPER = /^[PD]\d/i;
const NUMBER = /^\d+(?:\.\d+)*$/;
const BEFORE_NUMBER = /^(?:§|sections?|subsections?|clauses?|subclauses?|chapters?)$/i;
/** In place of what is another in each revision. */
const [OWN_ID, OWN_DATE, SECTION] = ["\u0000id", "\u0000date", "\u0000section"];

/** The words of a text. What only looks another, and what each revision has otherwise (its number, its date, numbers of sections), has one key. */
export function wordsOf(text: string, own: OwnMarks): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const { date, from: begin, end } of own.date !== undefined && text.includes(own.date.slice(0, 4)) ? datesIn(text) : []) {
    if (date !== own.date) continue;
    words.push(...split(text.slice(from, begin), own));
    const [blanks = ""] = /^\s*/.exec(text.slice(end)) ?? [];
    from = end + blanks.length;
    words.push({ text: text.slice(begin, from), key: OWN_DATE });
  }
  words.push(...split(text.slice(from), own));
  for (const [at, word] of words.entries()) if (isSectionNumber(words, at)) word.key = SECTION;
  return words;
}

/** Whether a word is one that people count. */
export function isCounted({ key }: Word): boolean {
  return /[\p{L}\p{N}]/u.test(key);
}

function split(text: string, own: OwnMarks): Word[] {
  return (text.match(WORDS) ?? []).map((word) => ({ text: word, key: keyOf(word.trim(), own) }));
}

function keyOf(word: string, { id }: OwnMarks): string {
  if (id !== undefined && PAPER.test(word) && paperIdIn(word) === id) return OWN_ID;
  return SIGNS[word] ?? (ASCII.test(word) ? word : word.normalize("NFKC"));
}

/** "§ 4.1", "section 4", and "26.4.2 [alg.sort]", which is another with each draft of the standard. */
function isSectionNumber(words: Word[], at: number): boolean {
  if (!NUMBER.test(words[at]?.key ?? "")) return false;
  return BEFORE_NUMBER.test(words[at - 1]?.key ?? "") || (words[at + 1]?.key === "[" && words[at]?.key.includes(".") === true);
}
