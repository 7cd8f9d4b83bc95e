import type { Translate } from "../../../../lib/language/translate.ts";
import type { DayTally } from "../../../../lib/store/database/state-rows.ts";
import { formatNumber } from "../../../text/format-number.ts";

/** One day of the tally: "2026-11-24". */
export type TalliedDay = DayTally & { day: string };

/** "1,412 checks ended, 12 of them badly." */
export function checksText(days: TalliedDay[], translate: Translate): string {
  const checks = sum(days, "checks");
  const failures = sum(days, "failures");
  const badly = failures === 0 ? translate("health_no_failures") : translate("health_failures", failures, [formatNumber(failures)]);
  return translate("health_checks_text", checks, [formatNumber(checks), badly]);
}

/** "7 new drafts were found. Most on one day: 4, on November 21." `named` gives a day its name. */
export function draftsText(days: TalliedDay[], named: (day: string) => string, translate: Translate): string {
  const drafts = sum(days, "drafts");
  if (drafts === 0) return translate("health_drafts_none");
  const found = translate("health_drafts_text", drafts, [formatNumber(drafts)]);
  const best = days.reduce((most, day) => (day.drafts > most.drafts ? day : most));
  return best.drafts === drafts ? found : `${found} ${translate("health_most", [named(best.day), formatNumber(best.drafts)])}`;
}

function sum(days: TalliedDay[], what: keyof DayTally): number {
  return days.reduce((total, day) => total + day[what], 0);
}
