const DAY = 24 * 60 * 60_000;
const LONGEST = 10;

/**
 * The day that begins a text, as days since 1970, read as Python 3.11 reads its first ten characters: "2025-01-02",
 * "20250102" (whatever two characters follow), "2025-W01-1", "2025-W01", "2025W011". undefined for all else.
 */
export function isoDay(text: string): number | undefined {
  const start = text.slice(0, LONGEST);
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(start) ?? /^(\d{4})(\d\d)(\d\d)(?:..)?$/.exec(start);
  if (day) return dayOfMonth(Number(day[1]), Number(day[2]), Number(day[3]));
  const week = /^(\d{4})-W(\d\d)(?:-(\d))?$/.exec(start) ?? /^(\d{4})W(\d\d)(?:(\d)(?:..)?)?$/.exec(start);
  return week ? dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1)) : undefined;
}

function dayOfMonth(year: number, month: number, day: number): number | undefined {
  const date = utc(year, month - 1, day);
  const isThere = year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? date.getTime() / DAY : undefined;
}

/** Week 1 is the one that holds 4 January; weeks begin on Monday. */
function dayOfWeek(year: number, week: number, weekday: number): number | undefined {
  const first = firstMonday(year);
  const day = first + (week - 1) * 7 + weekday - 1;
  const isThere = year >= 1 && week >= 1 && weekday >= 1 && weekday <= 7 && first + (week - 1) * 7 < firstMonday(year + 1);
  return isThere && day < utc(10_000, 0, 1).getTime() / DAY ? day : undefined;
}

function firstMonday(year: number): number {
  const fourth = utc(year, 0, 4);
  return fourth.getTime() / DAY - ((fourth.getUTCDay() + 6) % 7);
}

/** Date.UTC would take the year 25 for 1925. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}
