import { remember } from "../../papers/text/remember.ts";
import { aliases } from "../names/aliases.ts";
import { titleWords } from "../names/title-words.ts";

/**
 * The spelling of an author watch that stands in a text, whole words in their order, accents and case aside; undefined
 * where none does. Weaker than an author: the text may cite, thank or answer that person.
 */
export function findMention(watched: string, text: string): string | undefined {
  const words = wordsOf(text);
  return aliases(watched).find((name) => {
    const key = keysOf(name);
    return key.trim() !== "" && words.includes(key);
  });
}

/** " herb sutter ": with blanks at both ends, so that only whole words are found in it. */
function keysOf(text: string): string {
  const keys = titleWords(text).map(({ key }) => key);
  return ` ${keys.join(" ")} `;
}

/** One page is held against every author watched. */
const wordsOf = remember(keysOf, 8);
