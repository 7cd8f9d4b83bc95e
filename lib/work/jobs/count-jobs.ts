import { JOB_STATES, type JobState, type WorkDatabase } from "../rows.ts";

/** How many jobs there are of each state. Of those that wait there may be ten thousand, and a browser counts in an index one by one: they are what the others leave of all. */
export async function countJobs({ jobs }: Pick<WorkDatabase, "jobs">): Promise<Record<JobState, number>> {
  const others = JOB_STATES.filter((state) => state !== "todo");
  const [all, counts] = await Promise.all([jobs.count(), Promise.all(others.map(async (state) => [state, await jobs.where({ state }).count()] as const))]);
  return { ...(Object.fromEntries(counts) as Record<JobState, number>), todo: counts.reduce((left, [, count]) => left - count, all) };
}
