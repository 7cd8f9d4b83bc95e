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

/**
 * Forgets matches that were read long ago, and jobs that ended a week ago. That a paper was told is not forgotten. What is
 * old is told by the earlier of two clocks: that of this look, and that of the one before. So a clock that is ahead once
 * takes nothing for old, and however seldom and briefly somebody is here, each time what was old the last time goes. Who
 * keeps more than others forgets it by that time, too (`forgetMore`).
 */
export function tidy(
  database: () => Promise<Database>,
  forgetJobs: (before: number) => Promise<unknown>,
  forgetMore: (sure: number) => Promise<unknown> = async () => {},
): Kind {
  return defineKind({
    parse: noArguments,
    tables: ["state"],
    async run(_, job) {
      const db = await database();
      const now = job.now();
      const before = ((await db.state.get("tidied")) as TidiedState | undefined)?.at;
      if (before !== undefined) {
        const sure = Math.min(now, before);
        const { keepReadDays } = await readSettings(db);
        await forgetRead(db, sure - keepReadDays * DAY);
        await forgetFeeds(db, sure);
        await forgetJobs(sure - KEEP_JOBS_MS);
        await forgetMore(sure);
      }
      // With the end of it: one that is killed and comes back has not been here before.
      return { commit: async ({ db }) => void (await db.state.put({ name: "tidied", at: now })) };
    },
  });
}
