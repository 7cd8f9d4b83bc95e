import { useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import { useAttempt } from "../../attempts.tsx";
import { useKeptFocus } from "../../hooks/use-kept-focus.ts";
import { useToldRenaming } from "../../watching/use-told-renaming.ts";
import { IndexProvider } from "./index-context.tsx";
import { WatchItem } from "./watch-item.tsx";

interface WatchItemsProps {
  list: FilledWatchlist;
  /** Those that a watch can be moved to. */
  lists?: FilledWatchlist[];
}

/** The watches of a list. */
export function WatchItems({ list, lists = [list] }: WatchItemsProps) {
  const attempt = useAttempt();
  const told = useToldRenaming();
  const whenEmpty = useRef<HTMLParagraphElement>(null);
  const { list: items, leaving } = useKeptFocus<HTMLUListElement>(
    list.watches.map(({ id }) => id),
    () => whenEmpty.current,
  );
  const remove = (id: number) => {
    leaving(id);
    void attempt(() => sendMessage("removeWatch", { id }));
  };
  if (list.watches.length === 0)
    return (
      <p ref={whenEmpty} class="empty" tabIndex={-1}>
        {translate("list_empty")}
      </p>
    );
  return (
    <IndexProvider>
      <ul ref={items} class="watches" aria-label={translate("watches")}>
        {list.watches.map((watch) => (
          <WatchItem key={watch.id} watch={watch} lists={lists} told={told(watch)} onRemove={() => remove(watch.id)} onLeaving={() => leaving(watch.id)} />
        ))}
      </ul>
    </IndexProvider>
  );
}
