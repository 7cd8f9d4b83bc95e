import { closeGaps } from "../papers/written-ids.ts";
import { foldText } from "../watch/names/fold-text.ts";
import { readToken } from "../watch/names/name-token.ts";

/** A number as typed: "2300", "p23", "D2300R1", "n4950". */
export interface TypedNumber {
  /** Drafts and papers are of one series, so D is P here. Absent where none was typed. */
  prefix?: "P" | "N";
  value: number;
  /** The digits, with the zeros before them. */
  digits: string;
  /** Its digits, "" where the R was typed and nothing after it yet. Absent without an R. */
  revision?: string;
}

/** One thing that a paper must have: a word, or signs that stand alone. */
export interface Term {
  /** Folded; any of them will do, the plain one first. */
  spellings: [string, ...string[]];
  number?: TypedNumber;
}

export interface Query {
  terms: Term[];
  /** All of it, folded: a paper that has it word for word comes before others. */
  phrase: string;
}

/** UTF-16 units. The longest title of a paper has 165. */
const MAX_QUERY = 200;
const MAX_TERMS = 8;
const MAX_TERM = 64;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}+#'’]*/gu;
const NUMBER = /^([pdn]?)([0-9]{1,6})(?:r([0-9]{0,3}))?$/;
/** In "c++ 23" the number is no paper's; in "executors 443" it may be. */
const MIN_NUMBER_BESIDE_WORDS = 100;

/** Reads what was typed, whatever it is; what is too long is cut. No terms where there is nothing to look for. */
export function readQuery(text: string): Query {
  const typed = closeGaps(text.slice(0, MAX_QUERY));
  const chunks = typed.split(/\s+/).filter((chunk) => chunk !== "");
  const terms = new Map<string, Term>();
  for (const chunk of chunks) {
    for (const spellings of spellingsOf(chunk, chunks.length === 1)) {
      if (terms.size < MAX_TERMS) terms.set(spellings[0], { spellings });
    }
  }
  for (const term of terms.values()) {
    const number = readNumber(term.spellings[0]);
    if (number && (number.prefix || terms.size === 1 || number.value >= MIN_NUMBER_BESIDE_WORDS)) term.number = number;
  }
  return { terms: [...terms.values()], phrase: foldText(chunks.join(" ")) };
}

/** Signs count where they stand alone and are more than a dash or a comma, or all there is: "<=>" and an emoji. */
function spellingsOf(chunk: string, isAll: boolean): [string, ...string[]][] {
  const words: string[] = chunk.match(WORD) ?? [];
  if (words.length === 0 && (isAll || chunk.length > 1)) words.push(chunk);
  const found: [string, ...string[]][] = [];
  for (const word of words) {
    const part = word.slice(0, MAX_TERM);
    const key = foldText(part).trim();
    if (key !== "") found.push([key, ...(readToken(part)?.keys ?? []).filter((other) => other !== key && other !== "")]);
  }
  return found;
}

function readNumber(key: string): TypedNumber | undefined {
  const [, letter, digits, revision] = NUMBER.exec(key) ?? [];
  if (digits === undefined) return undefined;
  return { ...(letter && { prefix: letter === "n" ? "N" : "P" }), value: Number(digits), digits, ...(revision !== undefined && { revision }) };
}
