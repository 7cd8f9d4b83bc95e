import { SETTINGS } from "../../../lib/terms/settings.ts";
import { SECONDS_PER_DAY, sumsOf } from "../../replay/freshness/host-load.ts";
import { mean, quantile } from "../../replay/freshness/measure.ts";
import type { World } from "../../replay/freshness/world.ts";
import type { Target } from "../report.ts";
import { feedBytes } from "./feed-bytes.ts";
import { feedHostLoad, looksBySecond, returnsByMinute } from "./feed-host.ts";
import { scouted } from "./scouted.ts";
import { silentLoad } from "./silent-load.ts";

const DAY = 24 * 60 * 60_000;
const HOUR_MINUTES = 60;
/** What docs/publishing.md advises for so many readers. */
const WAITS = [
  { upTo: 10_000, minutes: 5 },
  { upTo: Number.POSITIVE_INFINITY, minutes: 15 },
];
const waitFor = (copies: number) => WAITS.find(({ upTo }) => copies <= upTo)?.minutes ?? 0;
/** Of the copies, so many watch what a draft is; the most watched author of the index is on fewer papers. */
const WATCHING = 1 / 50;
/** Within so many seconds of hearing of it they ask; see lib/store/feeds/note-facts. */
const VERIFIED_WITHIN_SECONDS = 120;
/** So many copies are played one by one while all feeds are silent, for as many as `share` says. */
const PLAYED_COPIES = 48;
const SILENT_SECONDS = 2 * SECONDS_PER_DAY;
const LIMIT_PER_SECOND = 1;
/** The scout is away for so long: its head has expired for an hour when it is back. */
const AWAY_HOURS = 9;
const BACK_MINUTES = 26 * HOUR_MINUTES;
/** What isocpp.org sends for a HEAD (its headers, generously), and for a draft whose first page is read. */
const HEAD_BYTES = 400;
const DRAFT_BYTES = 400_000;
const GIGABYTE = 1e9;

interface Swarm {
  world: World;
  startsAt: number;
  endsAt: number;
  sizes: number[];
  random: () => number;
}

/** Requests in each second of some hours, to be drawn. */
export interface Load {
  name: string;
  load: Float64Array;
}

export interface SharedSwarm {
  rows: Record<string, number | string>[];
  targets: Target[];
  details: Record<string, unknown>;
  /** Of the greatest number of copies. */
  loads: Load[];
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
  const hostOf = (copies: number) => feedHostLoad(copies, { waitMinutes: waitFor(copies), findsPerDay, ...bytes, random });
  const delaysOf = new Map(sizes.map((copies) => [copies, scout.delaysOf(waitFor(copies))]));

  const rows = sizes.map((copies) => {
    const waitMinutes = waitFor(copies);
    const host = hostOf(copies);
    const delays = delaysOf.get(copies) ?? new Float64Array();
    const returns = returnsByMinute(copies, AWAY_HOURS, BACK_MINUTES, { waitMinutes, random });
    // Who is back looks as ever; what was found meanwhile is claimed to each of them at once.
    const backPerSecond = returns.reduce((most, count) => Math.max(most, count), 0) / 60;
    const claims = (findsPerDay * AWAY_HOURS) / 24;
    const asked = (scout.requestsPerDay + copies * WATCHING * findsPerDay) * HEAD_BYTES + findsPerDay * DRAFT_BYTES;
    return {
      copies,
      "wait, min": waitMinutes,
      "median, min": rounded(quantile(delays, 0.5) * 60),
      "p90, h": rounded(quantile(delays, 0.9)),
      "p95, h": rounded(quantile(delays, 0.95)),
      "missed, %": rounded(100 * scout.missed),
      "isocpp.org/s": rounded(scoutPerSecond + verifying(copies, findsPerDay)),
      "busiest day": rounded(scoutPerSecond + verifying(copies, busiest)),
      "while a find is verified": rounded(scoutPerSecond + (copies * WATCHING) / (waitMinutes * 60 + VERIFIED_WITHIN_SECONDS)),
      "isocpp.org, GB a month": rounded((asked * 30) / GIGABYTE),
      "all silent, share = copies": rounded(mean(silent)),
      "busiest minute of that": rounded(peak(silent, 60)),
      "back: isocpp.org/s": rounded(scoutPerSecond + backPerSecond * WATCHING * claims),
      "back: feed's host/s": rounded(host.meanPerSecond + 2 * backPerSecond),
      "feed's host/s": rounded(host.meanPerSecond),
      "peak/s": host.peakPerSecond,
      "GB a month": rounded(host.gigabytesPerMonth),
    };
  });
  const most = Math.max(...sizes);
  const least = Math.min(...sizes);
  const largest = hostOf(most);
  const delay = (copies: number, share: number) => quantile(delaysOf.get(copies) ?? new Float64Array(), share);
  return {
    rows,
    loads: [
      { name: `one scout: the feed's host, ${most} copies`, load: repeated(looksBySecond(most, { waitMinutes: waitFor(most), random })) },
      { name: "one scout: isocpp.org, a draft found after half an hour", load: findLoad(most * WATCHING, waitFor(most) * 60, scoutPerSecond) },
      { name: "the feed has died: isocpp.org", load: silent },
    ],
    targets: [
      { name: `isocpp.org, ${most} copies and one scout`, value: scoutPerSecond + verifying(most, findsPerDay), unit: "/s", limit: LIMIT_PER_SECOND },
      { name: "isocpp.org, all feeds silent, share = copies", value: mean(silent), unit: "/s", limit: LIMIT_PER_SECOND },
      { name: `the feed's host, ${most} copies`, value: largest.meanPerSecond, unit: "/s", limit: 120 },
      { name: `the feed's host, ${most} copies, a month`, value: largest.gigabytesPerMonth, unit: "GB", limit: 100 },
      { name: `from a draft to the person, median, ${least} copies`, value: delay(least, 0.5) * 60, unit: "min", limit: 15 },
      { name: `from a draft to the person, median, ${most} copies`, value: delay(most, 0.5) * 60, unit: "min", limit: 15 },
      { name: `from a draft to the person, p95, ${most} copies`, value: delay(most, 0.95), unit: "h", limit: 2 },
    ],
    details: {
      "the scout: requests a day": Math.round(scout.requestsPerDay),
      "finds a day, and on the busiest": `${rounded(findsPerDay)}, ${busiest}`,
      "from a draft to its publication, median (min) and p95 (h)": `${rounded(quantile(scout.delaysOf(0), 0.5) * 60)}, ${rounded(quantile(scout.delaysOf(0), 0.95))}`,
      "head and part, packed (bytes)": `${bytes.headBytes}, ${bytes.partBytes}`,
      "before a body, and an answer that nothing has changed (bytes)": `${bytes.headerBytes}, ${bytes.unchangedBytes}`,
      "first quarter of an hour of silence, at most a second": rounded(peak(silent.subarray(0, 900), 60)),
      "a copy with a feed, requests a day": rounded(SECONDS_PER_DAY / 60 / waitFor(most) + findsPerDay * WATCHING),
      watching: `each draft is asked for by one copy in ${1 / WATCHING}, at a random moment`,
      "silent copies": `${PLAYED_COPIES}, played one by one by lib/feed/own-share with their default base of ${SETTINGS.quietBaseMinutes.default / 60} h; all together they ask as often as any number whose share is as large`,
      back: `the scout was away for ${AWAY_HOURS} h; the busiest minute of those who find it back`,
    },
  };

  /** One find: who watches it hears of it within a wait, and asks within two minutes. */
  function findLoad(watching: number, waitSeconds: number, always: number): Float64Array {
    const load = new Float64Array(2 * 60 * 60).fill(always);
    for (let copy = 0; copy < watching; copy++) {
      const second = 30 * 60 + Math.floor(random() * waitSeconds + random() * VERIFIED_WITHIN_SECONDS);
      load[second] = (load[second] ?? 0) + 1;
    }
    return load;
  }
}

function repeated(period: Float64Array): Float64Array {
  return Float64Array.from({ length: 2 * 60 * 60 }, (_, second) => period[second % period.length] ?? 0);
}
