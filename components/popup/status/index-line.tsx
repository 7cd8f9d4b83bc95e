import { translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { translateCount } from "../../text/format-number.ts";
import { newsText } from "./status-text.ts";

/** What PaperScout knows and what the last check brought: "11,459 documents known · 12 new, 3 changed". */
export function IndexLine({ health: { index, check } }: { health: Health }) {
  if (!index) return null;
  const parts = [
    translateCount("documents_known", index.papers),
    index.skipped > 0 && translateCount("entries_skipped", index.skipped),
    check?.outcome && newsText(check.outcome, translate),
  ];
  return <p>{parts.filter(Boolean).join(" · ")}</p>;
}
