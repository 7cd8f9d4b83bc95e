import { isFailure } from "../../lib/check-outcome.ts";
import { dueAt } from "../../lib/check-schedule.ts";
import type { Health } from "../../lib/store/health.ts";
import type { CheckState } from "../../lib/store/schema.ts";
import type { Translate } from "../../lib/translate.ts";
import { clockTime, relativeTime } from "../format-time.ts";
import { failureText } from "./failure-text.ts";

export function isFailing({ check, progress }: Health): boolean {
  return !progress && check?.outcome !== undefined && isFailure(check.outcome);
}

/** How checking stands, in one or a few plain sentences. It begins with "Checked", "Checking", "Never checked" or "Could not check". */
export function statusText(health: Health, pollMinutes: number, now: number, translate: Translate): string {
  if (health.progress) return translate(`status_checking_${health.progress.phase}`);
  const { check } = health;
  if (!check?.outcome) return translate("status_never");
  const due = dueAt(check, pollMinutes);
  if (isFailing(health)) return failedText(check, due, now, translate);
  const ago = relativeTime(Math.min(check.lastSuccessAt, now), now);
  return due > now ? translate("status_checked", [ago, relativeTime(due, now)]) : translate("status_checked_due", [ago]);
}

function failedText(check: CheckState, due: number, now: number, translate: Translate): string {
  const { outcome, lastTriedAt, lastSuccessAt } = check;
  if (!outcome || !isFailure(outcome)) return "";
  return [
    translate("status_failed", [clockTime(lastTriedAt, now), failureText(outcome, translate)]),
    lastSuccessAt > 0 ? translate("status_last_success", [clockTime(lastSuccessAt, now)]) : translate("status_no_success"),
    due > now ? translate("status_retry", [relativeTime(due, now)]) : translate("status_retry_due"),
  ].join(" ");
}
