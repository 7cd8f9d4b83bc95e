import type { Database } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { forgetRead } from "../../store/matches/matches.ts";
import type { Kind } from "../../work/work.ts";
import { noArguments } from "./no-arguments.ts";

/** The schedule and the kind of job that forgets what is old. */
export const TIDY = "tidy";

const DAY = 24 * 60 * 60 * 1000;
const KEEP_JOBS_MS = 7 * DAY;

/** Forgets matches that were read long ago, and jobs that ended a week ago. That a paper was told is not forgotten. */
export function tidy(database: () => Promise<Database>, forgetJobs: (before: number) => Promise<unknown>): Kind {
  return defineKind({
    parse: noArguments,
    async run(_, job) {
      const db = await database();
      const { keepReadDays } = await readSettings(db);
      await forgetRead(db, job.now() - keepReadDays * DAY);
      await forgetJobs(job.now() - KEEP_JOBS_MS);
    },
  });
}
