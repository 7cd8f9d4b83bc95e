/** A time with the offset in which it was written. */
export interface MailDate {
  /** Epoch ms. */
  at: number;
  offsetMinutes: number;
}

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/** Hours from UTC; every name that is not here is read as UTC. */
const ZONES = new Map([
  ...["AST", "EST", "CST", "MST", "PST"].map((name, west): [string, number] => [name, -4 - west]),
  ...["ADT", "EDT", "CDT", "MDT", "PDT"].map((name, west): [string, number] => [name, -3 - west]),
]);
const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * Reads a date of an HTTP header as Python's email.utils does: RFC 1123, RFC 850 and asctime, the weekday unchecked and
 * not needed, seconds not needed, no zone is UTC. undefined for anything else, ISO 8601 included.
 */
export function readMailDate(text: string): MailDate | undefined {
  const [first = "", second = "", third = "", fourth = "", zone = ""] = splitWords(text);
  if (zone === "" && fourth === "") return undefined;
  const [day, month] = monthOf(second) ? [first, monthOf(second)] : [second, monthOf(first)];
  // asctime puts the time before the year; others have been seen to put the zone there.
  const [year, time] = third.indexOf(":") > 0 ? [fourth, third] : [third, fourth];
  const [trueYear, trueZone] = /^\d/.test(year) ? [year, zone] : [zone, year];
  const clock = /^(\d+)([:.])(\d+)(?:\2(\d+))?,?$/.exec(time);
  const date = /^(\d+),? (\d+),?$/.exec(`${day} ${trueYear}`);
  if (!month || !clock || !date) return undefined;
  const [hours, minutes, seconds] = [clock[1], clock[3], clock[4] ?? 0].map(Number);
  return compose([fullYear(Number(date[2])), month, Number(date[1]), hours ?? 0, minutes ?? 0, seconds ?? 0], offsetOf(trueZone));
}

/** Day, month, year, time and zone, in the order found, without the weekday. */
function splitWords(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const [first = ""] = words;
  if (first.endsWith(",") || WEEKDAYS.includes(first.toLowerCase())) words.shift();
  else words[0] = first.slice(first.lastIndexOf(",") + 1);
  const hyphened = words[0]?.split("-") ?? [];
  if (words.length === 3 && hyphened.length === 3) words.splice(0, 1, ...hyphened);
  // The zone may stick to the time: 11:30:00+0200.
  const stuck = words.length === 4 ? (/^([^+]+)(\+.*)$/.exec(words[3] ?? "") ?? /^([^-]+)(-.*)$/.exec(words[3] ?? "")) : null;
  return stuck ? [...words.slice(0, 3), ...stuck.slice(1)] : words;
}

/** From 1; undefined where it is no name of a month, long or short. */
function monthOf(word: string): number | undefined {
  const name = word.toLowerCase();
  const index = MONTHS.findIndex((month) => name === month || name === month.slice(0, 3));
  return index < 0 ? undefined : index + 1;
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year > 68 ? 1900 + year : 2000 + year;
}

function offsetOf(zone: string): number {
  const named = ZONES.get(zone.toUpperCase());
  if (named !== undefined) return named * 60;
  if (!/^[+-]?\d+$/.test(zone)) return 0;
  const digits = Math.abs(Number(zone));
  return (Number(zone) < 0 ? -1 : 1) * (Math.floor(digits / 100) * 60 + (digits % 100));
}

function compose([year, month, day, hours, minutes, seconds]: [number, number, number, number, number, number], offsetMinutes: number): MailDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds));
  const isThere = year <= 9999 && date.getUTCDate() === day && hours < 24 && minutes < 60 && seconds < 60 && Math.abs(offsetMinutes) < DAY_MINUTES;
  return isThere ? { at: date.getTime() - offsetMinutes * MINUTE, offsetMinutes } : undefined;
}
