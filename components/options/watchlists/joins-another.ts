import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { Watch } from "../../../lib/watch/watch.ts";

/** True where the list holds what a watch is changed to already: the two become one, and the changed one goes. */
export function joinsAnother(lists: FilledWatchlist[], { id, list, changed }: { id: number; list: number; changed: Watch }): boolean {
  const watches = lists.find((one) => one.id === list)?.watches ?? [];
  return watches.some((row) => row.id !== id && row.kind === changed.kind && row.text === changed.text);
}
