import type { Arrival } from "../give-answer.ts";
import { hostOf } from "../script.ts";

// How politely a host was asked, by what arrived there.

const DAY = 24 * 60 * 60 * 1000;

/** Between each arrival at the host and the next, ms. */
export function gaps(arrivals: readonly Pick<Arrival, "at" | "url">[], host: string): number[] {
  const times = arrivals.filter(({ url }) => hostOf(url) === host).map(({ at }) => at);
  return times.slice(1).map((at, before) => at - (times[before] ?? at));
}

/** The most requests that were under way at the host at one time; 0 where none arrived. */
export function mostAtOnce(arrivals: readonly Pick<Arrival, "atOnce" | "url">[], host: string): number {
  return arrivals.reduce((most, { url, atOnce }) => (hostOf(url) === host ? Math.max(most, atOnce) : most), 0);
}

/** How many arrivals a day the host has at the pace of these, which came within `spanMs`. */
export function perDay(arrivals: readonly Pick<Arrival, "url">[], host: string, spanMs: number): number {
  return (arrivals.filter(({ url }) => hostOf(url) === host).length * DAY) / spanMs;
}
