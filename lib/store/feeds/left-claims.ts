import { filesThere } from "../../papers/draft.ts";
import { LONGEST_WAIT_MS } from "../../work/jobs/job-state.ts";
import type { Tools } from "../../work/work.ts";
import type { Database, Tables } from "../database/database.ts";
import { jobKey, type WantVerified } from "./claim.ts";

/** What was to be asked for so long ago and waits for no job any more was not asked for. */
const LATE_MS = 60 * 60_000;

/** The ids of what that feed claims and somebody waits for, though no job is left that would ask for it: a browser may have ended it too often. */
export async function leftClaims(db: Database, feed: string, now: number): Promise<string[]> {
  const late = await db.drafts
    .filter(({ claimedBy, wanted, gone, publishedAs }) => {
      const isOpen = claimedBy === feed && !gone && publishedAs === undefined;
      return isOpen && wanted !== undefined && (wanted.at < now - LATE_MS || wanted.at > now + LONGEST_WAIT_MS);
    })
    .toArray();
  const ids = late.filter((draft) => filesThere(draft).length > 0).map(({ id }) => id);
  if (ids.length === 0) return [];
  const jobs = [...(await db.jobs.where("waitingKey").anyOf(ids.map(jobKey)).toArray()), ...(await db.jobs.where("state").equals("leased").toArray())];
  const keys = new Set(jobs.map(({ key }) => key));
  return ids.filter((id) => !keys.has(jobKey(id)));
}

/** Has them asked for anew, as they were wanted. Part of a job's commit. */
export async function wantAgain(ids: readonly string[], feed: string, want: WantVerified, { db }: Tools<Tables<"drafts">>): Promise<void> {
  for (const draft of await db.drafts.bulkGet([...ids])) if (draft?.wanted && draft.claimedBy === feed) await want(draft, draft.wanted.quietly === true);
}
