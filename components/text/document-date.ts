import { remember } from "../../lib/papers/text/remember.ts";
import { dateFormat } from "./date-format.ts";

/** "Jul 15", with the year where it is not this one; "Nov 1999" or "1999" where no more is known. Remembered, since a list shows the same few days over and over. */
export const documentDate = remember((date: string): string => {
  const at = Date.parse(date);
  if (Number.isNaN(at)) return date;
  const month = date.length >= 7 ? ({ month: "short" } as const) : {};
  const day = date.length >= 10 ? ({ day: "numeric" } as const) : {};
  const isOfThisYear = date.length >= 10 && new Date(at).getUTCFullYear() === new Date().getFullYear();
  return dateFormat({ ...(!isOfThisYear && { year: "numeric" }), ...month, ...day, timeZone: "UTC" }).format(at);
});
