import type { Translate } from "../../../../lib/language/translate.ts";
import { formatPaperId } from "../../../../lib/papers/paper-id.ts";
import type { PlannedProbe } from "../../../../lib/probe/policy.ts";
import type { TierOutlook } from "../../../../lib/probe/quiet.ts";
import type { AgendaEntry } from "../../../../lib/store/drafts/read-agenda.ts";
import { relativeTime, roughDuration } from "../../../text/format-time.ts";

/** "P2300": a number as that of a paper, whatever stands under it. */
export function paperOfNumber(number: number): string {
  return formatPaperId({ prefix: "P", number });
}

/** Reads what was typed to look up: "2300", "P2300", "D2300R11.pdf"; undefined where it is no number. */
export function readNumber(typed: string): number | undefined {
  const digits = /^(?:[PD]-?)?0*(\d{1,6})(?:R\d{1,3})?(?:\.[a-z]{1,5})?$/i.exec(typed.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** "Next asked in 3 hours: next revision of P2300, quiet for 41 days, asked every 5 hours. Last asked 2 hours ago." */
export function probeText({ probe, lastAskedAt }: AgendaEntry, now: number, translate: Translate): string {
  const last = lastAskedAt === undefined ? translate("probe_never") : translate("probe_last", [relativeTime(Math.min(lastAskedAt, now), now)]);
  return `${whenText(probe, now, translate)} ${last}`;
}

function whenText(probe: PlannedProbe, now: number, translate: Translate): string {
  const { dueAt, everyMs } = probe;
  const every = everyMs > 0 ? [translate("probe_every", [roughDuration(everyMs)])] : [];
  const why = [...whyTexts(probe, translate), ...every].join(", ");
  if (everyMs === 0) return translate("probe_each_round", [why]);
  return dueAt > now ? translate("probe_next", [relativeTime(dueAt, now), why]) : translate("probe_due", [why]);
}

/** Why a file is asked for, and why as often as it is: a few words each. */
export function whyTexts({ number, reason }: Pick<PlannedProbe, "number" | "reason">, translate: Translate): string[] {
  const { what, quietDays, fromFrontier, besideDays, otherExtension, published, watched } = reason;
  return [
    whatText(what, paperOfNumber(number), fromFrontier, translate),
    ...(quietDays === undefined ? [] : [quietText(what, quietDays, translate)]),
    ...(besideDays === undefined ? [] : [besideDays === 0 ? translate("probe_beside_today") : translate("probe_beside", besideDays)]),
    ...(otherExtension ? [translate("probe_other_extension")] : []),
    ...(published ? [translate("probe_published")] : []),
    ...(watched ? [translate("probe_watched")] : []),
  ];
}

function whatText(what: PlannedProbe["reason"]["what"], paper: string, fromFrontier: number | undefined, translate: Translate): string {
  switch (what) {
    case "next":
      return translate("probe_why_next", [paper]);
    case "after-next":
      return translate("probe_why_after_next", [paper]);
    case "passed-over":
      return translate("probe_why_passed_over", [paper]);
    case "again":
      return translate("probe_why_again");
    case "unseen":
      if (!fromFrontier) return translate("probe_why_unseen");
      return translate(fromFrontier > 0 ? "probe_why_unseen_above" : "probe_why_unseen_below", Math.abs(fromFrontier));
  }
}

function quietText(what: PlannedProbe["reason"]["what"], days: number, translate: Translate): string {
  if (days === 0) return translate("probe_news_today");
  return translate(what === "again" ? "probe_unchanged" : "probe_quiet", days);
}

/** How often the files of a tier are asked for: "4 hours to 12 days". */
export function intervalText({ tier, shortestMs, longestMs }: TierOutlook, translate: Translate): string {
  if (longestMs === 0) return translate(tier === "cold" ? "every_turn" : "every_round");
  const [shortest, longest] = [roughDuration(shortestMs), roughDuration(longestMs)];
  return shortest === longest ? shortest : translate("every_between", [shortest, longest]);
}
