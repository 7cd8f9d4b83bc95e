import { translate } from "../lib/translate.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "4 minutes ago", "in 2 hours", "just now"; a date where it is further off than a month. Times are epoch ms. */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < MINUTE / 2) return translate(distance > 0 ? "time_soon" : "time_just_now");
  if (size > 30 * DAY) return new Intl.DateTimeFormat(translate("locale"), { dateStyle: "medium" }).format(at);
  const [unit, length] = size < HOUR - MINUTE / 2 ? (["minute", MINUTE] as const) : size < DAY - HOUR / 2 ? (["hour", HOUR] as const) : (["day", DAY] as const);
  return new Intl.RelativeTimeFormat(translate("locale"), { numeric: "auto" }).format(Math.round(distance / length), unit);
}

/** "30 minutes", "1 day": a length of time in the largest unit that it is whole in. */
export function duration(ms: number): string {
  const [unit, length] = ms % DAY === 0 ? (["day", DAY] as const) : ms % HOUR === 0 ? (["hour", HOUR] as const) : (["minute", MINUTE] as const);
  return new Intl.NumberFormat(translate("locale"), { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 }).format(ms / length);
}

/** "14:05", with the day where it is not today's. */
export function clockTime(at: number, now: number): string {
  const day = new Date(at).toDateString() === new Date(now).toDateString() ? {} : ({ day: "numeric", month: "short" } as const);
  return format(at, { ...day, hour: "numeric", minute: "2-digit" });
}

/** Date and time to the minute, for who wants to know exactly. */
export function fullTime(at: number): string {
  return format(at, { dateStyle: "long", timeStyle: "short" });
}

/** In the language of the texts around it, but by the clock (14:05 or 2:05 PM) that the person uses. */
function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
  return new Intl.DateTimeFormat(translate("locale"), { ...options, ...(hourCycle && { hourCycle }) }).format(at);
}
