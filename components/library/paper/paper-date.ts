import { remember } from "../../../lib/papers/text/remember.ts";
import { dateFormat } from "../../text/date-format.ts";

/** "Jul 15, 2024", "Nov 1999" or "1999": a date of a paper as far as it is known. Remembered, since a list shows the same few days over and over. */
export const paperDate = remember((date: string): string => {
  const at = Date.parse(date);
  if (Number.isNaN(at)) return date;
  const month = date.length >= 7 ? ({ month: "short" } as const) : {};
  const day = date.length >= 10 ? ({ day: "numeric" } as const) : {};
  return dateFormat({ year: "numeric", ...month, ...day, timeZone: "UTC" }).format(at);
});

/** The same for a moment, epoch ms, by the calendar of this computer. */
export function calendarDate(at: number): string {
  return dateFormat({ dateStyle: "medium" }).format(at);
}
