import type { Translate } from "../../../../lib/language/translate.ts";
import type { Found } from "../../../../lib/store/matches/found-by-watch.ts";

/** "62 found · Feb 2026": how much a watch has found, and from when the newest is; "today" where that is so. */
export function foundText({ count, newest, lastAt }: Found, now: number, translate: Translate): string {
  const found = translate("watch_found", count);
  if (count === 0) return found;
  return translate("watch_found_on", [found, dayText(newest ?? isoDay(lastAt), now, translate)]);
}

function dayText(date: string, now: number, translate: Translate): string {
  if (date === isoDay(now)) return translate("today");
  const [year = "", month] = date.split("-");
  if (month === undefined) return year;
  return new Intl.DateTimeFormat(translate("locale"), { month: "short", year: "numeric", timeZone: "UTC" }).format(Date.UTC(Number(year), Number(month) - 1));
}

/** Swedish dates are ISO dates. */
function isoDay(at: number): string {
  return new Date(at).toLocaleDateString("sv");
}
