import type { Comparison, Summary } from "../../../lib/compare/comparison.ts";
import { type MessageKey, translate } from "../../../lib/language/translate.ts";
import { translateCount } from "../../text/format-number.ts";

const COUNTED = [
  ["changed", "changes_changed"],
  ["added", "changes_added"],
  ["removed", "changes_removed"],
  ["moved", "changes_moved"],
  ["renamed", "changes_renamed"],
  ["wordsAdded", "changes_words_added"],
  ["wordsRemoved", "changes_words_removed"],
] as const satisfies [keyof Summary, MessageKey][];

/** What came of a comparison, on one line. */
export function comparedText({ verdict, summary }: Pick<Comparison, "verdict" | "summary">): string {
  return verdict === "same" ? translate("changes_same") : summaryTexts(summary).join(" · ");
}

/** "4 sections changed", "2 sections new", "312 words added": what is none of is left out. */
export function summaryTexts(summary: Summary): string[] {
  return COUNTED.flatMap(([what, key]) => (summary[what] > 0 ? translateCount(key, summary[what]) : []));
}
