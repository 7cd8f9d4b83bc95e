import type { Translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { type CheckOutcome, isFailure } from "../../../lib/terms/check-outcome.ts";
import { INDEX_HOST } from "../../../lib/terms/work-names.ts";
import { failureText } from "../../text/failure-text.ts";
import { formatNumber, translateCount } from "../../text/format-number.ts";
import { clockTime, relativeTime } from "../../text/format-time.ts";

export function isFailing({ check, progress }: Health): boolean {
  return !progress && check?.outcome !== undefined && isFailure(check.outcome);
}

/** How checking stands, in one line. It begins with "Checked", "Checking", "Sorting", "Never checked" or "Could not check". */
export function statusText(health: Health, now: number, translate: Translate): string {
  const { check, progress, sorting, lane, nextAt } = health;
  if (progress) return translate(`status_checking_${progress.phase}`);
  if (sorting) return translate("status_sorting", [formatNumber(sorting.of), formatNumber(Math.floor((100 * (sorting.of - sorting.left)) / sorting.of))]);
  if (check?.outcome && isFailure(check.outcome)) return translate("status_failed", [failureText(check.outcome, INDEX_HOST, translate)]);
  const ago = check?.outcome && relativeTime(Math.min(check.lastSuccessAt, now), now, "short");
  if (!ago) return translate("status_never");
  if (lane?.paused) return translate("status_checked_paused", [ago]);
  if (nextAt === undefined) return translate("status_checked_only", [ago]);
  return nextAt > now ? translate("status_checked", [ago, relativeTime(nextAt, now, "short")]) : translate("status_checked_due", [ago]);
}

/** What there is to add to that line, for who wants to know more; "" where nothing is. */
export function statusMore({ check, progress, lane, nextAt }: Health, now: number, translate: Translate): string {
  if (progress) return "";
  if (!check?.outcome) return translate("status_never_more");
  if (!isFailure(check.outcome)) return "";
  const { lastSuccessAt } = check;
  return [
    lastSuccessAt > 0 ? translate("status_last_success", [clockTime(lastSuccessAt, now)]) : translate("status_no_success"),
    ...(nextAt === undefined || lane?.paused ? [] : [retryText(nextAt, now, translate)]),
  ].join(" ");
}

/** The same for who listens: changes when the state does, and never because time passes. */
export function spokenStatus({ check, progress, sorting, index }: Health, translate: Translate): string {
  if (progress) return translate("spoken_checking");
  if (sorting) return translate("spoken_sorting");
  if (!check?.outcome) return translate("status_never");
  if (isFailure(check.outcome)) return translate("status_failed", [failureText(check.outcome, INDEX_HOST, translate)]);
  return newsText(check.outcome, translate) ?? translateCount("documents_known", index?.papers ?? 0);
}

/** What a check brought; undefined of the first, which brought all. */
export function newsText(outcome: CheckOutcome, translate: Translate): string | undefined {
  if (outcome.kind === "changed") return translate("outcome_changed", [formatNumber(outcome.added), formatNumber(outcome.changed)]);
  return outcome.kind === "unchanged" ? translate("outcome_unchanged") : undefined;
}

/** When a failed attempt is made again. */
export function retryText(nextAt: number, now: number, translate: Translate): string {
  return nextAt > now ? translate("status_retry", [relativeTime(nextAt, now)]) : translate("status_retry_due");
}
