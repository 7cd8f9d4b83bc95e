import type { Translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { isFailure } from "../../../lib/terms/check-outcome.ts";
import { INDEX_HOST } from "../../../lib/terms/work-names.ts";
import { failureText } from "../../text/failure-text.ts";
import { clockTime, relativeTime } from "../../text/format-time.ts";

export function isFailing({ check, progress }: Health): boolean {
  return !progress && check?.outcome !== undefined && isFailure(check.outcome);
}

/** How checking stands, in one or a few plain sentences. It begins with "Checked", "Checking", "Never checked" or "Could not check". */
export function statusText(health: Health, now: number, translate: Translate): string {
  if (health.progress) return translate(`status_checking_${health.progress.phase}`);
  const { check, lane, nextAt } = health;
  if (isFailing(health)) return failedText(health, now, translate);
  const ago = check?.outcome && relativeTime(Math.min(check.lastSuccessAt, now), now);
  if (lane?.paused) return [translate("status_paused"), ...(ago ? [translate("status_checked_only", [ago])] : [])].join(" ");
  if (!ago) return translate("status_never");
  if (nextAt === undefined) return translate("status_checked_only", [ago]);
  return nextAt > now ? translate("status_checked", [ago, relativeTime(nextAt, now)]) : translate("status_checked_due", [ago]);
}

/** When a failed attempt is made again. */
export function retryText(nextAt: number, now: number, translate: Translate): string {
  return nextAt > now ? translate("status_retry", [relativeTime(nextAt, now)]) : translate("status_retry_due");
}

function failedText({ check, lane, nextAt }: Health, now: number, translate: Translate): string {
  if (!check?.outcome || !isFailure(check.outcome)) return "";
  const { outcome, lastTriedAt, lastSuccessAt } = check;
  const sentences = [
    translate("status_failed", [clockTime(lastTriedAt, now), failureText(outcome, INDEX_HOST, translate)]),
    lastSuccessAt > 0 ? translate("status_last_success", [clockTime(lastSuccessAt, now)]) : translate("status_no_success"),
  ];
  if (lane?.paused) sentences.push(translate("status_paused"));
  else if (nextAt !== undefined) sentences.push(retryText(nextAt, now, translate));
  return sentences.join(" ");
}
