import type { KnownFile } from "../policy.ts";

const DAY = 24 * 60 * 60_000;
const LATELY = 2;
const LONG = 60;
/** Drafts a day that count as usual while fewer are found. */
const LEAST_USUAL = 0.3;
const SLOWEST = 0.5;
const FASTEST = 4;

/**
 * How much faster than usual to ask, 0.5 to 4: the square root of the finds a day lately over those of the last 60 days
 * (of fewer while this client is younger), since before a meeting many drafts come together.
 */
export function tempoOf(files: readonly KnownFile[], now: number, since = Number.NEGATIVE_INFINITY): number {
  const ages = [...findTimes(files)].map((at) => (now - at) / DAY).filter((age) => age >= 0);
  const span = Math.min(LONG, Math.max(LATELY, (now - since) / DAY));
  const lately = ages.filter((age) => age < LATELY).length / LATELY;
  const usual = Math.max(LEAST_USUAL, ages.filter((age) => age < span).length / span);
  return Math.min(FASTEST, Math.max(SLOWEST, Math.sqrt((lately + usual / 2) / (1.5 * usual))));
}

/** When each draft was found: its files are one find, and what was there from the beginning is none. */
function findTimes(files: readonly KnownFile[]): Iterable<number> {
  const times = new Map<string, number>();
  for (const { number, revision, foundAt, baseline } of files) {
    const draft = `${number}R${revision}`;
    times.set(draft, Math.min(baseline ? Number.NEGATIVE_INFINITY : foundAt, times.get(draft) ?? Number.POSITIVE_INFINITY));
  }
  return times.values();
}
