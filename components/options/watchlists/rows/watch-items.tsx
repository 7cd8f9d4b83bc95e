import { useRef } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import type { FilledWatchlist } from "../../../../lib/store/lists/read-watchlists.ts";
import { isSameWatch } from "../../../../lib/watch/syntax/is-same-watch.ts";
import { useKeptFocus } from "../../../hooks/use-kept-focus.ts";
import { useToldRenaming } from "../../../watching/use-told-renaming.ts";
import { IndexProvider } from "../index-context.tsx";
import { RemovedWatch, removedKey } from "./removed-watch.tsx";
import { useRemovedWatches } from "./removed-watches.tsx";
import type { Picked } from "./use-picked.ts";
import { WatchItem } from "./watch-item.tsx";

interface WatchItemsProps {
  list: FilledWatchlist;
  /** Those that a watch can be moved to. */
  lists?: FilledWatchlist[];
  /** Absent where nothing is done with several. */
  picked?: Picked;
}

/** The watches of a list, and where one was a moment ago the way back. Stands within RemovedWatchesProvider. */
export function WatchItems({ list, lists = [list], picked }: WatchItemsProps) {
  const told = useToldRenaming();
  const removed = useRemovedWatches();
  const whenEmpty = useRef<HTMLParagraphElement>(null);
  const gone = removed.rows.filter((row) => row.list === list.id && !list.watches.some((watch) => isSameWatch(watch, row)));
  const rows = [...list.watches, ...gone].sort((a, b) => a.id - b.id);
  const { list: items, leaving } = useKeptFocus<HTMLUListElement>(
    rows.map((watch) => (gone.includes(watch) ? removedKey(watch) : watch.id)),
    () => whenEmpty.current,
  );
  if (rows.length === 0)
    return (
      <p ref={whenEmpty} class="empty" tabIndex={-1}>
        {translate("list_empty")}
      </p>
    );
  const restore = (watch: WatchRow) => {
    leaving(removedKey(watch), watch.id);
    removed.restore(watch);
  };
  const draw = (watch: WatchRow) =>
    gone.includes(watch) ? (
      <RemovedWatch key={removedKey(watch)} watch={watch} onRestore={() => restore(watch)} />
    ) : (
      <WatchItem
        key={watch.id}
        watch={watch}
        lists={lists}
        told={told(watch)}
        picked={picked}
        onRemove={() => removed.remove([watch])}
        onLeaving={() => leaving(watch.id)}
      />
    );
  return (
    <IndexProvider>
      <ul ref={items} class="watches" aria-label={translate("watches")}>
        {rows.map(draw)}
      </ul>
    </IndexProvider>
  );
}
