import type { ComponentChildren, RefObject } from "preact";
import { useMemo } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { MuteRow } from "../../../lib/store/database/schema.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { MatchPage, MatchView } from "../../../lib/store/matches/matches.ts";
import { Icon } from "../../icon.tsx";
import { MatchPanel } from "../match/match-panel.tsx";
import type { Undo } from "../undo/use-undo.ts";
import { InboxSkeleton } from "./inbox-skeleton.tsx";
import { ViewTabs } from "./view-tabs.tsx";
import { type Filtered, WatchFilter } from "./watch-filter.tsx";

/** What is drawn of a view; a part is undefined until it is read. */
export interface ShownParts {
  page: MatchPage | undefined;
  mutes: MuteRow[] | undefined;
  lists: FilledWatchlist[] | undefined;
}

interface ShownMatchesProps extends ShownParts {
  view: MatchView;
  onView: (view: MatchView) => void;
  /** For the element that holds the matches. */
  list: RefObject<HTMLElement | null>;
  filtered?: Filtered | undefined;
  onFilter: (filtered: Filtered | undefined) => void;
  /** Of one who asked, and of all that are shown. */
  onRead: (ids: string[]) => void;
  onReadAll: () => void;
  act: Undo["act"];
  /** What stands there without a match, and what comes after the last that is drawn. */
  children?: ComponentChildren;
}

/** The tabs and the papers of one of them, as they stand. */
export function ShownMatches({ page, mutes, lists, view, onView, list, filtered, onFilter, onRead, onReadAll, act, children }: ShownMatchesProps) {
  const muted = useMemo(() => new Set(mutes?.map(({ series }) => series)), [mutes]);
  return (
    <>
      <ViewTabs view={view} counts={page?.counts} onView={onView}>
        {(page?.counts[view] ?? 0) > 0 && (
          <WatchFilter view={view} namesLists={(lists?.length ?? 0) > 1} filtered={filtered} onFilter={onFilter} onRead={onRead} />
        )}
        {page?.view === "unread" && page.papers.length > 0 && (
          <button type="button" class="plain icon-only mark-all" onClick={onReadAll}>
            <Icon name="checks" />
            <span class="tip below">{translate(filtered ? "mark_these_read" : "mark_all_read")}</span>
          </button>
        )}
      </ViewTabs>
      {page && mutes && lists ? (
        <MatchPanel page={page} list={list} mutes={muted} lists={lists} act={act}>
          {children}
        </MatchPanel>
      ) : (
        <InboxSkeleton />
      )}
    </>
  );
}
