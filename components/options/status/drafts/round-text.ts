import type { Translate } from "../../../../lib/language/translate.ts";
import type { CycleCounts, ProbingState } from "../../../../lib/store/database/state-rows.ts";
import { formatNumber, translateCount } from "../../../text/format-number.ts";
import { relativeTime } from "../../../text/format-time.ts";

/** How the round under way stands, or how the last one ended, by its numbers; undefined before the first. */
export function roundText({ running, last }: Pick<ProbingState, "running" | "last">, now: number, translate: Translate): string | undefined {
  if (running) return translate("agenda_under_way", [countsText(running, translate)]);
  return last && translate("agenda_last", [relativeTime(Math.min(last.endedAt, now), now), countsText(last, translate)]);
}

/** "88 of 88 files asked for, 3 are there, 85 are not, 1 new draft". */
function countsText({ asked, planned, present, absent, notTheFile, troubles, found }: CycleCounts, translate: Translate): string {
  return [
    translate("count_asked", [formatNumber(asked), formatNumber(planned)]),
    translateCount("count_present", present),
    translateCount("count_absent", absent),
    ...(notTheFile > 0 ? [translateCount("count_not_the_file", notTheFile)] : []),
    ...(troubles > 0 ? [translateCount("count_troubles", troubles)] : []),
    translateCount("count_found", found),
  ].join(", ");
}

/** How much of the day's limit is used: "1,204 requests today (UTC), of at most 6,000." */
export function todayText(today: ProbingState["today"] | undefined, perDay: number, now: number, translate: Translate): string {
  const asked = today?.day === new Date(now).toISOString().slice(0, 10) ? today.asked : 0;
  return translate("agenda_today", asked, [formatNumber(asked), formatNumber(perDay)]);
}
