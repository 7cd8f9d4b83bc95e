import { translate } from "../../lib/language/translate.ts";
import { dateFormat } from "./date-format.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "4 minutes ago" (short "4 min. ago"), "in 2 hours", "just now"; a date where it is further off than a month. Times are epoch ms. */
export function relativeTime(at: number, now: number, style: "long" | "short" = "long"): string {
  const distance = at - now;
  const size = Math.abs(distance);
  if (size < MINUTE / 2) return translate(distance > 0 ? "time_soon" : "time_just_now");
  if (size > 30 * DAY) return dateFormat({ dateStyle: "medium" }).format(at);
  const [unit, length] = size < HOUR - MINUTE / 2 ? (["minute", MINUTE] as const) : size < DAY - HOUR / 2 ? (["hour", HOUR] as const) : (["day", DAY] as const);
  return new Intl.RelativeTimeFormat(translate("locale"), { numeric: "auto", style }).format(Math.round(distance / length), unit);
}

/** "30 minutes", "1 day": a length of time in the largest unit that it is whole in. */
export function duration(ms: number): string {
  const [unit, length] = ms % DAY === 0 ? (["day", DAY] as const) : ms % HOUR === 0 ? (["hour", HOUR] as const) : (["minute", MINUTE] as const);
  return new Intl.NumberFormat(translate("locale"), { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 }).format(ms / length);
}

/** "1.5 hours", "41 days": a length of time of which two digits are enough. */
export function roughDuration(ms: number): string {
  const [unit, length] = ms < HOUR - MINUTE / 2 ? (["minute", MINUTE] as const) : ms < 2 * DAY ? (["hour", HOUR] as const) : (["day", DAY] as const);
  const options = { style: "unit", unit, unitDisplay: "long", maximumSignificantDigits: 2 } as const;
  return new Intl.NumberFormat(translate("locale"), options).format(ms / length);
}

/** "March 12", with the year where it is not this one. */
export function calendarDay(at: number, now: number): string {
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : ({ year: "numeric" } as const);
  return format(at, { ...year, day: "numeric", month: "long" });
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
  return dateFormat({ ...options, ...clock() }).format(at);
}

let ownClock: Pick<Intl.DateTimeFormatOptions, "hourCycle"> | undefined;

function clock(): Pick<Intl.DateTimeFormatOptions, "hourCycle"> {
  if (!ownClock) {
    const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
    ownClock = hourCycle ? { hourCycle } : {};
  }
  return ownClock;
}
