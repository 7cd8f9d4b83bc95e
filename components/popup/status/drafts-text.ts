import type { Translate } from "../../../lib/language/translate.ts";
import type { ProbingState } from "../../../lib/store/database/state-rows.ts";
import type { Health, SharedHealth } from "../../../lib/store/health/health.ts";
import { DRAFT_HOST } from "../../../lib/terms/work-names.ts";
import type { LaneRow } from "../../../lib/work/rows.ts";
import { failureText } from "../../text/failure-text.ts";
import { formatList } from "../../text/format-list.ts";
import { formatNumber } from "../../text/format-number.ts";
import { clockTime, relativeTime } from "../../text/format-time.ts";
import { retryText } from "./status-text.ts";

/** What the line about drafts is drawn from; `lane` is that of isocpp.org. */
export type DraftsHealth = Pick<Health, "probing" | "probeProgress" | "probeAt"> & {
  shared?: SharedHealth | undefined;
  lane?: Pick<LaneRow, "paused" | "nextAt"> | undefined;
};

/** A host that is left alone for longer than this is not being asked, though a round be half done. */
const RESTS_MS = 60_000;

/** How far a round has come: asked of planned, 0 of 0 while that is not known; undefined where none is under way. */
export function roundUnderWay({ probing, probeProgress, lane }: DraftsHealth, now: number): { asked: number; planned: number } | undefined {
  if (probeProgress) return probeProgress;
  const rests = lane !== undefined && (lane.paused || lane.nextAt > now + RESTS_MS);
  return rests ? undefined : probing?.running;
}

export function areDraftsFailing(health: DraftsHealth, now: number): boolean {
  if (health.shared?.sharing.kind === "shared") return false;
  const outcome = health.probing?.last?.outcome.kind;
  return outcome !== undefined && outcome !== "good" && outcome !== "budget-spent" && !roundUnderWay(health, now);
}

/** How asking for drafts stands, in one or two plain sentences; undefined where nobody asks for them. */
export function draftsText(health: DraftsHealth, now: number, translate: Translate): string | undefined {
  const { probing, lane, probeAt, shared } = health;
  if (shared?.sharing.kind === "shared") return sharedText(shared, now, translate);
  if (shared?.sharing.kind === "silent") {
    const own = draftsText({ ...health, shared: undefined }, now, translate);
    return [translate("drafts_silent", [clockTime(shared.sharing.since, now)]), ...(own ? [own] : [])].join(" ");
  }
  if (!probing) return undefined;
  const round = roundUnderWay(health, now);
  if (round) return round.planned === 0 ? translate("drafts_asking") : translate("drafts_asking_of", [formatNumber(round.asked), formatNumber(round.planned)]);
  const nextAt = probeAt === undefined || lane?.paused ? undefined : Math.max(probeAt, lane?.nextAt ?? 0);
  const text = probing.last ? lastRoundText(probing.last, nextAt, now, translate) : translate("drafts_not_yet");
  return lane?.paused ? `${translate("drafts_paused")} ${text}` : text;
}

function sharedText({ publishers, heardAt }: SharedHealth, now: number, translate: Translate): string {
  if (heardAt === 0) return translate("drafts_shared_waiting");
  const names = publishers.length > 0 ? formatList(publishers) : translate("shared_heading");
  return translate("drafts_shared", [names, relativeTime(Math.min(heardAt, now), now)]);
}

function lastRoundText({ asked, endedAt, outcome }: NonNullable<ProbingState["last"]>, nextAt: number | undefined, now: number, translate: Translate): string {
  const retry = nextAt === undefined ? [] : [retryText(nextAt, now, translate)];
  switch (outcome.kind) {
    case "good": {
      const facts = [relativeTime(Math.min(endedAt, now), now), formatNumber(asked)];
      if (nextAt === undefined) return translate("drafts_asked", asked, facts);
      return nextAt > now ? translate("drafts_asked_next", asked, [...facts, relativeTime(nextAt, now)]) : translate("drafts_asked_due", asked, facts);
    }
    case "budget-spent":
      return translate("drafts_limit");
    case "answers-everything":
      return [translate("drafts_answers_everything"), ...retry].join(" ");
    default:
      return [translate("drafts_failed", [clockTime(endedAt, now), failureText(outcome, DRAFT_HOST, translate)]), ...retry].join(" ");
  }
}
