import { useRef } from "preact/hooks";
import { sendMessage } from "../../lib/messages.ts";
import type { FilledWatchlist } from "../../lib/store/read-watchlists.ts";
import { translate } from "../../lib/translate.ts";
import { formatWatch } from "../../lib/watch/format-watch.ts";
import { useAttempt } from "../attempts.tsx";
import { Icon } from "../icon.tsx";
import { useKeptFocus } from "../use-kept-focus.ts";

/** The watches of a list, each with the button that removes it. */
export function WatchItems({ list }: { list: FilledWatchlist }) {
  const attempt = useAttempt();
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
    <ul ref={items} class="watches" aria-label={translate("watches")}>
      {list.watches.map((watch) => (
        <li key={watch.id} data-key={watch.id}>
          <span class="watch-kind">{translate(`kind_${watch.kind}`)}</span>
          <span class="watch-text" dir="auto">
            {watch.text}
          </span>
          <button
            type="button"
            class="plain icon-only"
            data-keeps-focus
            aria-label={translate("remove_watch", [formatWatch(watch)])}
            onClick={() => remove(watch.id)}
          >
            <Icon name="remove" />
          </button>
        </li>
      ))}
    </ul>
  );
}
