import type { Translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import type { Trouble } from "../../../lib/store/health/read-trouble.ts";
import { isFailure } from "../../../lib/terms/check-outcome.ts";
import { CHECK_INDEX, CHECK_LISTING, DRAFT_HOST, INDEX_HOST, LISTING_HOST, PROBE_DRAFTS } from "../../../lib/terms/work-names.ts";
import { breakerOf } from "../../../lib/work/lanes/lane.ts";
import type { LaneRow } from "../../../lib/work/rows.ts";
import { isStale } from "../../../lib/work/schedules/is-stale.ts";
import { failureText } from "../../text/failure-text.ts";
import { formatList } from "../../text/format-list.ts";
import { clockTime } from "../../text/format-time.ts";
import { workName } from "../../text/work-name.ts";
import { areDraftsFailing } from "./drafts-text.ts";
import { isFailing } from "./status-text.ts";

/** A listing that could not be read once or twice will be soon; what is to be allowed is not. */
const LISTING_TRIES = 3;

/** What ends a trouble: hosts are resumed, a schedule is tried again, access is allowed; or one has to look for oneself. */
export type Remedy =
  | { kind: "resume"; hosts: string[] }
  | { kind: "try"; schedule: string }
  | { kind: "allow"; host: typeof DRAFT_HOST | typeof LISTING_HOST; schedule: string }
  | { kind: "look" };

export interface ToldTrouble {
  /** One sentence. */
  text: string;
  remedy: Remedy;
}

type State = Trouble & { health: Health; noRoom?: boolean };

const LOOK: Remedy = { kind: "look" };
const ASKED_BY: Readonly<Record<string, string>> = { [INDEX_HOST]: CHECK_INDEX, [DRAFT_HOST]: PROBE_DRAFTS, [LISTING_HOST]: CHECK_LISTING };

/**
 * What is most in the way, and what ends it; undefined where nothing is wrong. What a person did comes before what a host
 * did: it is theirs to undo. That the index could not be checked is said where it is said when it was.
 */
export function troubleOf({ lanes, schedules, failed, faults, health, noRoom }: State, now: number, translate: Translate): ToldTrouble | undefined {
  if (noRoom) return { text: translate("trouble_no_room"), remedy: LOOK };
  const paused = lanes.filter((lane) => lane.paused).map(({ host }) => host);
  if (paused.length > 0) return { text: translate("trouble_paused", paused.length, [formatList(paused)]), remedy: { kind: "resume", hosts: paused } };
  // Why it failed says more than that a host is left alone for it.
  const [unread] = untoldSources(health, now, translate);
  if (unread) return unread;
  const broken = lanes.filter((lane) => breakerOf(lane, now) === "open" && !(lane.host === INDEX_HOST && isFailing(health)));
  if (broken.length > 0) return leftAlone(broken, now, translate);
  const stale = schedules.find((schedule) => isStale(schedule, now));
  if (stale) return { text: translate("trouble_stale", [workName(stale.id, translate)]), remedy: { kind: "try", schedule: stale.id } };
  if (faults > 0) return { text: translate("trouble_faults", faults), remedy: LOOK };
  return failed > 0 ? { text: translate("trouble_failed", failed), remedy: LOOK } : undefined;
}

function leftAlone([first, ...others]: LaneRow[], now: number, translate: Translate): ToldTrouble | undefined {
  if (!first) return undefined;
  if (others.length > 0) return { text: translate("trouble_left_alone_many", [formatList([first, ...others].map(({ host }) => host))]), remedy: LOOK };
  const schedule = ASKED_BY[first.host];
  // What the host itself asked for nobody shortens.
  const remedy: Remedy = schedule !== undefined && first.askedUntil <= now ? { kind: "try", schedule } : LOOK;
  return { text: translate("trouble_left_alone", [first.host, clockTime(first.nextAt, now)]), remedy };
}

/** The sources but the index that tell nothing, and why: what is most in the way first. */
export function untoldSources(health: Health, now: number, translate: Translate): ToldTrouble[] {
  return [listingTrouble(health, translate), feedsTrouble(health, now, translate), draftsTrouble(health, now, translate)].filter((told) => told !== undefined);
}

function listingTrouble({ listing }: Health, translate: Translate): ToldTrouble | undefined {
  const { outcome, attempts = 0 } = listing ?? {};
  if (!outcome || !isFailure(outcome) || (outcome.kind !== "not-allowed" && attempts < LISTING_TRIES)) return undefined;
  const schedule = CHECK_LISTING;
  return {
    text: translate("trouble_listing", [failureText(outcome, LISTING_HOST, translate)]),
    remedy: outcome.kind === "not-allowed" ? { kind: "allow", host: LISTING_HOST, schedule } : { kind: "try", schedule },
  };
}

function feedsTrouble({ shared }: Health, now: number, translate: Translate): ToldTrouble | undefined {
  if (shared?.sharing.kind !== "silent") return undefined;
  return { text: translate("drafts_silent", [clockTime(shared.sharing.since, now)]), remedy: LOOK };
}

function draftsTrouble(health: Health, now: number, translate: Translate): ToldTrouble | undefined {
  const outcome = health.probing?.last?.outcome;
  if (!outcome || outcome.kind === "good" || outcome.kind === "budget-spent") return undefined;
  // Without a network nothing can be asked, and that is said once.
  if (!areDraftsFailing({ ...health, lane: health.draftLane }, now) || isFailing(health)) return undefined;
  const schedule = PROBE_DRAFTS;
  const remedy: Remedy = outcome.kind === "not-allowed" ? { kind: "allow", host: DRAFT_HOST, schedule } : { kind: "try", schedule };
  if (outcome.kind === "answers-everything") return { text: translate("drafts_answers_everything"), remedy };
  return { text: translate("trouble_drafts", [failureText(outcome, DRAFT_HOST, translate)]), remedy };
}
