import type { Translate } from "../../../../lib/language/translate.ts";
import type { PlannedSchedule } from "../../../../lib/store/health/read-work.ts";
import { CHECK_INDEX, CHECK_LISTING, DRAFT_HOST, INDEX_HOST, LISTING_HOST, PROBE_DRAFTS } from "../../../../lib/terms/work-names.ts";
import type { JobRow, LaneRow } from "../../../../lib/work/rows.ts";
import { clockTime, relativeTime } from "../../../text/format-time.ts";
import { isResting } from "./lane-text.ts";

/** The host that a check asks, where it asks one. */
const HOST_OF: Record<string, string> = { [CHECK_INDEX]: INDEX_HOST, [PROBE_DRAFTS]: DRAFT_HOST, [CHECK_LISTING]: LISTING_HOST };

/** When a check runs next, or what it waits for. */
export function nextRunText({ id, job, nextAt, waitingAt }: PlannedSchedule, lanes: LaneRow[], leased: JobRow[], now: number, translate: Translate): string {
  if (leased.some(({ kind }) => kind === job.kind)) return translate("run_under_way");
  const at = Math.min(nextAt, waitingAt ?? nextAt);
  const lane = lanes.find(({ host }) => host === HOST_OF[id]);
  if (lane?.paused) return translate("run_waits_for_person", [lane.host]);
  if (lane && lane.nextAt > at && isResting(lane, now)) return translate("run_waits_for_host", [lane.host, clockTime(lane.nextAt, now)]);
  return at > now ? translate("run_next", [relativeTime(at, now)]) : translate("run_due");
}

/** The check that asks a host. */
export function scheduleOf(host: string, schedules: PlannedSchedule[]): PlannedSchedule | undefined {
  return schedules.find(({ id }) => HOST_OF[id] === host);
}
