import { translate } from "../../../lib/language/translate.ts";

const DAY = 24 * 60 * 60_000;
/** Further back the weekday alone may be meant for another week. */
const A_WEEK = 7;

/** "Today", "Yesterday", "Monday", then "Monday, March 12", with the year where it is not this one. Times are epoch ms, days those of the calendar on the wall. */
export function dayName(at: number, now: number): string {
  const locale = translate("locale");
  const ago = Math.round((midnight(now) - midnight(at)) / DAY);
  if (ago === 0 || ago === 1) return capital(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-ago, "day"), locale);
  const isOfThisWeek = ago > 1 && ago < A_WEEK;
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : ({ year: "numeric" } as const);
  const date = isOfThisWeek ? {} : ({ day: "numeric", month: "long", ...year } as const);
  return new Intl.DateTimeFormat(locale, { weekday: "long", ...date }).format(at);
}

/** Days of 23 and 25 hours are rounded away. */
function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function capital(text: string, locale: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join("");
}
