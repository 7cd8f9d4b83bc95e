import type { Database } from "../../store/database/database.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { CHECK_INDEX, CHECK_LISTING, DRAFT_HOST, INDEX_HOST, LISTING_HOST, PROBE_DRAFTS, SYNC, WATCH_OVER } from "../../terms/work-names.ts";
import type { Configuration } from "../../work/work.ts";
import { SYNC_JOB } from "./sync.ts";
import { TIDY } from "./tidy.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How the hosts are asked and when work comes back, as the settings say. */
export async function configurationOf(db: Database): Promise<Configuration> {
  const settings = await readSettings(db);
  const every = (kind: string, everyMs: number) => ({ [kind]: { everyMs, job: { kind, key: kind } } });
  return {
    permits: settings.jobsAtOnce,
    lanes: {
      [INDEX_HOST]: { cap: 1, gapMs: 1_000 },
      [DRAFT_HOST]: { cap: settings.asksAtOnce, gapMs: settings.askGapMs, jitter: settings.askJitterPercent / 100, isOff: !settings.drafts },
      [LISTING_HOST]: { cap: 1, gapMs: 1_000, isOff: !settings.openStd },
    },
    schedules: {
      ...every(CHECK_INDEX, settings.pollMinutes * MINUTE),
      ...(settings.drafts && every(PROBE_DRAFTS, settings.probeMinutes * MINUTE)),
      ...(settings.openStd && every(CHECK_LISTING, DAY)),
      ...(settings.sync && { [SYNC]: { everyMs: HOUR, job: SYNC_JOB } }),
      ...every(WATCH_OVER, 30 * MINUTE),
      ...every(TIDY, DAY),
    },
  };
}
