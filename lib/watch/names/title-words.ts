import { foldText } from "./fold-text.ts";

/** One whole word of a title: "C++26", "c#", "executor"; underscores, "::" and a leading "#" are not part of it. */
export interface TitleWord {
  spelling: string;
  key: string;
}

/** A word as watched: "executor" asks for its plural, too, "=executor" for this form alone, "execut*" for every word that begins so. */
export interface WatchedWord {
  key: string;
  open: boolean;
  exact: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}+#]*/gu;
const WATCHED_WORD = new RegExp(`${WORD.source}\\*?`, "gu");
const HYPHENED = new RegExp(`${WORD.source}(?:\\p{Pd}${WORD.source})+`, "gu");
const HYPHENS = /\p{Pd}+/gu;

/** The words of a title, in its order. */
export function titleWords(title: string): TitleWord[] {
  return (title.match(WORD) ?? []).map((spelling) => ({ spelling, key: foldText(spelling) }));
}

/** The words of a title that hyphens join, read as one each: "multi-dimensional" is "multidimensional" to others. */
export function joinedWords(title: string): TitleWord[] {
  return (title.match(HYPHENED) ?? []).map((spelling) => ({ spelling, key: foldText(spelling.replace(HYPHENS, "")) }));
}

/** Reads the text of a title watch; [] where it has no word. An equals sign is of all that no blank parts: "=std::execution". */
export function watchedWords(text: string): WatchedWord[] {
  return text
    .split(/[\s|]+/)
    .flatMap((chunk) =>
      (chunk.match(WATCHED_WORD) ?? []).map((word) => ({ key: foldText(word.replace("*", "")), open: word.endsWith("*"), exact: chunk.startsWith("=") })),
    );
}
