import { BadInput } from "../bad-input.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Epoch ms of "2026-05-20" (its first moment, UTC) or "2026-05-20T14:00:00Z"; undefined where the text is neither, or no such day exists. */
export function parseTime(text: string): number | undefined {
  if (!DAY.test(text) && !INSTANT.test(text)) return undefined;
  const day = text.slice(0, 10);
  const time = Date.parse(text);
  const isThere = !Number.isNaN(time) && new Date(Date.parse(day)).toISOString().startsWith(day);
  return isThere ? time : undefined;
}

/** The time given with an option. */
export function readTime(text: string | undefined, option: string): number {
  const time = text === undefined ? undefined : parseTime(text);
  if (time !== undefined) return time;
  const given = text === undefined ? "is missing" : `cannot be ${JSON.stringify(text.slice(0, 40))}`;
  throw new BadInput(`${option} ${given}; give a day or a time, e.g. 2026-05-20 or 2026-05-20T14:00:00Z`);
}
