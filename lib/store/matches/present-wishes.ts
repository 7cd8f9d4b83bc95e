import type { Paper } from "../../papers/paper.ts";
import { compileWatch } from "../../watch/matching/match-watch.ts";
import type { Match, MatchReason, Watchlist, WatchRow } from "../database/schema.ts";
import { isReasonOf } from "./match-filter.ts";

/** What the lists ask for at present. */
export interface Wishes {
  /**
   * The lists that want to hear of a match by now, each once, none that is off: those that still have a watch which its reasons
   * name, wherever it stands now, and those with a watch that fits its paper. What no list asked for is for the settings, as list 0.
   */
  askersOf(match: Pick<Match, "paper" | "reasons">): Watchlist[];
}

/** What a setting asked for, whatever is watched. */
const OF_SETTINGS: Watchlist = { id: 0, name: "", mode: "notify" };

/** A watch that was removed asks for nothing more, whatever it has found; one that was edited asks for what it asks for now. */
export function wishesOf(lists: readonly Watchlist[], watches: readonly WatchRow[]): Wishes {
  const known = new Map([OF_SETTINGS, ...lists].map((list) => [list.id, list]));
  let compiled: { list: number; match: (paper: Paper) => unknown }[] | undefined;
  return {
    askersOf({ paper, reasons }) {
      compiled ??= watches.map((watch) => ({ list: watch.list, match: compileWatch(watch) }));
      const fitting = compiled.filter(({ match }) => match(paper) !== undefined).map(({ list }) => list);
      return [...new Set([...reasons.flatMap(named), ...fitting])].flatMap((id) => known.get(id) ?? []).filter(({ mode }) => mode !== "off");
    },
  };

  function named(reason: MatchReason): number[] {
    const { list, kind } = reason;
    if (list === 0) return [0];
    // That a draft was published is for whatever asked for the draft.
    if (kind === "published") return watches.some((watch) => watch.list === list) ? [list] : [];
    const holders = watches.filter((watch) => isReasonOf(reason, { list, watch })).map((watch) => watch.list);
    return holders.includes(list) ? [list] : holders;
  }
}
