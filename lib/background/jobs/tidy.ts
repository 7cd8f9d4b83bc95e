import type { Database } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import type { TidiedState } from "../../store/database/state-rows.ts";
import { forgetFeeds } from "../../store/feeds/read-feeds.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { forgetRead } from "../../store/matches/matches.ts";
import type { Kind } from "../../work/work.ts";
import { noArguments } from "./no-arguments.ts";

/** The schedule and the kind of job that forgets what is old. */
export const TIDY = "tidy";

const DAY = 24 * 60 * 60 * 1000;
const KEEP_JOBS_MS = 7 * DAY;

/** Tidying comes daily; a computer may have been away over a weekend. */
const RECENT_MS = 4 * DAY;

/**
 * Forgets matches that were read long ago, and jobs that ended a week ago. That a paper was told is not forgotten. What a
 * clock that is wrong takes for old is kept: it forgets only where it was here, by the same clock, a few days ago.
 */
export function tidy(database: () => Promise<Database>, forgetJobs: (before: number) => Promise<unknown>): Kind {
  return defineKind({
    parse: noArguments,
    async run(_, job) {
      const db = await database();
      const now = job.now();
      const before = ((await db.state.get("tidied")) as TidiedState | undefined)?.at;
      await db.state.put({ name: "tidied", at: now });
      if (before === undefined || Math.abs(now - before) > RECENT_MS) return;
      const { keepReadDays } = await readSettings(db);
      await forgetRead(db, now - keepReadDays * DAY);
      await forgetFeeds(db, now);
      await forgetJobs(now - KEEP_JOBS_MS);
    },
  });
}
