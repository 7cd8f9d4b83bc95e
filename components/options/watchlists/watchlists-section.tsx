import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import { useAttempt } from "../../attempts.tsx";
import { useKeptFocus } from "../../hooks/use-kept-focus.ts";
import { useAnchor } from "../use-anchor.ts";
import { IndexProvider } from "./index-context.tsx";
import { MutedPapers } from "./muted-papers.tsx";
import { NewWatchlist } from "./new-watchlist.tsx";
import { AddWatch } from "./watch-form/add-watch.tsx";
import { WatchlistView } from "./watchlist-view.tsx";

export function WatchlistsSection({ lists }: { lists: FilledWatchlist[] }) {
  const attempt = useAttempt();
  const heading = useId();
  const title = useAnchor("watchlists");
  const { list: all, leaving } = useKeptFocus<HTMLDivElement>(
    lists.map(({ id }) => id),
    () => title.current,
  );
  const remove = (id: number) => {
    leaving(id);
    void attempt(() => sendMessage("removeWatchlist", { id }));
  };
  return (
    <section id="watchlists" aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1}>
        {translate("watchlists")}
      </h2>
      <IndexProvider>
        <AddWatch lists={lists} />
        {lists.length === 0 && <p class="empty">{translate("no_watchlists")}</p>}
        <div ref={all} class="watchlists">
          {lists.map((list) => (
            <WatchlistView key={list.id} list={list} lists={lists} onRemove={() => remove(list.id)} />
          ))}
        </div>
      </IndexProvider>
      <NewWatchlist taken={lists.map(({ name }) => name)} />
      <MutedPapers />
    </section>
  );
}
