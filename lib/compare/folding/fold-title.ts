import { foldText } from "../../watch/names/fold-text.ts";
import type { OwnMarks } from "./own-marks.ts";
import type { Vocabulary, Word } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

/** "1.2", "§ 4", "IV.", "A.", "x.2"; a single letter or a Roman numeral wants its dot. */
const NUMBER =
  /^(?:§\s*)?(?:\d+(?:\.[\d\ufffdx]+)*[.):]?|[A-Z](?:\.\d+)+\.?|[A-Z][.)]|[IVXL]+[.)]|(?:appendix|annex|chapter|section)\s+[\dA-Z]+[.:]?)\s+(?=\S)/i;
const PLACEHOLDER = /^[\ufffdx�](?:\.[\d\ufffdx]+)+\.?\s+(?=\S)/i;

/** A title without its number. */
export function withoutNumber(title: string): string {
  return title.trim().replace(NUMBER, "").replace(PLACEHOLDER, "");
}

/** What a title is compared by: without its number, its case and the papers' own numbers and dates. */
export function foldTitle(title: string, own: OwnMarks[], vocabulary?: Vocabulary): string {
  return foldText(
    headingWords(title, own, vocabulary)
      .map(({ key }) => key)
      .join(" "),
  );
}

/** The words of a title; its number is a part of the first one, and not compared. */
export function headingWords(title: string, own: OwnMarks[], vocabulary?: Vocabulary): Word[] {
  const rest = withoutNumber(title);
  const [first, ...others] = wordsOf(rest, own, vocabulary);
  return first ? [{ ...first, text: title.trim().slice(0, -rest.length) + first.text }, ...others] : [];
}
