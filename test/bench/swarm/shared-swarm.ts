import { SETTINGS } from "../../../lib/terms/settings.ts";
import { SECONDS_PER_DAY, sumsOf } from "../../replay/freshness/host-load.ts";
import { mean, quantile } from "../../replay/freshness/measure.ts";
import type { World } from "../../replay/freshness/world.ts";
import type { Target } from "../report.ts";
import { feedBytes } from "./feed-bytes.ts";
import { feedHostLoad } from "./feed-host.ts";
import { scouted } from "./scouted.ts";
import { silentLoad } from "./silent-load.ts";

const DAY = 24 * 60 * 60_000;
/** What docs/publishing.md advises for so many readers. */
const WAITS = [
  { upTo: 10_000, minutes: 5 },
  { upTo: Number.POSITIVE_INFINITY, minutes: 20 },
];
const waitFor = (copies: number) => WAITS.find(({ upTo }) => copies <= upTo)?.minutes ?? 0;
/** Of the copies, so many watch what a draft is; the most watched author of the index is on fewer papers. */
const WATCHING = 1 / 50;
/** So many copies are played one by one while all feeds are silent, for as many as `share` says. */
const PLAYED_COPIES = 48;
const SILENT_SECONDS = 2 * SECONDS_PER_DAY;
const LIMIT_PER_SECOND = 1;

interface Swarm {
  world: World;
  startsAt: number;
  endsAt: number;
  sizes: number[];
  random: () => number;
}

export interface SharedSwarm {
  rows: Record<string, number | string>[];
  targets: Target[];
  details: Record<string, unknown>;
}

/** What so many copies cost both hosts while a feed speaks, when it dies and when it is back, and how soon a person hears of a draft. */
export async function sharedSwarm({ world, startsAt, endsAt, sizes, random }: Swarm): Promise<SharedSwarm> {
  const scout = scouted(world, { startsAt, endsAt, random });
  const days = (endsAt - startsAt) / DAY - 30;
  const findsPerDay = scout.published.length / days;
  const perDay = Map.groupBy(scout.published, (at) => Math.floor(at / DAY));
  const busiest = Math.max(0, ...[...perDay.values()].map((finds) => finds.length));
  const silent = silentLoad(world, { at: endsAt, seconds: SILENT_SECONDS, copies: PLAYED_COPIES, random });
  const bytes = await feedBytes(busiest);
  const scoutPerSecond = scout.requestsPerDay / SECONDS_PER_DAY;
  const verifying = (copies: number, finds: number) => (copies * WATCHING * finds) / SECONDS_PER_DAY;
  const peak = (load: Float64Array, seconds: number) => sumsOf(load, seconds).reduce((most, sum) => Math.max(most, sum), 0) / seconds;
  const rounded = (value: number) => Number(value.toPrecision(3));

  const rows = sizes.map((copies) => {
    const waitMinutes = waitFor(copies);
    const host = feedHostLoad(copies, { waitMinutes, findsPerDay, ...bytes, random });
    const delays = scout.delaysOf(waitMinutes);
    return {
      copies,
      "wait, min": waitMinutes,
      "median, min": rounded(quantile(delays, 0.5) * 60),
      "p90, h": rounded(quantile(delays, 0.9)),
      "p95, h": rounded(quantile(delays, 0.95)),
      "isocpp.org/s": rounded(scoutPerSecond + verifying(copies, findsPerDay)),
      "on its busiest day": rounded(scoutPerSecond + verifying(copies, busiest)),
      "all silent, share = copies": rounded(mean(silent)),
      "busiest minute of that": rounded(peak(silent, 60)),
      "feed's host/s": rounded(host.meanPerSecond),
      "peak/s": host.peakPerSecond,
      "GB a month": rounded(host.gigabytesPerMonth),
    };
  });
  const most = Math.max(...sizes);
  const least = Math.min(...sizes);
  const largest = feedHostLoad(most, { waitMinutes: waitFor(most), findsPerDay, ...bytes, random });
  return {
    rows,
    targets: [
      { name: `isocpp.org, ${most} copies and one scout`, value: scoutPerSecond + verifying(most, findsPerDay), unit: "/s", limit: LIMIT_PER_SECOND },
      { name: "isocpp.org, all feeds silent, share = copies", value: mean(silent), unit: "/s", limit: LIMIT_PER_SECOND },
      { name: `the feed's host, ${most} copies`, value: largest.meanPerSecond, unit: "/s", limit: 120 },
      { name: `the feed's host, ${most} copies, a month`, value: largest.gigabytesPerMonth, unit: "GB", limit: 100 },
      { name: `from a draft to the person, median, ${least} copies`, value: quantile(scout.delaysOf(waitFor(least)), 0.5) * 60, unit: "min", limit: 15 },
      { name: `from a draft to the person, median, ${most} copies`, value: quantile(scout.delaysOf(waitFor(most)), 0.5) * 60, unit: "min", limit: 15 },
      { name: `from a draft to the person, p95, ${most} copies`, value: quantile(scout.delaysOf(waitFor(most)), 0.95), unit: "h", limit: 2 },
    ],
    details: {
      "the scout: requests a day": Math.round(scout.requestsPerDay),
      "finds a day, and on the busiest": `${rounded(findsPerDay)}, ${busiest}`,
      "from a draft to its publication, median (min) and p95 (h)": `${rounded(quantile(scout.delaysOf(0), 0.5) * 60)}, ${rounded(quantile(scout.delaysOf(0), 0.95))}`,
      "missed, since the index had it sooner (%)": rounded(100 * scout.missed),
      "head and part, packed (bytes)": `${bytes.headBytes}, ${bytes.partBytes}`,
      "first quarter of an hour of silence, at most a second": rounded(peak(silent.subarray(0, 900), 60)),
      "a copy with a feed, requests a day": rounded(SECONDS_PER_DAY / 60 / waitFor(most) + findsPerDay * WATCHING),
      watching: `each draft is asked for by one copy in ${1 / WATCHING}, at a random moment`,
      "silent copies": `${PLAYED_COPIES}, played one by one by lib/feed/own-share with their default base of ${SETTINGS.quietBaseMinutes.default / 60} h; all together they ask as often as any number whose share is as large`,
    },
  };
}
