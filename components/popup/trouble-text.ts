import type { Trouble } from "../../lib/store/read-trouble.ts";
import type { Translate } from "../../lib/translate.ts";
import { isStale } from "../../lib/work/is-stale.ts";
import { breakerOf } from "../../lib/work/lane.ts";
import { clockTime } from "../format-time.ts";
import { workName } from "../work-name.ts";

/** The one sentence about what is most in the way; undefined where nothing is wrong. What a person did comes first: it is theirs to undo. */
export function troubleText({ lanes, schedules, failed, faults }: Trouble, now: number, translate: Translate): string | undefined {
  const paused = lanes.find((lane) => lane.paused);
  if (paused) return translate("trouble_paused", [paused.host]);
  const broken = lanes.find((lane) => breakerOf(lane, now) === "open");
  if (broken) return translate("trouble_left_alone", [broken.host, clockTime(broken.nextAt, now)]);
  const stale = schedules.find((schedule) => isStale(schedule, now));
  if (stale) return translate("trouble_stale", [workName(stale.id, translate)]);
  if (faults > 0) return translate("trouble_faults", faults);
  return failed > 0 ? translate("trouble_failed", failed) : undefined;
}
