/** How well a text has what is looked for, from not at all to an exact number. */
export const QUALITY = { none: 0, typo: 1, typoOfWord: 2, inside: 3, beginning: 4, word: 5, number: 6 } as const;

/** A title of thousands of equal letters is not worth looking at to its end. */
const MAX_PLACES = 64;

/** One place in a folded text where a term stands. */
export interface FoundPlace {
  from: number;
  to: number;
  quality: number;
}

/** The places of a folded term in a folded text, the first 64 of them. */
export function* placesOf(term: string, text: string): Generator<FoundPlace> {
  let at = text.indexOf(term);
  for (let count = 0; at >= 0 && count < MAX_PLACES; count++) {
    const to = at + term.length;
    const quality = isOfWord(text, at - 1) ? QUALITY.inside : isOfWord(text, to) ? QUALITY.beginning : QUALITY.word;
    yield { from: at, to, quality };
    at = text.indexOf(term, to);
  }
}

/** The best quality of a folded term in a folded text. */
export function qualityOf(term: string, text: string): number {
  let best: number = QUALITY.none;
  let at = text.indexOf(term);
  for (let count = 0; at >= 0 && count < MAX_PLACES; count++) {
    const isBeginning = !isOfWord(text, at - 1);
    if (isBeginning && !isOfWord(text, at + term.length)) return QUALITY.word;
    best = Math.max(best, isBeginning ? QUALITY.beginning : QUALITY.inside);
    at = text.indexOf(term, at + term.length);
  }
  return best;
}

const LETTER = /[\p{L}\p{N}]/u;

/** As in title-words.ts, "+" and "#" belong to words. */
function isOfWord(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x23;
  return code >= 0x80 && LETTER.test(String.fromCharCode(code));
}
