import type { Translate } from "../../lib/language/translate.ts";
import type { Health } from "../../lib/store/health/health.ts";
import { isFailure } from "../../lib/terms/check-outcome.ts";
import { relativeTime } from "../text/format-time.ts";

/** How checking stands, in a few words: "Checked 3 minutes ago". */
export function headStatus({ check, progress, lane }: Health, now: number, translate: Translate): { text: string; isWrong: boolean } {
  if (progress) return { text: translate("head_checking"), isWrong: false };
  if (lane?.paused) return { text: translate("head_paused"), isWrong: true };
  if (!check?.outcome) return { text: translate("head_never"), isWrong: false };
  if (isFailure(check.outcome)) return { text: translate("head_failed"), isWrong: true };
  return { text: translate("head_checked", [relativeTime(Math.min(check.lastSuccessAt, now), now)]), isWrong: false };
}
