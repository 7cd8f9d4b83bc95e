import { JOB_STATES, type JobState, type WorkDatabase } from "../rows.ts";

/** What counting needs of the table, so that those may count who may only read. */
interface CountedJobs extends Pick<WorkDatabase["jobs"], "count"> {
  where(values: { state: JobState }): { count(): PromiseLike<number> };
}

/** How many jobs there are of each state. Of those that wait there may be ten thousand, and a browser counts in an index one by one: they are what the others leave of all. */
export async function countJobs({ jobs }: { jobs: CountedJobs }): Promise<Record<JobState, number>> {
  const others = JOB_STATES.filter((state) => state !== "todo");
  const [all, counts] = await Promise.all([jobs.count(), Promise.all(others.map(async (state) => [state, await jobs.where({ state }).count()] as const))]);
  return { ...(Object.fromEntries(counts) as Record<JobState, number>), todo: counts.reduce((left, [, count]) => left - count, all) };
}
