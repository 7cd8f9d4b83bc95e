const MINUTE_SECONDS = 60;
const DAY_MINUTES = 24 * 60;
const DAYS_PER_MONTH = 30;
const GIGABYTE = 1e9;
/** Of an answer that brings nothing new, and of the headers of one that does. */
const HEADER_BYTES = 250;
/** A head says at least so often that somebody is there; see lib/headless/run-scout. */
const SIGNS_A_DAY = 8;

export interface FeedHostLoad {
  meanPerSecond: number;
  peakPerSecond: number;
  gigabytesPerMonth: number;
}

/** What so many copies ask of a feed's host, that look at its head each `waitMinutes` with phases of their own, and read a part when it has changed. */
export function feedHostLoad(
  copies: number,
  {
    waitMinutes,
    findsPerDay,
    headBytes,
    partBytes,
    random,
  }: { waitMinutes: number; findsPerDay: number; headBytes: number; partBytes: number; random: () => number },
): FeedHostLoad {
  const period = waitMinutes * MINUTE_SECONDS;
  const looks = new Uint32Array(period);
  for (let copy = 0; copy < copies; copy++) {
    const second = Math.floor(random() * period);
    looks[second] = (looks[second] ?? 0) + 1;
  }
  const looksPerDay = DAY_MINUTES / waitMinutes;
  // What is published between two looks is one change.
  const changed = looksPerDay * (1 - Math.exp(-(findsPerDay + SIGNS_A_DAY) / looksPerDay));
  const bytes = looksPerDay * HEADER_BYTES + changed * (headBytes + HEADER_BYTES + partBytes);
  return {
    meanPerSecond: (copies * (looksPerDay + changed)) / (DAY_MINUTES * MINUTE_SECONDS),
    peakPerSecond: looks.reduce((most, count) => Math.max(most, count), 0),
    gigabytesPerMonth: (copies * bytes * DAYS_PER_MONTH) / GIGABYTE,
  };
}
