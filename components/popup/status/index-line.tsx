import { translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import type { CheckOutcome } from "../../../lib/terms/check-outcome.ts";
import { formatNumber, translateCount } from "../../text/format-number.ts";

/** What PaperScout knows and what the last check brought: "11,459 papers known · 12 new, 3 changed". */
export function IndexLine({ health: { index, check } }: { health: Health }) {
  if (!index) return null;
  const parts = [
    translateCount("papers_known", index.papers),
    ...(index.skipped > 0 ? [translateCount("entries_skipped", index.skipped)] : []),
    ...(check?.outcome ? news(check.outcome) : []),
  ];
  return <p class="index-line">{parts.join(" · ")}</p>;
}

function news(outcome: CheckOutcome): string[] {
  switch (outcome.kind) {
    case "baseline":
      return [translate("outcome_baseline")];
    case "changed":
      return [translate("outcome_changed", [formatNumber(outcome.added), formatNumber(outcome.changed)])];
    case "unchanged":
      return [translate("outcome_unchanged")];
    default:
      return [];
  }
}
