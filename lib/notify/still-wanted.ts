import type { Wishes } from "../store/matches/present-wishes.ts";
import type { Settings } from "../terms/settings.ts";
import type { Match, MatchReason } from "../watch/matching/match.ts";

type WantingSettings = Pick<Settings, "notifications" | "tellAnyDraft" | "tellFrontierDrafts">;

/** Whether the person still wants a notification of a match that was found to be one: they have not read it meanwhile, put it off or muted it, and something that asks for it at present notifies. */
export function isStillWanted(
  { paper, readAt, reasons }: Pick<Match, "paper" | "readAt" | "reasons">,
  { askersOf }: Wishes,
  settings: WantingSettings,
): boolean {
  if (!settings.notifications || readAt > 0) return false;
  const [ofSettings, ofLists] = [reasons.filter(({ list }) => list === 0), reasons.filter(({ list }) => list > 0)];
  return (
    ofSettings.some((reason) => isSet(reason, settings)) || (ofLists.length > 0 && askersOf({ paper, reasons: ofLists }).some(({ mode }) => mode === "notify"))
  );
}

/** What no list asked for a setting did; that a draft was published is told for its own sake. */
function isSet({ kind }: MatchReason, { tellAnyDraft, tellFrontierDrafts }: WantingSettings): boolean {
  if (kind === "any-draft") return tellAnyDraft;
  return kind !== "near-frontier" || tellAnyDraft || tellFrontierDrafts;
}
