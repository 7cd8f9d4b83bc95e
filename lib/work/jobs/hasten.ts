import type { WorkDatabase } from "../rows.ts";
import type { Hastener } from "../work.ts";
import { isWaiting, movedTo } from "./job-state.ts";

/** Lets the jobs run now that were put off for what this ends. Gives how many. */
export async function hasten(db: WorkDatabase, by: Hastener, now: number): Promise<number> {
  const jobs = await db.jobs.where("state").equals("put-off").toArray();
  const mine = jobs.filter((job) => job.hastenedBy?.includes(by)).filter(isWaiting);
  await db.jobs.bulkPut(mine.map((job) => movedTo(job, Math.min(job.runAt, now), now)));
  return mine.length;
}
