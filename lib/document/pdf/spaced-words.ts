/** Words that any text may have, whatever it is about. */
const COMMON = "a an and as at be by for from in into is it its not of on or should std than that the to using we with without".split(" ");
const MAX_WORD = 24;
const MAX_TEXT = 300;
/** What a letter of no known word costs, where a word costs 1. */
const UNKNOWN = 3;
/** So much of a text may be of no known word. */
const MOST_UNKNOWN = 0.35;

/** The words of texts, folded, and those that differ from them by the plural. */
export function vocabularyOf(texts: Iterable<string>): Set<string> {
  const known = new Set(COMMON);
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}{2,24}/gu)) known.add(word).add(word.endsWith("s") ? word.slice(0, -1) : `${word}s`);
  }
  return known;
}

/**
 * The words of "Ringsforeveryone", which has lost its blanks since it is spaced out, by those that stand elsewhere in the document;
 * only itself where too much of it stands nowhere else. The fewest words win.
 */
export function wordsWithin(text: string, known: Set<string>): string[] {
  const folded = text.toLowerCase();
  if (text.length > MAX_TEXT || folded.length !== text.length) return [text];
  const costs = [0];
  const froms = [0];
  for (let end = 1; end <= text.length; end++) {
    costs[end] = (costs[end - 1] ?? 0) + UNKNOWN;
    froms[end] = end - 1;
    for (let from = Math.max(0, end - MAX_WORD); from < end; from++) {
      const cost = (costs[from] ?? 0) + 1;
      if (cost < (costs[end] ?? 0) && known.has(folded.slice(from, end))) [costs[end], froms[end]] = [cost, from];
    }
  }
  const words: string[] = [];
  let unknown = 0;
  let wasKnown = true;
  for (let end = text.length; end > 0; end = froms[end] ?? 0) {
    const word = text.slice(froms[end], end);
    const isKnown = known.has(word.toLowerCase());
    if (!isKnown) unknown++;
    // Letters of no known word are one.
    if (!isKnown && !wasKnown) words[0] = word + words[0];
    else words.unshift(word);
    wasKnown = isKnown;
  }
  return unknown > MOST_UNKNOWN * text.length ? [text] : words;
}
