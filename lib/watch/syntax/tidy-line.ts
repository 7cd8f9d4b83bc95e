import { PREFIXES } from "./split-terms.ts";

/** Written large, as in other searches; in small letters it is a word. German has its own. */
const OR = /(?<=^| )(?:OR|ODER)(?= |$)/g;
const PREFIX = `(?:${PREFIXES.join("|")})`;
/** Terms that stand side by side must all hold: nothing needs to say so. Between names and words it is a sign that is no word. */
const AND_BEFORE = new RegExp(`(?<=^| )(?:AND|UND|&&?) (?=(?:NOT |NICHT |[!−–-])?${PREFIX}:)`, "giu");
const AND = /(?<=^| )(?:AND|UND|&&)(?= |$)/g;
const NOT_BEFORE = new RegExp(`(?<=^| )(?:NOT |NICHT |!)(?=${PREFIX}:)`, "giu");
/** "author:(Kühl OR Brand)" and "(author:Kühl OR author:Brand)" */
const GROUP = new RegExp(`(?<=^| )([!−–-]?${PREFIX}: ?)?\\(([^()]{1,400})\\)(?=$| )`, "giu");
const BAR = / ?\| ?| (?:OR|ODER) /;
const BLANK_BEFORE_COLON = new RegExp(`^(${PREFIX}) :`, "iu");
const OUTSIDE_QUOTES = /[^"]+|"[^"]*"?/g;

/** Marks of the direction of writing, soft hyphens and blanks without width come along with what is copied; nobody sees them. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
/** "Ｐ２３００" */
const WIDE = /[\uFF01-\uFF5E]/g;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;
const DIGIT = /\p{Nd}/u;

/**
 * One line as it is read: nothing unseen in it, digits and wide letters plain, blanks single, typographic quotes plain, and outside
 * of them "OR" as the bar that it means, with blanks around it, "NOT" as the minus, and neither "AND" nor the brackets around alternatives.
 */
export function tidyLine(text: string): string {
  const plain = singleBlanks(plainLetters(text.normalize("NFC")).replace(/[“”„‟«»]/g, '"'));
  return singleBlanks(
    withoutGroups(plain.replace(BLANK_BEFORE_COLON, "$1:")).replace(OUTSIDE_QUOTES, (part) => (part.startsWith('"') ? part : plainSigns(part))),
  );
}

function plainSigns(part: string): string {
  return part.replace(AND_BEFORE, "").replace(NOT_BEFORE, "-").replace(AND, "&").replace(OR, "|").replaceAll("|", " | ");
}

/** Without brackets around alternatives of one kind: other terms need none, and what is in brackets elsewhere may be a part of a name. */
function withoutGroups(line: string): string {
  return line.includes("(")
    ? line.replace(GROUP, (whole, prefix: string | undefined, inside: string) => (areAlternatives(inside, prefix) ? (prefix ?? "") + inside.trim() : whole))
    : line;
}

function areAlternatives(inside: string, prefix: string | undefined): boolean {
  const parts = inside.split(BAR);
  const kinds = new Set(parts.map((part) => /^([a-z]{1,8}):/i.exec(part.trim())?.[1]?.toLowerCase()));
  const terms = inside.match(/(?<![\p{L}\p{N}])[a-z]{1,8}:(?!:)/giu)?.length ?? 0;
  return parts.length > 1 && (prefix ? terms === 0 : kinds.size === 1 && !kinds.has(undefined) && terms === parts.length);
}

function plainLetters(text: string): string {
  return text
    .replace(UNSEEN, "")
    .replace(WIDE, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(FOREIGN_DIGIT, plainDigit);
}

/** Unicode gives each script its ten digits in a row, from a code that ends in 0 or in 6. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const row = code - (code % 16);
  const value = code - (DIGIT.test(String.fromCodePoint(row)) ? row : row + 6);
  return value >= 0 && value <= 9 ? String(value) : digit;
}

function singleBlanks(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
