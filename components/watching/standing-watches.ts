import type { WatchRow } from "../../lib/store/database/schema.ts";
import type { FilledWatchlist } from "../../lib/store/lists/read-watchlists.ts";
import { canonicalWatch } from "../../lib/watch/syntax/canonical-watch.ts";
import type { Watch } from "../../lib/watch/watch.ts";

/** Finds the rows that ask for the same as a watch, whichever list they stand in and however they were spelled; made once for many watches. */
export function standingWatches(lists: FilledWatchlist[]): (watch: Watch) => WatchRow[] {
  const rows = new Map<string, WatchRow[]>();
  for (const row of lists.flatMap(({ watches }) => watches)) {
    const key = keyOf(canonicalWatch(row) ?? row);
    const same = rows.get(key);
    if (same) same.push(row);
    else rows.set(key, [row]);
  }
  return (watch) => {
    const wanted = canonicalWatch(watch);
    return (wanted && rows.get(keyOf(wanted))) ?? [];
  };
}

function keyOf({ kind, text }: Watch): string {
  return `${kind}:${text}`;
}
