import type { Translate } from "../../../lib/language/translate.ts";
import type { ImportReport } from "../../../lib/store/backup/import-report.ts";
import { formatList } from "../../text/format-list.ts";

/** In this order. */
export const COUNTED = ["watchlists", "watches", "matches", "stars", "mutes", "settings"] as const;

/** What an import has added, naming only what there was of it. */
export function doneText(report: Extract<ImportReport, { ok: true }>, translate: Translate): string {
  const added = COUNTED.filter((name) => report[name] > 0).map((name) => translate(`count_${name}`, report[name]));
  return added.length > 0 ? translate("import_done", [formatList(added, translate)]) : translate("import_nothing");
}
