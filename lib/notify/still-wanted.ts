import type { ListMode } from "../store/database/schema.ts";
import type { Settings } from "../terms/settings.ts";
import type { Match, MatchReason } from "../watch/matching/match.ts";

type WantingSettings = Pick<Settings, "notifications" | "tellAnyDraft" | "tellFrontierDrafts">;

/** Whether the person still wants a notification of a match that was found to be one: they have not read it meanwhile, put it off or muted it, and something that asked for it notifies. `modes` by list; one that is gone notifies no more. */
export function isStillWanted(
  { readAt, reasons }: Pick<Match, "readAt" | "reasons">,
  modes: ReadonlyMap<number, ListMode>,
  settings: WantingSettings,
): boolean {
  return settings.notifications && readAt === 0 && reasons.some((reason) => notifies(reason, modes, settings));
}

function notifies({ list, kind }: MatchReason, modes: ReadonlyMap<number, ListMode>, { tellAnyDraft, tellFrontierDrafts }: WantingSettings): boolean {
  if (list !== 0) return modes.get(list) === "notify";
  // What no list asked for a setting did; that a draft was published is told for its own sake.
  if (kind === "any-draft") return tellAnyDraft;
  return kind !== "near-frontier" || tellAnyDraft || tellFrontierDrafts;
}
