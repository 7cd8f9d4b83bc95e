import { useRef, useState } from "preact/hooks";
import { readHealth } from "../../lib/store/health/health.ts";
import { readWatchlists } from "../../lib/store/lists/read-watchlists.ts";
import { readSettings } from "../../lib/store/lists/settings-store.ts";
import type { FirstScreen } from "../../lib/store/matches/first-screen.ts";
import type { MatchView } from "../../lib/store/matches/matches.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { useTick } from "../hooks/use-tick.ts";
import { late } from "../late.tsx";
import { Inbox } from "./inbox/inbox.tsx";
import { InboxSkeleton } from "./inbox/inbox-skeleton.tsx";
import type { Filtered } from "./inbox/watch-filter.tsx";
import { heldRow, moveFocus, pressInRow, unfold } from "./keys/rows.ts";
import { useKeys } from "./keys/use-keys.ts";
import { PopupFoot } from "./popup-foot.tsx";
import { PopupHeader } from "./popup-header.tsx";
import { SearchField } from "./search/search-field.tsx";
import { useCheckNow } from "./status/use-check-now.ts";
import { useUndo } from "./undo/use-undo.ts";

const LOOK_EVERY_MS = 15_000;

const KeysDialog = late(async () => (await import("./keys/keys-dialog.tsx")).KeysDialog);
const SearchResults = late(async () => (await import("./search/search-results.tsx")).SearchResults, <InboxSkeleton />);

/** `first` is what was drawn of the unread matches before the database was open. */
export function Popup({ first: noted }: { first: FirstScreen | undefined }) {
  const [first, setFirst] = useState(noted);
  const tick = useTick(LOOK_EVERY_MS);
  const health = useLiveQuery((db) => readHealth(db, Date.now()), [tick]);
  const lists = useLiveQuery(readWatchlists);
  // Until it is known, no letter is a command.
  const letterKeys = useLiveQuery(readSettings)?.letterKeys ?? false;
  const undo = useUndo();
  const check = useCheckNow(health ?? {});
  const [view, setView] = useState<MatchView>("unread");
  const [filtered, setFiltered] = useState<Filtered>();
  const [query, setQuery] = useState("");
  const [wantsBest, setWantsBest] = useState(false);
  const [asksForKeys, setAsksForKeys] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const isSearching = query.trim() !== "";

  const search = () => {
    field.current?.focus();
    field.current?.select();
    return true;
  };
  const type = (query: string) => {
    setQuery(query);
    // What comes back after a search is read anew.
    setFirst(undefined);
    // It was a wish for what was typed then.
    setWantsBest(false);
  };
  const show = (view: MatchView) => () => {
    type("");
    setView(view);
    return true;
  };
  const undoOne = () => {
    // The button goes with the last thing that can be undone.
    if (undo.isLast && document.activeElement?.closest(".toast") && !moveFocus(list.current, 1)) list.current?.focus();
    return undo.undo();
  };
  useKeys(
    {
      next: () => moveFocus(list.current, 1),
      previous: () => moveFocus(list.current, -1) || (isSearching && heldRow(list.current) !== undefined && search()),
      read: () => pressInRow(list.current, "read"),
      star: () => pressInRow(list.current, "star"),
      mute: () => pressInRow(list.current, "mute"),
      about: () => pressInRow(list.current, "about"),
      copy: () => pressInRow(list.current, "copy"),
      undo: undoOne,
      watch: () => pressInRow(list.current, "watch"),
      unfold: () => unfold(list.current, true),
      fold: () => unfold(list.current, false),
      unread: show("unread"),
      starred: show("starred"),
      all: show("all"),
      check() {
        check.checkNow();
        return true;
      },
      search,
      help() {
        setAsksForKeys(true);
        return true;
      },
      leave() {
        type("");
        return query !== "" && search();
      },
    },
    letterKeys,
  );

  return (
    <>
      <PopupHeader onCheck={check.checkNow} onKeys={() => setAsksForKeys(true)}>
        <SearchField query={query} onQuery={type} onSubmit={() => setWantsBest(isSearching)} field={field} />
      </PopupHeader>
      {isSearching ? (
        <SearchResults query={query} list={list} wantsBest={wantsBest} onBest={() => setWantsBest(false)} />
      ) : (
        <Inbox
          view={view}
          onView={setView}
          list={list}
          lists={lists}
          index={health && { papers: health.index?.papers }}
          filtered={filtered}
          onFilter={setFiltered}
          first={first}
          act={undo.act}
        />
      )}
      <PopupFoot health={health} tick={tick} check={check} undo={undo} onUndo={undoOne} />
      {asksForKeys && <KeysDialog letterKeys={letterKeys} onClose={() => setAsksForKeys(false)} />}
    </>
  );
}
