import type { Paper } from "../../papers/paper.ts";
import { compileWatch } from "../../watch/matching/match-watch.ts";
import type { ListMode, Match, MatchReason, Watchlist, WatchRow } from "../database/schema.ts";
import { isReasonOf } from "./match-filter.ts";

/** What the lists ask for at present. */
export interface Wishes {
  /** How the list of a reason wants to hear of it: "off" where that list, or the watch in it, is gone. What no list asked for is for the settings, and counts as wanted here. */
  modeOf(reason: MatchReason): ListMode;
  /** All that want to hear of a match: those that its reasons name, else whoever asks for its paper by now, in other words or in another list. */
  modesFor(match: Pick<Match, "paper" | "reasons">): ListMode[];
}

/** A watch that was removed asks for nothing more, whatever it has found; one that was edited asks for what it asks for now. */
export function wishesOf(lists: readonly Watchlist[], watches: readonly WatchRow[]): Wishes {
  const modes = new Map(lists.map(({ id, mode }) => [id, mode]));
  const ofList = Map.groupBy(watches, ({ list }) => list);
  let compiled: { mode: ListMode; match: (paper: Paper) => unknown }[] | undefined;
  return { modeOf, modesFor };

  function modeOf(reason: MatchReason): ListMode {
    if (reason.list === 0) return "notify";
    const own = ofList.get(reason.list) ?? [];
    // That a draft was published is for whatever asked for the draft.
    const stands =
      reason.kind === "published" ? own.length > 0 : own.some(({ kind, text }) => isReasonOf(reason, { list: reason.list, watch: { kind, text } }));
    return (stands ? modes.get(reason.list) : undefined) ?? "off";
  }

  function modesFor({ paper, reasons }: Pick<Match, "paper" | "reasons">): ListMode[] {
    const named = reasons.map(modeOf);
    if (named.some((mode) => mode !== "off")) return named;
    compiled ??= watches.map((watch) => ({ mode: modes.get(watch.list) ?? "off", match: compileWatch(watch) }));
    return compiled.filter(({ match }) => match(paper) !== undefined).map(({ mode }) => mode);
  }
}
