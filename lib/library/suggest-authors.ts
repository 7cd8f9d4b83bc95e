import { foldText } from "../watch/names/fold-text.ts";
import type { Counted } from "./catalogue.ts";

/** The names in which each typed word begins a word, in their order; [] where nothing is typed. */
export function suggestAuthors(authors: Counted<string>[], typed: string, limit: number): Counted<string>[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const found: Counted<string>[] = [];
  for (const author of authors) {
    if (found.length >= limit) break;
    const parts = wordsOf(author.value);
    if (words.every((word) => parts.some((part) => part.startsWith(word)))) found.push(author);
  }
  return found;
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
