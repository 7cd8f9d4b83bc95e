import type { PageLine } from "../../document/page-line.ts";
import { findDate } from "../../papers/text/find-date.ts";
import { readLabel } from "./labels.ts";
import { isBoilerplate } from "./paper-title.ts";

/** Whether a line says something of the paper itself: a known label, an address, a date, what stands on every paper. */
export function isOfHeader(text: string): boolean {
  const label = readLabel(text);
  return (label !== undefined && label.field !== "other") || isBoilerplate(text) || findDate(text) !== undefined || hasMail(text);
}

/** Whether a line of the header follows a heading at once, or behind one more: names, where they work, and a date. */
export function leadsToHeader(lines: PageLine[], at: number): boolean {
  const [first, second] = [lines[at + 1], lines[at + 2]];
  return first?.heading !== undefined && (isOfHeader(first.text) || (second?.heading !== undefined && isOfHeader(second.text)));
}

/** Whether an address stands in a line as such. */
export function hasMail(text: string): boolean {
  return /\S@\S/.test(text);
}
