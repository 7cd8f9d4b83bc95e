import { findDate } from "./find-date.ts";
import { readLabel } from "./labels.ts";
import { isBoilerplate } from "./paper-title.ts";

/** Whether a line says something of the paper itself: a known label, an address, a date, what stands on every paper. */
export function isOfHeader(text: string): boolean {
  const label = readLabel(text);
  return (label !== undefined && label.field !== "other") || isBoilerplate(text) || findDate(text) !== undefined || hasMail(text);
}

/** Whether an address stands in a line as such. */
export function hasMail(text: string): boolean {
  return /\S@\S/.test(text);
}
