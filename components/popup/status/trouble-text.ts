import type { Translate } from "../../../lib/language/translate.ts";
import type { ListingState } from "../../../lib/store/database/state-rows.ts";
import type { Trouble } from "../../../lib/store/health/read-trouble.ts";
import { isFailure } from "../../../lib/terms/check-outcome.ts";
import { LISTING_HOST } from "../../../lib/terms/work-names.ts";
import { breakerOf } from "../../../lib/work/lanes/lane.ts";
import type { LaneRow } from "../../../lib/work/rows.ts";
import { isStale } from "../../../lib/work/schedules/is-stale.ts";
import { failureText } from "../../text/failure-text.ts";
import { formatList } from "../../text/format-list.ts";
import { clockTime } from "../../text/format-time.ts";
import { workName } from "../../text/work-name.ts";

/** A listing that could not be read once or twice will be soon; what is to be allowed is not. */
const LISTING_TRIES = 3;

/** The one sentence about what is most in the way; undefined where nothing is wrong. What a person did comes before what a host did: it is theirs to undo. */
export function troubleText(
  trouble: Trouble & { listing?: ListingState | undefined; noRoom?: boolean },
  now: number,
  translate: Translate,
): string | undefined {
  const { lanes, schedules, failed, faults, listing, noRoom } = trouble;
  if (noRoom) return translate("trouble_no_room");
  const paused = lanes.filter((lane) => lane.paused);
  if (paused.length > 0) return translate("trouble_paused", paused.length, [formatList(paused.map(({ host }) => host))]);
  const broken = lanes.filter((lane) => breakerOf(lane, now) === "open");
  if (broken.length > 0) return leftAlone(broken, now, translate);
  const unread = listing && listingTrouble(listing, translate);
  if (unread) return unread;
  const stale = schedules.find((schedule) => isStale(schedule, now));
  if (stale) return translate("trouble_stale", [workName(stale.id, translate)]);
  if (faults > 0) return translate("trouble_faults", faults);
  return failed > 0 ? translate("trouble_failed", failed) : undefined;
}

function leftAlone([first, ...others]: LaneRow[], now: number, translate: Translate): string | undefined {
  if (!first) return undefined;
  if (others.length > 0) return translate("trouble_left_alone_many", [formatList([first, ...others].map(({ host }) => host))]);
  return translate("trouble_left_alone", [first.host, clockTime(first.nextAt, now)]);
}

function listingTrouble({ outcome, attempts }: ListingState, translate: Translate): string | undefined {
  if (!outcome || !isFailure(outcome) || (outcome.kind !== "not-allowed" && attempts < LISTING_TRIES)) return undefined;
  return translate("trouble_listing", [failureText(outcome, LISTING_HOST, translate)]);
}
