import { useMemo } from "preact/hooks";
import type { Personal } from "../../../lib/library/filter-series.ts";
import type { Paper } from "../../../lib/papers/paper.ts";
import { parsePaperId } from "../../../lib/papers/paper-id.ts";
import { seriesOf } from "../../../lib/papers/series.ts";
import { unreadIds } from "../../../lib/store/index/read-library.ts";
import { compileWatch } from "../../../lib/watch/matching/match-watch.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { useWatchlists } from "../../watching/watchlists-context.tsx";

/** What this person watches and has not read; undefined until that is read. */
export function usePersonal(): Personal | undefined {
  const lists = useWatchlists()?.lists;
  const ids = useLiveQuery(unreadIds);
  return useMemo(() => {
    if (!lists || !ids) return undefined;
    const watches = lists.flatMap(({ watches }) => watches.map(compileWatch));
    const isWatched = (paper: Paper) => watches.some((find) => find(paper) !== undefined);
    return { isWatched, unread: new Set(ids.map(seriesOfId)), unreadDocuments: new Set(ids) };
  }, [lists, ids]);
}

function seriesOfId(id: string): string {
  return seriesOf({ id, type: "paper", title: "", authors: [], audience: [], ...parsePaperId(id) }) ?? id;
}
