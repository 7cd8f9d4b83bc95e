import type { ComponentChildren, RefObject } from "preact";
import { useMemo } from "preact/hooks";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { MatchPage } from "../../../lib/store/matches/matches.ts";
import { parsePaperEntry } from "../../../lib/watch/syntax/parse-paper-entry.ts";
import { DayMatches } from "../inbox/day-matches.tsx";
import { groupByDay } from "../inbox/group-by-day.ts";
import { useSameMatches } from "../inbox/use-same-matches.ts";
import { tabId, VIEW_PANEL } from "../inbox/view-tabs.tsx";
import { useRovingRows } from "../keys/use-roving-rows.ts";
import type { Undo } from "../undo/use-undo.ts";
import { useMatchActions } from "./match-actions.ts";

interface MatchPanelProps {
  page: MatchPage;
  list: RefObject<HTMLElement | null>;
  mutes: ReadonlySet<string>;
  lists: FilledWatchlist[];
  now: number;
  act: Undo["act"];
  /** What stands there without a match, and what comes after the last that is drawn. */
  children: ComponentChildren;
}

/** The matches of a view, day by day, with one stop of Tab for all of them. */
export function MatchPanel({ page: { view, matches }, list, mutes, lists, now, act, children }: MatchPanelProps) {
  const actions = useMatchActions(view, { list, lists, act });
  const watched = useMemo(() => watchedPapers(lists), [lists]);
  const days = groupByDay(useSameMatches(matches));
  const keys = useMemo(() => days.flatMap((day) => day.matches.map(({ id }) => id)), [matches]);
  const { current, onFocusIn } = useRovingRows(keys, list);
  return (
    <section ref={list} id={VIEW_PANEL} class={`inbox ${view}`} role="tabpanel" aria-labelledby={tabId(view)} tabIndex={-1} onFocusIn={onFocusIn}>
      {days.map((day) => (
        <DayMatches key={day.key} day={day} now={now} current={current} mutes={mutes} watched={watched} namesLists={lists.length > 1} actions={actions} />
      ))}
      {children}
    </section>
  );
}

/** The papers that are watched by their number, as a match names its own. */
function watchedPapers(lists: FilledWatchlist[]): Set<string> {
  const rows = lists.flatMap(({ watches }) => watches.filter(({ kind }) => kind === "paper"));
  return new Set(rows.map(({ text }) => ({ id: text, ...parsePaperEntry(text) }).id));
}
