import type { Database } from "../../store/database/database.ts";
import type { FeedRow } from "../../store/database/schema.ts";
import { minutesBetweenLooks, subscribedFeeds } from "../../store/feeds/read-feeds.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { CHECK_INDEX, CHECK_LISTING, DRAFT_HOST, INDEX_HOST, LISTING_HOST, PROBE_DRAFTS, READ_FEED, SYNC, WATCH_OVER } from "../../terms/work-names.ts";
import type { Configuration, ScheduleRule } from "../../work/work.ts";
import { feedJob, laneOf } from "./read-feed.ts";
import { SYNC_JOB } from "./sync.ts";
import { TIDY } from "./tidy.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each by its own time, three schedules wake a background three times, and the browser leaves it awake for half a minute each time. */
const EARLY = { share: 1 / 3, mostMs: 10 * MINUTE };
/** Where a feed asks for all it is enough to see so often whether it still speaks. */
const LEFT_TO_OTHERS_MS = HOUR;

/** As often as the feed wants to be looked at, and less often while it gives nothing. */
function feedRule({ waitMs = 0, folder, ...row }: Pick<FeedRow, "folder" | "said" | "waitMs">): ScheduleRule {
  return {
    everyMs: Math.max(minutesBetweenLooks(row) * MINUTE, waitMs),
    job: { kind: READ_FEED, args: { folder }, key: feedJob(folder), lane: laneOf(folder) },
  };
}

/** How the hosts are asked and when work comes back, as the settings say. */
export async function configurationOf(db: Database): Promise<Configuration> {
  const [settings, rows] = await Promise.all([readSettings(db), db.feeds.toArray()]);
  const feeds = settings.drafts ? subscribedFeeds(settings, rows).map(({ folder, row }) => ({ folder, ...row })) : [];
  const every = (kind: string, everyMs: number) => ({
    [kind]: { everyMs, earlyMs: Math.min(everyMs * EARLY.share, EARLY.mostMs), job: { kind, key: kind } },
  });
  return {
    permits: settings.jobsAtOnce,
    lanes: {
      ...Object.fromEntries(feeds.map(({ folder }) => [laneOf(folder), { cap: 1, gapMs: 1_000 }])),
      [INDEX_HOST]: { cap: 1, gapMs: 1_000 },
      [DRAFT_HOST]: { cap: settings.asksAtOnce, gapMs: settings.askGapMs, jitter: settings.askJitterPercent / 100, isOff: !settings.drafts },
      [LISTING_HOST]: { cap: 1, gapMs: 1_000, isOff: !settings.openStd },
    },
    schedules: {
      ...every(CHECK_INDEX, settings.pollMinutes * MINUTE),
      ...(settings.drafts && every(PROBE_DRAFTS, Math.max(settings.probeMinutes * MINUTE, feeds.length > 0 && !settings.askAsWell ? LEFT_TO_OTHERS_MS : 0))),
      ...(settings.openStd && every(CHECK_LISTING, DAY)),
      ...(settings.sync && { [SYNC]: { everyMs: HOUR, job: SYNC_JOB } }),
      ...Object.fromEntries(feeds.map((feed) => [feedJob(feed.folder), feedRule(feed)])),
      ...every(WATCH_OVER, 30 * MINUTE),
      ...every(TIDY, DAY),
    },
  };
}
