import type { Translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import type { Trouble } from "../../../lib/store/health/read-trouble.ts";
import { isFailure } from "../../../lib/terms/check-outcome.ts";
import { INDEX_HOST, LISTING_HOST } from "../../../lib/terms/work-names.ts";
import { breakerOf } from "../../../lib/work/lanes/lane.ts";
import { isStale } from "../../../lib/work/schedules/is-stale.ts";
import { failureText } from "../../text/failure-text.ts";
import { formatList } from "../../text/format-list.ts";
import { translateCount } from "../../text/format-number.ts";
import { workName } from "../../text/work-name.ts";

/** A listing that could not be read once or twice will be soon; what is to be allowed is not. */
const LISTING_TRIES = 3;

/** Everything that is wrong, a sentence each, what is most in the way first. [] where nothing is. */
export function wrongTexts(trouble: Trouble & { noRoom: boolean }, { check, progress, listing }: Health, now: number, translate: Translate): string[] {
  const { lanes, schedules, failed, faults, noRoom } = trouble;
  const paused = lanes.filter((lane) => lane.paused).map(({ host }) => host);
  const broken = lanes.filter((lane) => !lane.paused && breakerOf(lane, now) === "open").map(({ host }) => host);
  const stale = schedules.filter((schedule) => isStale(schedule, now));
  const texts: string[] = [];
  if (noRoom) texts.push(translate("wrong_no_room"));
  if (paused.length > 0) texts.push(translate("wrong_paused", [formatList(paused)]));
  if (!progress && check?.outcome && isFailure(check.outcome)) texts.push(asSentence(failureText(check.outcome, INDEX_HOST, translate), translate));
  if (broken.length > 0) texts.push(translate("wrong_left_alone", [formatList(broken)]));
  if (listing?.outcome && isFailure(listing.outcome) && (listing.outcome.kind === "not-allowed" || listing.attempts >= LISTING_TRIES))
    texts.push(translate("wrong_listing", [failureText(listing.outcome, LISTING_HOST, translate)]));
  for (const { id } of paused.length > 0 ? [] : stale) texts.push(translate("wrong_stale", [workName(id, translate)]));
  if (faults > 0) texts.push(translateCount("wrong_faults", faults));
  if (failed > 0) texts.push(translateCount("wrong_failed", failed));
  return texts;
}

function asSentence(text: string, translate: Translate): string {
  // The name of a host keeps its letters.
  if (text.startsWith(INDEX_HOST)) return text;
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(translate("locale")) + rest.join("");
}
