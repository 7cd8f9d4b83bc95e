import { nameOfFile } from "./draft-file.ts";
import { type Knowledge, type Plan, type PlannedProbe, type ProbeReason, type QuietSettings, TIERS, type Tier } from "./policy.ts";
import { type Candidate, candidatesOf, numbersToAsk, survey } from "./quiet/candidates.ts";
import { shareOf } from "./quiet/share.ts";
import { tempoOf } from "./quiet/tempo.ts";

const HOUR = 60 * 60_000;
export const QUIET_DEFAULTS: QuietSettings = { baseMs: 6 * HOUR };
/** By how much clients differ in the time between two questions, so that they do not march in step. */
const JITTER = 0.1;

/** What is asked for of one tier. */
export interface TierOutlook {
  tier: Tier;
  /** Worth asking for at some time. */
  files: number;
  due: number;
  /** Between two questions for the same file, at present. */
  shortestMs: number;
  longestMs: number;
}

export interface Outlook {
  frontier: number;
  tiers: TierOutlook[];
}

interface Timing {
  name: string;
  everyMs: number;
  dueAt: number;
}

/**
 * The files that are due, the most overdue first. A file is due again when the time for its kind has passed since it was
 * last asked for; that time grows with how long its paper has been quiet, so news of a paper make its files due sooner by
 * themselves.
 */
export function quiet(known: Knowledge, now: number, settings: QuietSettings): Plan {
  const field = survey(known, now);
  const timingOf = timings(known, now, settings);
  const due: { probe: PlannedProbe; overdue: number }[] = [];
  for (const number of numbersToAsk(field)) {
    for (const candidate of candidatesOf(number, field)) {
      const timing = timingOf(candidate);
      if (timing.dueAt <= now) due.push({ probe: plan(candidate, timing), overdue: (now - timing.dueAt) / timing.everyMs });
    }
  }
  due.sort((a, b) => b.overdue - a.overdue || compare(a.probe.name, b.probe.name));
  return { frontier: field.frontier, probes: due.map(({ probe }) => probe) };
}

/** Of the files that are there, those that are due to be asked for changes. */
export function knownDue(known: Knowledge, now: number, settings: QuietSettings): PlannedProbe[] {
  if (known.files.length === 0) return [];
  const field = survey(known, now);
  const timingOf = timings(known, now, settings);
  return [...new Set(known.files.map(({ number }) => number))]
    .flatMap((number) => candidatesOf(number, field))
    .filter(({ what }) => what === "again")
    .map((candidate) => plan(candidate, timingOf(candidate)))
    .filter(({ dueAt }) => dueAt <= now);
}

/** Every file of one number that is worth asking for, due or not, the next due first; [] where there is none. */
export function agenda(known: Knowledge, now: number, settings: QuietSettings, number: number): PlannedProbe[] {
  const timingOf = timings(known, now, settings);
  return candidatesOf(number, survey(known, now))
    .map((candidate) => plan(candidate, timingOf(candidate)))
    .sort((a, b) => a.dueAt - b.dueAt || compare(a.name, b.name));
}

/** How many files of each tier are worth asking for, how many are due, and how often they are asked for at present. Tiers without a file are left out. */
export function outlook(known: Knowledge, now: number, settings: QuietSettings): Outlook {
  const field = survey(known, now);
  const timingOf = timings(known, now, settings);
  const tiers = new Map<Tier, TierOutlook>();
  for (const number of numbersToAsk(field)) {
    for (const candidate of candidatesOf(number, field)) {
      const { tier } = candidate.standing;
      const { everyMs, dueAt } = timingOf(candidate);
      const outlook = tiers.get(tier) ?? { tier, files: 0, due: 0, shortestMs: everyMs, longestMs: everyMs };
      outlook.files++;
      if (dueAt <= now) outlook.due++;
      outlook.shortestMs = Math.min(outlook.shortestMs, everyMs);
      outlook.longestMs = Math.max(outlook.longestMs, everyMs);
      tiers.set(tier, outlook);
    }
  }
  return { frontier: field.frontier, tiers: TIERS.flatMap((tier) => tiers.get(tier) ?? []) };
}

function timings({ asked, files, phase, since }: Knowledge, now: number, { baseMs }: QuietSettings): (candidate: Candidate) => Timing {
  const usualMs = baseMs / tempoOf(files, now, since);
  return (candidate) => {
    const name = nameOfFile(candidate);
    const share = shareOf(name, phase);
    const everyMs = usualMs * candidate.spacing * (1 + JITTER * (share - 0.5));
    const last = asked.get(name) ?? candidate.foundAt;
    // A time to come is of a clock that was set back: as good as none.
    if (last !== undefined && last <= now) return { name, everyMs, dueAt: last + everyMs };
    if (since === undefined || since > now) return { name, everyMs, dueAt: 0 };
    // What was never asked for is spread over its time, or the first minute would ask for everything; what is watched or hot does not wait.
    const begun = Math.max(since, Math.min(candidate.standing.changedAt ?? since, now));
    return { name, everyMs, dueAt: candidate.standing.watched || candidate.spacing <= 1 ? begun : begun + share * everyMs };
  };
}

function plan({ prefix, number, revision, extension, what, otherExtension, standing }: Candidate, timing: Timing): PlannedProbe {
  const { quietDays, fromFrontier, besideDays, watched, tier } = standing;
  const reason: ProbeReason = {
    what,
    ...(quietDays !== undefined && { quietDays: Math.floor(quietDays) }),
    ...(fromFrontier !== undefined && { fromFrontier }),
    ...(besideDays !== undefined && { besideDays: Math.floor(besideDays) }),
    ...(otherExtension && { otherExtension }),
    ...(prefix === "P" && what !== "again" && { published: true }),
    ...(watched && { watched }),
  };
  return { prefix, number, revision, extension, ...timing, tier, decision: "probe", reason };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
