import { useId, useRef } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";
import { sendMessage } from "../../lib/messages.ts";
import type { WatchRow } from "../../lib/store/database/schema.ts";
import { canonicalWatch } from "../../lib/watch/syntax/canonical-watch.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { useAttempt } from "../attempts.tsx";
import { Icon } from "../icon.tsx";
import { placeBelow } from "../place-below.ts";
import { watchText } from "./watch-text.ts";
import { useWatchlists } from "./watchlists-context.tsx";
import "./watch-button.css";

interface WatchButtonProps {
  watch: Watch;
  /** The icon alone; the words stay for who cannot see it. */
  compact?: boolean;
  /** Says what kind of watch it is, too. */
  isNamed?: boolean;
  /** Where a list has one stop of Tab. */
  tabIndex?: 0 | -1 | undefined;
}

/** Watches a thing where it is seen, and ends that again. With several lists it asks for which; what cannot be watched has no button. Stands within WatchlistsProvider. */
export function WatchButton({ watch, compact = false, isNamed = false, tabIndex }: WatchButtonProps) {
  const attempt = useAttempt();
  const known = useWatchlists();
  const lists = known?.lists;
  const button = useRef<HTMLButtonElement>(null);
  const [id, label] = [useId(), useId()];
  const wanted = canonicalWatch(watch);
  if (!wanted) return null;
  const standing = known?.standing(wanted) ?? [];
  const isWatched = standing.length > 0;
  const asks = (lists?.length ?? 0) > 1;
  const name = translate(isWatched ? "watching_this" : "watch_this", [isNamed ? watchText(wanted, translate) : wanted.text]);

  const watchIn = (list?: number) => attempt(() => sendMessage("addWatch", { ...(list !== undefined && { list }), watch: wanted }));
  const end = (rows: WatchRow[]) => attempt(() => Promise.all(rows.map(({ id }) => sendMessage("removeWatch", { id }))));

  return (
    <>
      <button
        ref={button}
        type="button"
        data-control="watch"
        // Its words say whether it is watched: that it is pressed would say so once more.
        class={`watch-button plain${isWatched ? " watched" : ""}${compact ? " compact" : ""}${lists ? "" : " unread"}`}
        tabIndex={tabIndex}
        aria-haspopup={asks ? "dialog" : undefined}
        // The browser opens and closes what it asks in, and gives the focus back.
        popovertarget={asks ? id : undefined}
        onClick={() => asks || void (isWatched ? end(standing) : watchIn())}
      >
        <Icon name={isWatched ? "watching" : "watch"} />
        <span class={compact ? "tip" : ""} dir="auto">
          {name}
        </span>
      </button>
      {lists && asks && (
        <div
          id={id}
          class="watch-lists"
          role="dialog"
          aria-labelledby={label}
          popover="auto"
          onToggle={(event) => event.newState === "open" && button.current && placeBelow(event.currentTarget, button.current)}
        >
          <p id={label} dir="auto">
            {translate("watch_in_lists", [wanted.text])}
          </p>
          {lists.map((list) => {
            const rows = standing.filter((row) => row.list === list.id);
            return (
              <label key={list.id} class="check">
                <input type="checkbox" checked={rows.length > 0} onChange={() => void (rows.length > 0 ? end(rows) : watchIn(list.id))} />
                <span dir="auto">{list.name}</span>
              </label>
            );
          })}
        </div>
      )}
    </>
  );
}
