import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { FirstScreen } from "../../../lib/store/matches/first-screen.ts";
import { type MatchView, readMatchPage } from "../../../lib/store/matches/matches.ts";
import { readMutes } from "../../../lib/store/matches/read-mutes.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { translateCount } from "../../text/format-number.ts";
import { KnownTexts } from "../match/known-texts.tsx";
import { NewMatches } from "../status/new-matches.tsx";
import type { Undo } from "../undo/use-undo.ts";
import { EmptyInbox } from "./empty-inbox.tsx";
import { ListEnd } from "./list-end.tsx";
import { ShownMatches, type ShownParts } from "./shown-matches.tsx";
import { useBadge } from "./use-badge.ts";
import { useKnownTexts } from "./use-known-texts.ts";
import { useSeen } from "./use-seen.ts";
import type { Filtered } from "./watch-filter.tsx";

/** More than a screen of the largest window that a popup gets. */
const FIRST = 15;
/** Each part is read with all that is before it: the further one has scrolled, the longer is the next. */
const MORE = { least: 20, most: 60 };

const moreThan = (papers: number): number => papers + Math.min(MORE.most, Math.max(MORE.least, papers >> 1));

interface InboxProps {
  view: MatchView;
  onView: (view: MatchView) => void;
  /** For the element that holds the matches. */
  list: RefObject<HTMLElement | null>;
  /** Undefined until it is read, as is `index`. */
  lists: FilledWatchlist[] | undefined;
  /** `papers` is undefined before the first check. */
  index: { papers: number | undefined } | undefined;
  filtered: Filtered | undefined;
  onFilter: (filtered: Filtered | undefined) => void;
  /** What stands there already, until more is read. */
  first: FirstScreen | undefined;
  act: Undo["act"];
}

/** The papers that were found, unread, starred or all: first a screen of them, and more as one scrolls. */
export function Inbox({ view, onView, list, lists, index, filtered, onFilter, first, act }: InboxProps) {
  const shown = JSON.stringify([view, filtered?.filter]);
  const [grown, setGrown] = useState({ shown, limit: FIRST });
  const limit = grown.shown === shown ? grown.limit : FIRST;
  const page = useLiveQuery((db) => readMatchPage(db, view, limit, filtered?.filter), [shown, limit]);
  const mutes = useLiveQuery(readMutes);
  useLayoutEffect(() => scrollTo(0, 0), [page?.view, filtered]);

  useBadge(page?.counts.unread);
  const seen = useSeen(page?.view === "unread" ? page.unread : undefined);

  const mark = (wanted: string[]) => {
    // The button goes with what it marks.
    list.current?.focus();
    act(async () => {
      const ids = await sendMessage("markRead", { ids: wanted });
      return ids.length > 0 ? { text: translateCount("undo_all_read", ids.length), undo: () => sendMessage("markUnread", { ids }) } : undefined;
    });
  };

  // How the index stands is a matter of an empty list only, and takes longer to know.
  const isRead = page && mutes && lists && (index || page.papers.length > 0);
  const before: ShownParts = view === "unread" && !filtered && first ? first : { page, mutes: undefined, lists: undefined };
  const parts = isRead ? { page, mutes, lists } : before;
  const known = useKnownTexts(parts.page?.papers ?? []);
  const isEmpty = isRead && page.papers.length === 0;
  return (
    <KnownTexts.Provider value={known}>
      <NewMatches all={page?.counts.all} />
      <ShownMatches
        {...parts}
        view={view}
        onView={onView}
        list={list}
        filtered={filtered}
        onFilter={onFilter}
        onRead={mark}
        onReadAll={() => mark(seen())}
        act={act}
      >
        {isEmpty && filtered && (
          <div class="empty">
            <p class="empty-name" dir="auto">
              {translate("none_of_watch", [filtered.text])}
            </p>
            <button type="button" onClick={() => onFilter(undefined)}>
              {translate("every_watch")}
            </button>
          </div>
        )}
        {isEmpty && !filtered && <EmptyInbox page={page} watches={lists.reduce((sum, { watches }) => sum + watches.length, 0)} papers={index?.papers} />}
        {isRead && page.hasMore && <ListEnd key={page.papers.length} onNear={() => setGrown({ shown, limit: moreThan(page.papers.length) })} />}
      </ShownMatches>
    </KnownTexts.Provider>
  );
}
