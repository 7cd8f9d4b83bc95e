/** So many days without a change double the time between two questions. */
const QUIET_DAYS = 90;
/** Of a number beside one that is new, in multiples of the usual time. */
const BESIDE_NEW = 0.5;
const BESIDE_DAYS = 30;

/** How long to wait between two questions, in multiples of the usual time, for a paper that has been quiet for so many days: 1 at first. */
export function waitForPaper(quietDays: number): number {
  return Math.max(1, quietDays / QUIET_DAYS);
}

/**
 * The same for a number without a paper, so many days after one near it came up. Numbers are handed out in runs, to people
 * who write for the same meeting: where one of a run is out, the next is likely. That wears off slowly, with the root of the
 * days; after nine months it is a number like any other.
 */
export function waitBesideNew(days: number): number {
  return Math.max(BESIDE_NEW, Math.sqrt(days / BESIDE_DAYS), days / QUIET_DAYS);
}
