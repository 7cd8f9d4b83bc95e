import type { Knowledge, SweepSettings, Tier } from "../policy.ts";
import { isoDay } from "./iso-day.ts";
import { ascending, type Field, type Target } from "./target.ts";

const DAY = 24 * 60 * 60_000;
const DAYS_IN_MONTH = 30.44;

/** What every cycle asks for: numbers that are watched, near the frontier, in a range of the settings, or lately published. Known ones first. */
export function hotTargets({ latest, frontier, watched }: Field, recent: ReadonlySet<number>, settings: SweepSettings): Target[] {
  const near = new Set([...aroundFrontier(frontier, settings), ...settings.explicitRanges.flatMap(({ min = 0, max = 0 }) => [...range(min, max)])]);
  const hot = ascending(new Set([...watched, ...near, ...recent]));
  const depth = settings.hotRevisionDepth;
  const known = hot.flatMap((number) => {
    const revision = latest.get(number);
    return revision === undefined ? [] : [{ number, tier: tierOf(number), latest: revision, depth }];
  });
  // Where no paper is, a watched number is the frontier's too: so the original has it.
  const unknown = hot.filter((number) => !latest.has(number)).map((number): Target => ({ number, tier: "frontier", depth }));
  return [...known, ...unknown];

  function tierOf(number: number): Tier {
    if (watched.has(number)) return "watchlist";
    return near.has(number) ? "frontier" : "recent";
  }
}

/** The numbers of which any revision has a date within the months looked back on, or one to come. */
export function recentNumbers(known: Knowledge, now: number, lookbackMonths: number): Set<number> {
  if (lookbackMonths <= 0) return new Set();
  const from = Math.floor(now / DAY) - Math.floor(lookbackMonths * DAYS_IN_MONTH);
  const isRecent = (date: string) => (isoDay(date) ?? Number.NEGATIVE_INFINITY) >= from;
  return new Set(known.papers.filter(({ date = "", onlyListed }) => !onlyListed && isRecent(date)).map(({ number }) => number));
}

/** The window counts the frontier itself among those below. */
function aroundFrontier(frontier: number, { windowAbove, windowBelow }: SweepSettings): Iterable<number> {
  return range(Math.max(1, frontier - windowBelow + 1), frontier + windowAbove);
}

function* range(from: number, to: number): Generator<number> {
  for (let number = from; number <= to; number++) yield number;
}
