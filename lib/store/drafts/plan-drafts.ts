import type { Knowledge, Plan, QuietSettings } from "../../probe/policy.ts";
import { knownDue, quiet } from "../../probe/quiet.ts";
import { sweep } from "../../probe/sweep.ts";
import { parseRanges, type Settings } from "../../terms/settings.ts";

const MINUTE = 60_000;

/** The plan of the policy that the person has chosen, with their settings. */
export function planDrafts(knowledge: Knowledge, now: number, settings: Settings): Plan {
  if (settings.draftPolicy === "quiet") return quiet(knowledge, now, quietSettings(settings));
  const { frontier, probes } = sweep(knowledge, now, {
    windowAbove: settings.sweepWindowAbove,
    windowBelow: settings.sweepWindowBelow,
    explicitRanges: parseRanges(settings.sweepRanges) ?? [],
    gapThreshold: settings.sweepGap,
    lookbackMonths: settings.sweepLookbackMonths,
    hotRevisionDepth: settings.sweepHotDepth,
    coldRevisionDepth: settings.sweepColdDepth,
    coldCycleDivisor: settings.sweepColdCycles,
    gapMaxRevision: settings.sweepUnseenRevisions,
    prefixes: settings.sweepPrefixes.split(",") as ("D" | "P")[],
    extensions: settings.sweepExtensions.split(","),
  });
  // The original never looks again at what it has found; changes of drafts are asked for all the same.
  return { frontier, probes: [...probes, ...knownDue(knowledge, now, quietSettings(settings))] };
}

export function quietSettings({ quietBaseMinutes }: Settings): QuietSettings {
  return { baseMs: quietBaseMinutes * MINUTE };
}
