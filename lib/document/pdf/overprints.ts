import type { PdfWord } from "./pdf-text.ts";

/** In sizes of a letter. */
const BESIDE = 0.15;
/** Of the words before, so many are looked at: what is printed over one stands next to it. */
const LOOKED_AT = 4;
const MIN_LETTERS = 4;

/** The words of a line, from left to right, without those that are printed once more over a word to make it bold. */
export function withoutOverprints(words: PdfWord[]): PdfWord[] {
  const kept: PdfWord[] = [];
  for (const word of words) {
    const over = kept.slice(-LOOKED_AT).findIndex((one) => covers(one, word) || covers(word, one));
    if (over < 0) kept.push(word);
    else {
      const place = Math.max(0, kept.length - LOOKED_AT) + over;
      if (word.text.length > (kept[place]?.text.length ?? 0)) kept[place] = word;
    }
  }
  return kept;
}

function covers(one: PdfWord, other: PdfWord): boolean {
  const beside = BESIDE * one.size;
  if (Math.abs(one.size - other.size) > beside || Math.abs(one.y - other.y) > beside) return false;
  return other.x > one.x - beside && other.x + other.width < one.x + one.width + beside && one.text.includes(other.text.trim());
}

/** The text of a line of which each letter was drawn two, three or four times: "TTiittllee". No other text has each letter so often. */
export function undoubled(text: string): string {
  const letters = [...text].filter((letter) => !/\s/.test(letter));
  for (const times of [4, 3, 2]) {
    if (letters.length % times !== 0 || letters.length < MIN_LETTERS * times) continue;
    if (new Set(letters).size === 1 || !letters.every((letter, at) => letter === letters[at - (at % times)])) continue;
    let seen = 0;
    return [...text].filter((letter) => (/\s/.test(letter) ? seen % times === 0 : seen++ % times === 0)).join("");
  }
  return text;
}
