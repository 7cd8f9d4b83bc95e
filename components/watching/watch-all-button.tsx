import { translate } from "../../lib/language/translate.ts";
import { sendMessage } from "../../lib/messages.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { useAttempt } from "../attempts.tsx";
import { Icon } from "../icon.tsx";
import { formatNumber } from "../text/format-number.ts";
import { useWatchlists } from "./watchlists-context.tsx";

/** Watches all of them that are not watched yet, in the first list. Once they are, it says so. Stands within WatchlistsProvider. */
export function WatchAllButton({ watches }: { watches: Watch[] }) {
  const attempt = useAttempt();
  const known = useWatchlists();
  if (!known) return null;
  const [list, ...others] = known.lists;
  const missing = watches.filter((watch) => known.standing(watch).length === 0);
  // One after the other: they stand in the list as they were written.
  const add = async () => {
    for (const watch of missing) await sendMessage("addWatch", { ...(list && { list: list.id }), watch });
  };
  const count = formatNumber(missing.length);
  const text = others.length > 0 && list ? translate("watch_all_in", [count, list.name]) : translate("watch_all", [count]);
  return (
    // Not disabled, which would drop the focus.
    <button type="button" class="watch-button plain" aria-disabled={missing.length === 0} onClick={() => missing.length > 0 && void attempt(add)}>
      <Icon name={missing.length > 0 ? "watch" : "watching"} />
      <span dir="auto">{missing.length > 0 ? text : translate("watching_all")}</span>
    </button>
  );
}
