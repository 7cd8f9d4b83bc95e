import { useId, useRef } from "preact/hooks";
import { sendMessage } from "../../lib/messages.ts";
import type { FilledWatchlist } from "../../lib/store/read-watchlists.ts";
import { translate } from "../../lib/translate.ts";
import { useAttempt } from "../attempts.tsx";
import { useKeptFocus } from "../use-kept-focus.ts";
import { AddWatch } from "./add-watch.tsx";
import { NewWatchlist } from "./new-watchlist.tsx";
import { WatchlistView } from "./watchlist-view.tsx";

export function WatchlistsSection({ lists }: { lists: FilledWatchlist[] }) {
  const attempt = useAttempt();
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { list: all, leaving } = useKeptFocus<HTMLDivElement>(
    lists.map(({ id }) => id),
    () => title.current,
  );
  const remove = (id: number) => {
    leaving(id);
    void attempt(() => sendMessage("removeWatchlist", { id }));
  };
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1}>
        {translate("watchlists")}
      </h2>
      <AddWatch lists={lists} />
      {lists.length === 0 && <p class="empty">{translate("no_watchlists")}</p>}
      <div ref={all} class="watchlists">
        {lists.map((list) => (
          <WatchlistView key={list.id} list={list} others={lists.filter(({ id }) => id !== list.id)} onRemove={() => remove(list.id)} />
        ))}
      </div>
      <NewWatchlist taken={lists.map(({ name }) => name)} />
    </section>
  );
}
