import { foldText } from "./fold-text.ts";

/** One whole word of a title: "C++26", "c#", "executor"; underscores, "::" and a leading "#" are not part of it. */
export interface TitleWord {
  spelling: string;
  key: string;
}

/** A word as watched: "execut*" asks for every word that begins so. */
export interface WatchedWord {
  key: string;
  open: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}+#]*/gu;
const WATCHED_WORD = new RegExp(`${WORD.source}\\*?`, "gu");

/** The words of a title, in its order. */
export function titleWords(title: string): TitleWord[] {
  return (title.match(WORD) ?? []).map((spelling) => ({ spelling, key: foldText(spelling) }));
}

/** Reads the text of a title watch; [] where it has no word. */
export function watchedWords(text: string): WatchedWord[] {
  return (text.match(WATCHED_WORD) ?? []).map((word) => ({ key: foldText(word.replace("*", "")), open: word.endsWith("*") }));
}
