import { foldText } from "../../watch/names/fold-text.ts";
import type { OwnMarks } from "./own-marks.ts";
import { wordsOf } from "./words.ts";

/** "1.2", "§ 4", "IV.", "A.", "x.2"; a single letter or a Roman numeral wants its dot. */
const NUMBER =
  /^(?:§\s*)?(?:\d+(?:\.[\d\ufffdx]+)*[.):]?|[A-Z](?:\.\d+)+\.?|[A-Z][.)]|[IVXL]+[.)]|(?:appendix|annex|chapter|section)\s+[\dA-Z]+[.:]?)\s+(?=\S)/i;
const PLACEHOLDER = /^[\ufffdx�](?:\.[\d\ufffdx]+)+\.?\s+(?=\S)/i;

/** A title without its number. */
export function withoutNumber(title: string): string {
  return title.trim().replace(NUMBER, "").replace(PLACEHOLDER, "");
}

/** What a title is compared by: without its number, its case and the paper's own number and date. */
export function foldTitle(title: string, own: OwnMarks): string {
  return foldText(
    wordsOf(withoutNumber(title), own)
      .map(({ key }) => key)
      .join(" "),
  );
}
