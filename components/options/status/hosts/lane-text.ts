import type { Translate } from "../../../../lib/language/translate.ts";
import { breakerOf } from "../../../../lib/work/lanes/lane.ts";
import type { LaneRow } from "../../../../lib/work/rows.ts";
import { clockTime } from "../../../text/format-time.ts";

/** What a host calls it when it wants to be asked less often. */
const ASKED_FOR_REST = "rate-limited";

/** How it stands with a host, in a sentence. */
export function laneText(lane: LaneRow, now: number, translate: Translate): string {
  const { paused, isOff, nextAt, strikes, lastOkAt, lastError, silence } = lane;
  if (isOff) return translate("lane_off");
  if (paused) return translate("lane_paused");
  const breaker = breakerOf(lane, now);
  if (breaker === "open") return translate("lane_left_alone", strikes, [clockTime(nextAt, now), strikes]);
  if (silence && strikes === 0) return translate("lane_silent", [clockTime(silence.since, now), clockTime(Math.max(nextAt, now), now)]);
  if (isResting(lane, now))
    return translate(strikes > 0 && lastError?.kind === ASKED_FOR_REST ? "lane_resting_as_asked" : "lane_resting", [clockTime(nextAt, now)]);
  if (strikes > 0) return translate("lane_bad_answers", strikes);
  return translate(lastOkAt === undefined ? "lane_never_asked" : "lane_answers");
}

/** True where the host is not asked for longer than the usual gap between two requests. */
export function isResting({ nextAt, gapMs, strikes }: LaneRow, now: number): boolean {
  return nextAt > now && (strikes > 0 || nextAt - now > gapMs);
}
