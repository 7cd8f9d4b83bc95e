import { useId, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import { ConfirmDialog } from "../../confirm-dialog.tsx";
import { Icon } from "../../icon.tsx";
import { translateCount } from "../../text/format-number.ts";
import { ListModeSelect } from "./list-mode-select.tsx";
import { RenameList } from "./rename-list.tsx";
import type { Picked } from "./rows/use-picked.ts";
import { WatchItems } from "./rows/watch-items.tsx";

interface WatchlistViewProps {
  list: FilledWatchlist;
  /** All of them, this one too. */
  lists: FilledWatchlist[];
  picked: Picked;
  onRemove: () => void;
}

/** One watchlist: its name, what it does with what it finds, and its watches. */
export function WatchlistView({ list, lists, picked, onRemove }: WatchlistViewProps) {
  const heading = useId();
  const [asking, setAsking] = useState(false);
  return (
    <section class="watchlist" data-key={list.id} aria-labelledby={heading}>
      <RenameList list={list} heading={heading} count={list.watches.length} taken={lists.filter(({ id }) => id !== list.id).map(({ name }) => name)}>
        <button type="button" class="plain" aria-label={translate("delete_list_of", [list.name])} onClick={() => setAsking(true)}>
          <Icon name="remove" />
          {translate("delete_list")}
        </button>
      </RenameList>
      <ListModeSelect list={list} />
      <WatchItems list={list} lists={lists} picked={picked} />
      {asking && (
        <ConfirmDialog
          title={translate("delete_list_title", [list.name])}
          confirm={translate("delete_list")}
          onCancel={() => setAsking(false)}
          onConfirm={onRemove}
        >
          <p>{translateCount("delete_list_text", list.watches.length)}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
