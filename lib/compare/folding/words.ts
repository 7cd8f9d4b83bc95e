import { datesIn } from "../../papers/text/find-date.ts";
import type { OwnMarks } from "./own-marks.ts";
import { createVocabulary, type Vocabulary, type Word } from "./vocabulary.ts";

const WORDS = /(?:^\s+)?(?:\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}_]+|\S)\s*/gu;
/** The same, but "2^n" and "2^" of "2^-n" are one. */
const WORDS_WITH_RAISED = /(?:^\s+)?(?:\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}_]+(?:\^[\p{L}\p{M}\p{N}_]+)*\^?|\S)\s*/gu;
const BEFORE_NUMBER = /^(?:§|sections?|subsections?|clauses?|subclauses?|chapters?)$/i;
const BEGINS_NAME = /^\p{Ll}/u;
/** Words with a capital that stand before a clause; others with one may be of a product, as those of VERSIONED are, and the number its version. */
const BEFORE_CLAUSE = new Set(
  "add after amend append at before change delete edit extend from in insert modify move of per remove rename replace rewrite see section clause strike to under update".split(
    " ",
  ),
);
const VERSIONED = new Set("boost clang cmake gcc llvm release version versions".split(" "));
const OF_DOCUMENT = /^[NPD]\d{3,5}/i;
const BEGINS_LARGE = /^[\p{Lu}\p{N}]/u;
/** In place of what is another in each revision. */
const [OWN_ID, OWN_DATE, SECTION] = ["\u0000id", "\u0000date", "\u0000section"];
/** What stands for a cell with nothing in it: no word that people count. */
const EMPTY = "\t";
const HAS_EMPTY = /^\s*\t|\t\s*\t/;
const CELLS = /(?<=\t)(?=\s*[\t\S])/;

/**
 * The words of a text. What only looks another, and what each revision has otherwise (its number, its date, numbers of sections), has one key:
 * in either of two texts that are compared the marks of both, or a line that both have would be another.
 */
export function wordsOf(text: string, own: OwnMarks[], vocabulary: Vocabulary = createVocabulary()): Word[] {
  const words: Word[] = [];
  let from = 0;
  const isDated = own.some(({ date }) => date !== undefined && text.includes(date.slice(0, 4)));
  for (const { date, from: begin, end } of isDated ? datesIn(text) : []) {
    if (date === undefined || !own.some((one) => one.date === date)) continue;
    split(text.slice(from, begin));
    const [blanks = ""] = /^\s*/.exec(text.slice(end)) ?? [];
    from = end + blanks.length;
    words.push(vocabulary.wordAs(text.slice(begin, from), OWN_DATE));
  }
  split(from === 0 ? text : text.slice(from));
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (word.isNumber && isSectionNumber(words, at)) words[at] = vocabulary.wordAs(word.text, SECTION);
  }
  return words;

  function split(text: string): void {
    for (const part of text.match(vocabulary.keepsScripts ? WORDS : WORDS_WITH_RAISED) ?? []) {
      const word = vocabulary.wordOf(part);
      words.push(word.paper !== undefined && own.some(({ id }) => id === word.paper) ? vocabulary.wordAs(part, OWN_ID) : word);
    }
  }
}

/** The words of a row of a table, and a sign for each empty cell before its last one. */
export function wordsOfRow(text: string, own: OwnMarks[], vocabulary: Vocabulary): Word[] {
  const words = wordsOf(text, own, vocabulary);
  if (!HAS_EMPTY.test(text)) return words;
  return words.flatMap((word) =>
    HAS_EMPTY.test(word.text) ? word.text.split(CELLS).map((part) => (part.trim() === "" ? vocabulary.wordAs(part, EMPTY) : { ...word, text: part })) : word,
  );
}

/** "§ 4.1", "section 4", and "26.4.2 [alg.sort]", which is another with each draft of the standard. */
function isSectionNumber(words: Word[], at: number): boolean {
  return BEFORE_NUMBER.test(words[at - 1]?.key ?? "") || isOfClause(words, at);
}

/** "26.4 [alg.sort]" and "26.4.2 [vector]" name clauses; "12.4 [ms]", "GCC 12.2.0 [5]", "GCC 12.2.0 [bug]" and "3.5[i]" measure, cite and compute. */
function isOfClause(words: Word[], at: number): boolean {
  const [number, bracket, name, sign] = words.slice(at, at + 4);
  if (!number || number.text === number.key || bracket?.key !== "[" || !name || !BEGINS_NAME.test(name.text)) return false;
  const depth = number.key.split(".").length;
  if (depth > 1 && /\S$/.test(name.text) && sign?.text === ".") return true;
  return depth > 2 && sign?.key === "]" && !isOfProduct(words[at - 1]?.key ?? "");
}

/** Whether a number behind this word may be that of a version; behind a paper's or the draft standard's it is none. */
function isOfProduct(word: string): boolean {
  const small = word.toLowerCase();
  return VERSIONED.has(small) || (BEGINS_LARGE.test(word) && !BEFORE_CLAUSE.has(small) && !OF_DOCUMENT.test(word));
}
