import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../../lib/store/lists/read-watchlists.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useSay } from "../../../said.tsx";
import { translateCount } from "../../../text/format-number.ts";
import { useRemovedWatches } from "./removed-watches.tsx";
import type { Picked } from "./use-picked.ts";

/** What can be done with the watches that are picked, at the foot of the window while there are any. */
export function PickedBar({ lists, picked: { ids, clear } }: { lists: FilledWatchlist[]; picked: Picked }) {
  const attempt = useAttempt();
  const say = useSay();
  const { remove } = useRemovedWatches();
  if (ids.size === 0) return null;
  const rows = lists.flatMap(({ watches }) => watches).filter(({ id }) => ids.has(id));
  // Where all stand in one list they cannot be moved there.
  const others = lists.filter(({ id }) => rows.some(({ list }) => list !== id));
  const leave = () => {
    clear();
    // The bar goes with the focus in it.
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  };
  const move = ({ id, name }: FilledWatchlist) =>
    attempt(async () => {
      const moved = await sendMessage("moveWatches", { ids: [...ids], list: id });
      say(translate("watches_moved", moved, [moved, name]));
      leave();
    });
  return (
    <fieldset class="picked-bar" aria-label={translateCount("watches_picked", ids.size)}>
      <span>{translateCount("watches_picked", ids.size)}</span>
      {others.length > 0 && <span>{translate("move_to")}</span>}
      {others.map((list) => (
        <button key={list.id} type="button" onClick={() => void move(list)}>
          <span dir="auto">{list.name}</span>
        </button>
      ))}
      <button
        type="button"
        class="danger"
        onClick={() => {
          leave();
          remove(rows);
        }}
      >
        {translate("remove_short")}
      </button>
      <button type="button" class="plain" onClick={leave}>
        {translate("pick_none")}
      </button>
    </fieldset>
  );
}
