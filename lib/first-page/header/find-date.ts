import { parseDate } from "../../papers/text/parse-date.ts";

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\\.?";
const DATES = [
  /(?<!\d)((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)(?!\d)/,
  new RegExp(`(?<!\\d)(\\d\\d?)(?:st|nd|rd|th)?,? ${MONTH},? (?:19|20)\\d\\d(?!\\d)`, "i"),
  new RegExp(`${MONTH} \\d\\d?(?:st|nd|rd|th)?,? (?:19|20)\\d\\d(?!\\d)`, "i"),
];
/** The committee's first year; tools that know no date write 1970. */
const FIRST_YEAR = "1989";

/** The first full date in a text, as parseDate gives it. */
export function findDate(text: string): string | undefined {
  const [numbers, ...words] = DATES;
  const [, year, month = "", day = ""] = numbers?.exec(text) ?? [];
  if (year) return sensible(parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`));
  const written = words.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
  return written && sensible(parseDate(written.replace(/(\d)(?:st|nd|rd|th)/i, "$1")));
}

/** The date in the value of a field, where a year or a month of it is better than nothing. */
export function readDate(value: string): string | undefined {
  return findDate(value) ?? sensible(parseDate(value.slice(0, 60)));
}

/** What is not yet said to be a date of a paper is no date of one. */
function sensible(date: string | undefined): string | undefined {
  return date && date >= FIRST_YEAR ? date : undefined;
}
