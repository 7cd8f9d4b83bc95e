import type { Comparison, Summary } from "../../../lib/compare/comparison.ts";
import { type MessageKey, translate } from "../../../lib/language/translate.ts";
import { translateCount } from "../../text/format-number.ts";
import { nameOf } from "./documents/text-states.tsx";

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

/** What came of a comparison, and what is to be known of it: how far it can be relied upon. Shown, and saved with it. */
export function aboutTexts(comparison: Comparison, before: string, after: string): { text: string; look?: "help" | "note" }[] {
  const { verdict, summary, sections, isFromPdf, cut, isCoarse } = comparison;
  const isWording = sections.some((section) => section.isWording);
  return [
    { text: comparedText(comparison) },
    verdict === "same" ? [] : { text: translate(summary.wording ? "changes_wording_differs" : "changes_wording_same") },
    // Most of all where nothing differs: what was inserted may be deleted now.
    isWording ? { text: translate("changes_own_marks"), look: "help" as const } : [],
    isFromPdf ? { text: translate("changes_pdf"), look: "help" as const } : [],
    cut.before ? { text: translate("changes_cut", [nameOf(before)]), look: "note" as const } : [],
    cut.after ? { text: translate("changes_cut", [nameOf(after)]), look: "note" as const } : [],
    isCoarse ? { text: translate("changes_coarse"), look: "note" as const } : [],
  ].flat();
}

/** "4 sections changed", "2 sections new", "312 words added": what is none of is left out. */
function summaryTexts(summary: Summary): string[] {
  return COUNTED.flatMap(([what, key]) => (summary[what] > 0 ? translateCount(key, summary[what]) : []));
}
