/** Written large, as in other searches; in small letters it is a word. German has its own. */
const OR = /(?<=^| )(?:OR|ODER)(?= |$)/g;
const OUTSIDE_QUOTES = /[^"]+|"[^"]*"?/g;

/** Marks of the direction of writing, soft hyphens and blanks without width come along with what is copied; nobody sees them. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
/** "Ｐ２３００" */
const WIDE = /[\uFF01-\uFF5E]/g;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;
const DIGIT = /\p{Nd}/u;

/** One line as it is read: nothing unseen in it, digits and wide letters plain, blanks single, typographic quotes plain, and outside of them "OR" as the bar that it means, with blanks around it. */
export function tidyLine(text: string): string {
  return singleBlanks(
    singleBlanks(plainLetters(text.normalize("NFC")).replace(/[“”„‟]/g, '"')).replace(OUTSIDE_QUOTES, (part) =>
      part.startsWith('"') ? part : part.replace(OR, "|").replaceAll("|", " | "),
    ),
  );
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
