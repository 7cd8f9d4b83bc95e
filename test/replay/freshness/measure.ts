import type { Played } from "./replay.ts";
import type { World } from "./world.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** How fresh a policy was in a period: of the requests it made in it, and of the drafts that appeared in it. */
export interface Freshness {
  requestsPerDay: number;
  /** Hours from when a draft appeared until it was found, or until the index had the paper where that was sooner. */
  delays: Float64Array;
  /** The share of drafts that the index had before they were found. */
  missed: number;
}

/** `from` and `to` are epoch ms, `to` not included; the replay must have gone on until the index had all drafts of the period. */
export function measure({ drafts }: World, { clock, requests, foundAt }: Played, from: number, to: number): Freshness {
  let asked = 0;
  for (const [tick, count] of requests.entries()) {
    const at = clock.startsAt + tick * clock.tickMs;
    if (at >= from && at < to) asked += count;
  }
  const delays: number[] = [];
  let missed = 0;
  for (const [place, { appearsAt, listedAt }] of drafts.entries()) {
    if (appearsAt < from || appearsAt >= to) continue;
    const found = foundAt[place] ?? Number.NaN;
    const isInTime = found < listedAt;
    if (!isInTime) missed++;
    delays.push(((isInTime ? found : listedAt) - appearsAt) / HOUR);
  }
  return { requestsPerDay: asked / ((to - from) / DAY), delays: Float64Array.from(delays).sort(), missed: missed / delays.length };
}

export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that a share of the sorted values does not exceed (nearest rank); NaN where there is none. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
