import type { Comparison } from "../../../lib/compare/comparison.ts";
import { translate } from "../../../lib/language/translate.ts";
import { changesFile } from "../../../lib/library/changes/changes-file.ts";
import { downloadFile } from "../../download-file.ts";
import { translateCount } from "../../text/format-number.ts";
import { nameOf } from "./documents/text-states.tsx";
import { aboutSection } from "./section-list.tsx";
import { aboutTexts } from "./summary-text.ts";

/** Gives the person what changed as one HTML file that needs nothing else. */
export function saveChanges(comparison: Comparison, before: string, after: string): void {
  const file = changesFile(comparison, {
    language: translate("locale"),
    title: translate("changes_title", [nameOf(before), nameOf(after)]),
    about: aboutTexts(comparison, before, after).map(({ text }) => text),
    authors: translate("changes_authors"),
    inserted: translate("changes_inserted"),
    deleted: translate("changes_deleted"),
    end: translate("changes_end"),
    untitled: translate("changes_untitled"),
    unchanged: (count) => translateCount("changes_unchanged", count),
    aboutSection,
  });
  downloadFile(`${before}-${after}.html`.replaceAll("@", "-"), file, "text/html");
}
