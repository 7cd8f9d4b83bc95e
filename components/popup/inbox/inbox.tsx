import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { FirstScreen } from "../../../lib/store/matches/first-screen.ts";
import type { MatchView } from "../../../lib/store/matches/matches.ts";
import { readMutes } from "../../../lib/store/matches/read-mutes.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { LeavingButton } from "../../leaving-button.tsx";
import { translateCount } from "../../text/format-number.ts";
import { KnownTexts } from "../match/known-texts.tsx";
import { NewMatches } from "../status/new-matches.tsx";
import type { Undo } from "../undo/use-undo.ts";
import { EmptyInbox } from "./empty-inbox.tsx";
import { ShownMatches, type ShownParts } from "./shown-matches.tsx";
import { useBadge } from "./use-badge.ts";
import { useKnownTexts } from "./use-known-texts.ts";
import { useMatches } from "./use-matches.ts";
import { useSeen } from "./use-seen.ts";
import type { Filtered } from "./watch-filter.tsx";

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

/** The papers that were found, unread, starred or all. */
export function Inbox({ view, onView, list, lists, index, filtered, onFilter, first, act }: InboxProps) {
  const { read, want } = useMatches(view, filtered?.filter);
  const mutes = useLiveQuery(readMutes);
  const wasRead = useRef(false);
  useLayoutEffect(() => {
    // A page that has just been opened is there already, and would be laid out once more for it.
    if (wasRead.current) scrollTo(0, 0);
    wasRead.current = read !== undefined;
  }, [read?.list.view, filtered]);

  useBadge(read?.list.counts.unread);
  const seen = useSeen(read?.list.view === "unread" ? read.list.unread : undefined);

  const mark = (wanted: string[]) => {
    // The button goes with what it marks.
    list.current?.focus();
    act(async () => {
      const ids = await sendMessage("markRead", { ids: wanted });
      return ids.length > 0 ? { text: translateCount("undo_all_read", ids.length), undo: () => sendMessage("markUnread", { ids }) } : undefined;
    });
  };

  // How the index stands is a matter of an empty list only, and takes longer to know.
  const isRead = read && mutes && lists && (index || read.list.papers.length > 0);
  const before: ShownParts = view === "unread" && !filtered && first ? first : { list: read?.list, papers: undefined, mutes: undefined, lists: undefined };
  const parts = isRead ? { ...read, mutes, lists } : before;
  const known = useKnownTexts(parts.papers);
  const isEmpty = isRead && read.list.papers.length === 0;
  return (
    <KnownTexts.Provider value={known}>
      <NewMatches all={read?.list.counts.all} />
      <ShownMatches
        {...parts}
        view={view}
        onView={onView}
        panel={list}
        onDrawn={want}
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
            <LeavingButton heirOf={() => list.current} onClick={() => onFilter(undefined)}>
              {translate("every_watch")}
            </LeavingButton>
          </div>
        )}
        {isEmpty && !filtered && <EmptyInbox list={read.list} watches={lists.reduce((sum, { watches }) => sum + watches.length, 0)} papers={index?.papers} />}
      </ShownMatches>
    </KnownTexts.Provider>
  );
}
