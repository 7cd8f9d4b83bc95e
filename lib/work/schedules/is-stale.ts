import type { ScheduleRow } from "../rows.ts";

/** True where a schedule has had no run that ended well for twice its interval. What lies ahead was noted by a clock that was wrong. */
export function isStale({ everyMs, since, lastDoneAt = since }: Pick<ScheduleRow, "everyMs" | "since" | "lastDoneAt">, now: number): boolean {
  return now - (lastDoneAt > now ? Math.min(since, now) : lastDoneAt) > 2 * everyMs;
}
