import { parseDate } from "./parse-date.ts";

const DASHES = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)(?!\d)`;
const DAY = String.raw`(?<!\d)(?<day>\d\d?)(?:st|nd|rd|th)?`;
/** Three letters tell the months apart and forgive "Sept" and "Sepember". */
const MONTH = String.raw`(?<month>(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7})\.?`;
const BETWEEN = String.raw`[\s,./-]{1,3}`;
const FORMS = [
  String.raw`(?<!\d)(?<year>(?:19|20)\d\d) ?[-/.年] ?(?<month>\d\d?) ?[-/.月] ?(?<day>\d\d?)(?!\d)`,
  String.raw`(?<!\d)(?<year>(?:19|20)\d\d)${BETWEEN}${MONTH}${BETWEEN}(?<day>\d\d?)(?!\d)(?:st|nd|rd|th)?`,
  `${DAY}(?: (?:day )?of |${BETWEEN})?${MONTH}(?:${BETWEEN})?${YEAR}`,
  `${MONTH}(?: the |${BETWEEN})?${DAY}${BETWEEN}${YEAR}`,
  String.raw`(?<![\d.])(?<one>\d\d?) ?(?<sign>[-/.]) ?(?<other>\d\d?) ?\k<sign> ?${YEAR}`,
].map((form) => new RegExp(form, "gi"));
/** The committee's first year; tools that know no date write 1970. */
const FIRST_YEAR = "1989";

interface Found {
  /** Undefined where the day and the month cannot be told apart, or the year is none of a paper. */
  date: string | undefined;
  from: number;
  end: number;
}

/** The first full date in a text, whatever its dashes and its order; "5/21/2024" is read by the number above 12, "5/6/2024" not at all. */
export function findDate(text: string): string | undefined {
  return datesIn(text).find(({ date }) => date !== undefined)?.date;
}

/** The date in the value of a field, where a year or a month of it is better than nothing. */
export function readDate(value: string): string | undefined {
  if (datesIn(value).length > 0) return findDate(value);
  const plain = value.replace(DASHES, "-").slice(0, 60);
  const compact = /(?<!\d)(?:19|20)\d{6}(?!\d)/.exec(plain)?.[0];
  return sensible(parseDate(compact ?? plain) ?? parseDate(plain.replaceAll("-", " ")));
}

/** A text without the full dates in it. */
export function withoutDates(text: string): string {
  let left = text;
  for (const { from, end } of datesIn(text).toReversed()) left = `${left.slice(0, from)} ${left.slice(end)}`;
  return left;
}

/** The full dates in a text and where they stand, from left to right, none within another. */
export function datesIn(text: string): Found[] {
  if (!/(?:19|20)\d\d/.test(text)) return [];
  const plain = text.replace(DASHES, "-");
  const found = FORMS.flatMap((form) =>
    [...plain.matchAll(form)].map((match) => ({ date: dateOf(match), from: match.index, end: match.index + match[0].length })),
  );
  found.sort((a, b) => a.from - b.from || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    const isWithin = one.from < end;
    end = Math.max(end, one.end);
    return !isWithin;
  });
}

function dateOf({ groups: { year = "", month, day, one, other } = {} }: RegExpExecArray): string | undefined {
  if (one !== undefined && other !== undefined) {
    const isEither = one !== other && Number(one) <= 12 && Number(other) <= 12;
    return isEither ? undefined : sensible(ofNumbers(year, one, other));
  }
  if (month === undefined || day === undefined) return undefined;
  return sensible(/\d/.test(month) ? ofNumbers(year, month, day) : parseDate(`${day} ${month} ${year}`));
}

/** The number above 12 is the day, whatever its place. */
function ofNumbers(year: string, month: string, day: string): string | undefined {
  const [first, second] = Number(month) > 12 && Number(day) <= 12 ? [day, month] : [month, day];
  return parseDate(`${year}-${first.padStart(2, "0")}-${second.padStart(2, "0")}`);
}

/** What is not yet said to be a date of a paper is no date of one. */
function sensible(date: string | undefined): string | undefined {
  return date && date >= FIRST_YEAR ? date : undefined;
}
