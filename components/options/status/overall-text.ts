import type { Translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import type { Trouble } from "../../../lib/store/health/read-trouble.ts";
import { isFailure } from "../../../lib/terms/check-outcome.ts";
import { CHECK_INDEX, type DRAFT_HOST, INDEX_HOST, type LISTING_HOST } from "../../../lib/terms/work-names.ts";
import { breakerOf } from "../../../lib/work/lanes/lane.ts";
import { isStale } from "../../../lib/work/schedules/is-stale.ts";
import { untoldSources } from "../../popup/status/trouble-text.ts";
import { failureText } from "../../text/failure-text.ts";
import { formatList } from "../../text/format-list.ts";
import { translateCount } from "../../text/format-number.ts";
import { workName } from "../../text/work-name.ts";

/** What is wrong, in a sentence, and which host the person would have to allow. */
export interface Wrong {
  text: string;
  allow?: { host: typeof INDEX_HOST | typeof DRAFT_HOST | typeof LISTING_HOST; schedule: string };
}

/** Everything that is wrong, what is most in the way first. [] where nothing is. */
export function wrongsOf(trouble: Trouble & { noRoom: boolean }, health: Health, now: number, translate: Translate): Wrong[] {
  const { check, progress } = health;
  const { lanes, schedules, failed, faults, noRoom } = trouble;
  const paused = lanes.filter((lane) => lane.paused).map(({ host }) => host);
  const broken = lanes.filter((lane) => !lane.paused && breakerOf(lane, now) === "open").map(({ host }) => host);
  const stale = schedules.filter((schedule) => isStale(schedule, now));
  const wrongs: Wrong[] = [];
  const tell = (text: string, allow?: Wrong["allow"]) => wrongs.push({ text, ...(allow && { allow }) });
  if (noRoom) tell(translate("wrong_no_room"));
  if (paused.length > 0) tell(translate("wrong_paused", [formatList(paused)]));
  if (!progress && check?.outcome && isFailure(check.outcome)) {
    const isToAllow = check.outcome.kind === "not-allowed";
    tell(asSentence(failureText(check.outcome, INDEX_HOST, translate), translate), isToAllow ? { host: INDEX_HOST, schedule: CHECK_INDEX } : undefined);
  }
  for (const { text, remedy } of untoldSources(health, now, translate)) tell(text, remedy.kind === "allow" ? remedy : undefined);
  if (broken.length > 0) tell(translate("wrong_left_alone", [formatList(broken)]));
  for (const { id } of paused.length > 0 ? [] : stale) tell(translate("wrong_stale", [workName(id, translate)]));
  if (faults > 0) tell(translateCount("wrong_faults", faults));
  if (failed > 0) tell(translateCount("wrong_failed", failed));
  return wrongs;
}

function asSentence(text: string, translate: Translate): string {
  // The name of a host keeps its letters.
  if (text.startsWith(INDEX_HOST)) return text;
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(translate("locale")) + rest.join("");
}
