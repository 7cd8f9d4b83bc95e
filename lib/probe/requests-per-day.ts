import type { Settings } from "../terms/settings.ts";

/** Of `npm run bench -- freshness`: 5,195 a day with a base of six hours, 1,473 with one of 22. */
const QUIET = { perDay: 5195, minutes: 360, exponent: Math.log(5195 / 1473) / Math.log(360 / 1320) };
/** Of the same bench: a sweep every half an hour. */
const SWEEP = { perDay: 91_474, minutes: 30, exponent: -1 };

/** About how often a copy with these settings asks isocpp.org for drafts on an ordinary day, where no feed tells it of them. */
export function requestsPerDay({
  draftPolicy,
  quietBaseMinutes,
  probeMinutes,
  draftsPerDay,
}: Pick<Settings, "draftPolicy" | "quietBaseMinutes" | "probeMinutes" | "draftsPerDay">): number {
  const [measured, every] = draftPolicy === "quiet" ? [QUIET, quietBaseMinutes] : [SWEEP, probeMinutes];
  const asked = measured.perDay * (every / measured.minutes) ** measured.exponent;
  return Math.min(draftsPerDay, Math.round(asked / 100) * 100);
}
