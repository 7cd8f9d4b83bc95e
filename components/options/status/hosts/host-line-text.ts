import type { Translate } from "../../../../lib/language/translate.ts";
import type { PlannedSchedule } from "../../../../lib/store/health/read-work.ts";
import type { LaneRow } from "../../../../lib/work/rows.ts";
import { relativeTime } from "../../../text/format-time.ts";
import { laneText } from "./lane-text.ts";

export type HostState = "fine" | "wrong" | "resting";

/** Whether a host is asked and answers; "resting" where nobody expects it to. */
export function hostState({ isOff, paused, strikes, silence, lastOkAt }: LaneRow): HostState {
  if (isOff || paused) return "resting";
  if (strikes > 0 || silence) return "wrong";
  return lastOkAt === undefined ? "resting" : "fine";
}

/** How it stands with a host, on one line: "OK · Last success 6 minutes ago · next in 24 minutes". */
export function hostLineText(lane: LaneRow, schedule: PlannedSchedule | undefined, now: number, translate: Translate): string {
  const { isOff, paused, lastOkAt = 0, nextAt } = lane;
  const parts = [laneText(lane, now, translate)];
  if (!isOff && lastOkAt > 0) parts.push(translate("host_last", [relativeTime(Math.min(lastOkAt, now), now)]));
  // Of a host in trouble the sentence says when it is asked again.
  if (schedule && hostState(lane) !== "wrong" && !isOff && !paused) {
    const at = Math.max(Math.min(schedule.nextAt, schedule.waitingAt ?? schedule.nextAt), nextAt);
    parts.push(at > now ? translate("host_next", [relativeTime(at, now)]) : translate("host_due"));
  }
  return parts.join(" · ");
}
