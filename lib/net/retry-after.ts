const MAX_MS = 24 * 60 * 60 * 1000;

/** How long Retry-After asks to wait, in ms, at most a day; undefined where it is absent or unreadable (RFC 9110 §10.2.3: seconds or a date). */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  // Some send parts of a second, which the rule does not know; a number alone is no date.
  const wait = /^\s*[+-]?\d+(?:\.\d*)?\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), MAX_MS);
}
