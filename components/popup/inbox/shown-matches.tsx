import type { ComponentChildren, RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { MuteRow } from "../../../lib/store/database/schema.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { MatchedPaper, MatchList, MatchView } from "../../../lib/store/matches/matches.ts";
import { Icon } from "../../icon.tsx";
import type { RowRange } from "../../windowed/window-range.ts";
import { MatchPanel } from "../match/match-panel.tsx";
import type { Undo } from "../undo/use-undo.ts";
import { InboxSkeleton } from "./inbox-skeleton.tsx";
import { ViewTabs } from "./view-tabs.tsx";
import { type Filtered, WatchFilter } from "./watch-filter.tsx";

/** What is drawn of a view; a part is undefined until it is read. */
export interface ShownParts {
  list: MatchList | undefined;
  /** Those of the list that are drawn, as far as they are read. */
  papers: MatchedPaper[] | undefined;
  mutes: MuteRow[] | undefined;
  lists: FilledWatchlist[] | undefined;
}

interface ShownMatchesProps extends ShownParts {
  view: MatchView;
  onView: (view: MatchView) => void;
  /** For the element that holds the matches. */
  panel: RefObject<HTMLElement | null>;
  /** Is told which papers of the list are drawn. */
  onDrawn?: (ranges: RowRange[]) => void;
  filtered?: Filtered | undefined;
  onFilter: (filtered: Filtered | undefined) => void;
  /** Of one who asked, and of all that are shown. */
  onRead: (ids: string[]) => void;
  onReadAll: () => void;
  act: Undo["act"];
  /** What stands there without a match. */
  children?: ComponentChildren;
}

/** The tabs and the papers of one of them, as they stand. */
export function ShownMatches(props: ShownMatchesProps) {
  const { list, papers, mutes, lists, view, onView, panel, onDrawn, filtered, onFilter, onRead, onReadAll, act, children } = props;
  const muted = useMemo(() => new Set(mutes?.map(({ series }) => series)), [mutes]);
  return (
    <>
      <ViewTabs view={view} counts={list?.counts} onView={onView}>
        {(list?.counts[view] ?? 0) > 0 && (
          <WatchFilter view={view} namesLists={(lists?.length ?? 0) > 1} filtered={filtered} onFilter={onFilter} onRead={onRead} />
        )}
        {list?.view === "unread" && list.papers.length > 0 && (
          <button type="button" class="plain icon-only mark-all" onClick={onReadAll}>
            <Icon name="checks" />
            <span class="tip below">{translate(filtered ? "mark_these_read" : "mark_all_read")}</span>
          </button>
        )}
      </ViewTabs>
      {list && papers && mutes && lists ? (
        <MatchPanel list={list} read={papers} panel={panel} onDrawn={onDrawn} mutes={muted} lists={lists} act={act}>
          {children}
        </MatchPanel>
      ) : (
        <InboxSkeleton />
      )}
    </>
  );
}
