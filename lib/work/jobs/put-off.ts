import type { WorkDatabase } from "../rows.ts";
import type { PutOff } from "../work.ts";
import type { LeasedJob } from "./job-state.ts";
import { putBack } from "./put-back.ts";

/** Put off for want of time so often in a row, a job has made an attempt after all: else one that never ends would run for ever. Whoever needs longer ends with its slice and goes on by a follow-up. */
const MOST_SLICES = 3;
const MINUTE = 60_000;
/** Whoever waits for what nobody can tell of looks so often, at least. */
export const LOOKS_AGAIN_MS = 5 * MINUTE;

/** The end of a slice: what came to no end goes on in the next. */
export const OUT_OF_TIME = "out-of-time";

/** Thrown where a job cannot go on for what is nobody's fault. */
export class PutOffError extends Error {
  override name = "PutOff";
  readonly why: PutOff;
  constructor(why: PutOff) {
    super(why.message);
    this.why = why;
  }
}

/** Lets a job wait without an attempt counted. False where it has been put off for want of time too often. */
export async function putOff(db: WorkDatabase, job: LeasedJob, { until, longestMs, hastenedBy, kind, message }: PutOff, now: number): Promise<boolean> {
  const putOffs = job.error?.kind === kind ? (job.putOffs ?? 0) + 1 : 1;
  if (kind === OUT_OF_TIME && putOffs > MOST_SLICES) return false;
  const slot = longestMs === undefined && job.schedule !== undefined ? (await db.schedules.get(job.schedule))?.nextAt : undefined;
  const growing = now + Math.min(MINUTE * 2 ** Math.min(putOffs - 1, 20), longestMs ?? LOOKS_AGAIN_MS);
  const runAt = Math.max(until ?? slot ?? growing, now);
  await putBack(db, { ...job, attempts: job.attempts - 1, putOffs }, runAt, now, { state: "put-off", error: { kind, message }, hastenedBy });
  return true;
}
