import { useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { type FilledWatchlist, readWatchlists } from "../../../lib/store/lists/read-watchlists.ts";
import { useAttempt } from "../../attempts.tsx";
import { useKeptFocus } from "../../hooks/use-kept-focus.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { IndexProvider } from "./index-context.tsx";
import { NewWatchlist } from "./new-watchlist.tsx";
import { PickedBar } from "./rows/picked-bar.tsx";
import { RemovedWatchesProvider } from "./rows/removed-watches.tsx";
import { usePicked } from "./rows/use-picked.ts";
import { WatchFactsProvider } from "./rows/watch-facts.tsx";
import { AddWatch } from "./watch-form/add-watch.tsx";
import { WatchlistView } from "./watchlist-view.tsx";
import "./watchlists.css";

/** Where watches are added, and all that are there, list by list. */
export function WatchlistsPage() {
  const lists = useLiveQuery(readWatchlists);
  return (
    lists && (
      <IndexProvider>
        <AddWatch lists={lists} />
        <RemovedWatchesProvider>
          <WatchFactsProvider lists={lists}>
            <Lists lists={lists} />
          </WatchFactsProvider>
        </RemovedWatchesProvider>
        <NewWatchlist taken={lists.map(({ name }) => name)} />
      </IndexProvider>
    )
  );
}

function Lists({ lists }: { lists: FilledWatchlist[] }) {
  const attempt = useAttempt();
  const whenEmpty = useRef<HTMLParagraphElement>(null);
  const picked = usePicked(lists.flatMap(({ watches }) => watches.map(({ id }) => id)));
  const { list: all, leaving } = useKeptFocus<HTMLDivElement>(
    lists.map(({ id }) => id),
    () => whenEmpty.current,
  );
  const remove = (id: number) => {
    leaving(id);
    void attempt(() => sendMessage("removeWatchlist", { id }));
  };
  if (lists.length === 0)
    return (
      <p ref={whenEmpty} class="empty" tabIndex={-1}>
        {translate("no_watchlists")}
      </p>
    );
  return (
    <>
      <div ref={all} class="watchlists">
        {lists.map((list) => (
          <WatchlistView key={list.id} list={list} lists={lists} picked={picked} onRemove={() => remove(list.id)} />
        ))}
      </div>
      <PickedBar lists={lists} picked={picked} />
    </>
  );
}
