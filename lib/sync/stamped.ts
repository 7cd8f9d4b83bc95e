/** A value and when it was set: seconds since 1970 by the clock of the machine that set it, but later than whatever that machine had seen in its place. */
export interface Stamped<Value> {
  value: Value;
  at: number;
}

/** The value, set now (seconds) by someone who has seen the other one: it wins over that one whatever the clocks say. */
export function stamp<Value>(value: Value, now: number, seen: Stamped<unknown> | undefined): Stamped<Value> {
  return { value, at: Math.max(now, (seen?.at ?? 0) + 1) };
}

/** Before any of these machines' clocks: July 2017, in seconds. */
const LONG_AGO = 1_500_000_000;

/**
 * When a thing counts as set that a machine brings to its first meeting; `now` in seconds. It is older than whatever
 * anybody has set while sharing, and the older the later the meeting: of two machines that bring theirs without having
 * seen each other's, the first one's stays.
 */
export function firstMet(now: number): number {
  return Math.max(1, Math.min(LONG_AGO, 2 * LONG_AGO - now));
}

/** The later of two. At the same second the greater by its JSON, so that every machine chooses the same: true before false, so what is there stays. */
export function latest<Value>(a: Stamped<Value>, b: Stamped<Value>): Stamped<Value> {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a.value) >= JSON.stringify(b.value) ? a : b;
}
