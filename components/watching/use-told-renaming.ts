import type { WatchRow } from "../../lib/store/database/schema.ts";
import { readRenamings } from "../../lib/store/index/renamings.ts";
import { type ToldRenaming, toldRenaming } from "../../lib/watch/suggesting/told-renaming.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";

/** So long it is told that older papers bear a name: it is no news for ever. */
const NEWS_MS = 60 * 24 * 60 * 60_000;

/** Finds what is to be told of the index's renamings at a watch; read once for many watches. */
export function useToldRenaming(): (watch: WatchRow) => ToldRenaming | undefined {
  const renamed = useLiveQuery(readRenamings) ?? [];
  const newest = Date.now() - NEWS_MS;
  return (watch) => toldRenaming(watch, renamed, Math.max(watch.addedAt, newest));
}
