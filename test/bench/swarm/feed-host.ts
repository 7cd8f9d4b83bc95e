import type { FeedBytes } from "./feed-bytes.ts";

const MINUTE_SECONDS = 60;
const DAY_MINUTES = 24 * 60;
const DAYS_PER_MONTH = 30;
const GIGABYTE = 1e9;
/** A head says at least so often that somebody is there; see lib/headless/run-scout. */
const SIGNS_A_DAY = 8;
/** How a copy that gets nothing waits: see lib/background/jobs/read-feed. */
const FIRST_WAIT_MINUTES = 15;

export interface FeedHostLoad {
  meanPerSecond: number;
  peakPerSecond: number;
  gigabytesPerMonth: number;
}

interface Looks {
  waitMinutes: number;
  random: () => number;
}

/** What so many copies ask of a feed's host, that look at its head each `waitMinutes` with phases of their own, and read a part when something is new. */
export function feedHostLoad(
  copies: number,
  { waitMinutes, findsPerDay, random, headBytes, partBytes, headerBytes, unchangedBytes }: Looks & FeedBytes & { findsPerDay: number },
): FeedHostLoad {
  const looksPerDay = DAY_MINUTES / waitMinutes;
  // What is published between two looks is one change; a sign of life has no part of its own.
  const between = (many: number) => looksPerDay * (1 - Math.exp(-many / looksPerDay));
  const [heads, parts] = [between(findsPerDay + SIGNS_A_DAY), between(findsPerDay)];
  const bytes = (looksPerDay - heads) * unchangedBytes + heads * (headBytes + headerBytes) + parts * (partBytes + headerBytes);
  return {
    meanPerSecond: (copies * (looksPerDay + parts)) / (DAY_MINUTES * MINUTE_SECONDS),
    peakPerSecond: looksBySecond(copies, { waitMinutes, random }).reduce((most, count) => Math.max(most, count), 0),
    gigabytesPerMonth: (copies * bytes * DAYS_PER_MONTH) / GIGABYTE,
  };
}

/** How many of so many copies look in each second of a wait. */
export function looksBySecond(copies: number, { waitMinutes, random }: Looks): Float64Array {
  const looks = new Float64Array(Math.round(waitMinutes * MINUTE_SECONDS));
  for (let copy = 0; copy < copies; copy++) {
    const second = Math.floor(random() * looks.length);
    looks[second] = (looks[second] ?? 0) + 1;
  }
  return looks;
}

/**
 * How many of so many copies come back in each minute after a host that gave nothing for so long answers again: each has
 * waited longer and longer. Those who are back look as ever; they are not counted again.
 */
export function returnsByMinute(copies: number, hoursAway: number, minutes: number, { waitMinutes, random }: Looks): Float64Array {
  const returns = new Float64Array(minutes);
  const away = hoursAway * 60;
  for (let copy = 0; copy < copies; copy++) {
    let at = random() * waitMinutes;
    for (let failures = 1; at < away; failures++) at += Math.min(2 ** (failures - 1) * FIRST_WAIT_MINUTES * (1 + random()), DAY_MINUTES);
    const minute = Math.floor(at - away);
    if (minute < minutes) returns[minute] = (returns[minute] ?? 0) + 1;
  }
  return returns;
}
