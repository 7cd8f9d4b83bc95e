import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { sendMessage } from "../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import { type MatchView, readMatchPage } from "../../../lib/store/matches/matches.ts";
import { readMutes } from "../../../lib/store/matches/read-mutes.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { translateCount } from "../../text/format-number.ts";
import { MatchPanel } from "../match/match-panel.tsx";
import type { Undo } from "../undo/use-undo.ts";
import { EmptyInbox } from "./empty-inbox.tsx";
import { InboxSkeleton } from "./inbox-skeleton.tsx";
import { ListEnd } from "./list-end.tsx";
import { useSeen } from "./use-seen.ts";
import { ViewTabs } from "./view-tabs.tsx";

/** More than a screen of the largest window that a popup gets. */
const FIRST = 15;
const MORE = 20;

interface InboxProps {
  view: MatchView;
  onView: (view: MatchView) => void;
  /** For the element that holds the matches. */
  list: RefObject<HTMLElement | null>;
  /** Undefined until it is read, as is `index`. */
  lists: FilledWatchlist[] | undefined;
  /** `papers` is undefined before the first check. */
  index: { papers: number | undefined } | undefined;
  act: Undo["act"];
}

/** The papers that were found, unread, starred or all: first a screen of them, and more as one scrolls. */
export function Inbox({ view, onView, list, lists, index, act }: InboxProps) {
  const [grown, setGrown] = useState({ view, limit: FIRST });
  const limit = grown.view === view ? grown.limit : FIRST;
  const page = useLiveQuery((db) => readMatchPage(db, view, limit), [view, limit]);
  const muteRows = useLiveQuery(readMutes);
  const mutes = useMemo(() => new Set(muteRows?.map(({ series }) => series)), [muteRows]);
  useLayoutEffect(() => scrollTo(0, 0), [page?.view]);

  const seen = useSeen(page?.view === "unread" ? page.unread : undefined);

  const markAll = () => {
    // The button goes with what it marks.
    list.current?.focus();
    act(async () => {
      const ids = await sendMessage("markRead", { ids: seen() });
      return ids.length > 0 ? { text: translateCount("undo_all_read", ids.length), undo: () => sendMessage("markUnread", { ids }) } : undefined;
    });
  };

  // How the index stands is a matter of an empty list only, and takes longer to know.
  const isRead = page && muteRows && lists && (index || page.papers.length > 0);
  return (
    <>
      <ViewTabs view={view} counts={page?.counts} onView={onView} onMarkAll={page?.view === "unread" && page.papers.length > 0 ? markAll : undefined} />
      {isRead ? (
        <MatchPanel page={page} list={list} mutes={mutes} lists={lists} act={act}>
          {page.papers.length === 0 && <EmptyInbox page={page} watches={lists.reduce((sum, { watches }) => sum + watches.length, 0)} papers={index?.papers} />}
          {page.hasMore && <ListEnd key={page.papers.length} onNear={() => setGrown({ view: page.view, limit: page.papers.length + MORE })} />}
        </MatchPanel>
      ) : (
        <InboxSkeleton />
      )}
    </>
  );
}
