import { foldText } from "../watch/names/fold-text.ts";

/** A text folded (foldText), and where each UTF-16 unit of its key comes from in the text. */
export interface FoldedText {
  key: string;
  /** For each unit of the key, where the character that it comes from begins in the text and where that ends. */
  from: (place: number) => number;
  to: (place: number) => number;
}

const ASCII = /^[\0-\x7f]*$/;

/** Folds a text character by character, which gives what foldText gives, and remembers the places. */
export function foldWithPlaces(text: string): FoldedText {
  const whole = foldText(text);
  // Nothing was taken out and nothing was decomposed.
  if (whole.length === text.length && ASCII.test(text)) return { key: whole, from: (place) => place, to: (place) => place + 1 };
  let key = "";
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldText(character);
    key += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      begins.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { key, from: (place) => begins[place] ?? at, to: (place) => ends[place] ?? at };
}
