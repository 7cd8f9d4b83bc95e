import { useEffect, useState } from "preact/hooks";
import type { EveryHit, SearchHit } from "../../lib/search/search.ts";
import { searchClient } from "./search-client.ts";
import type { SearchAnswer, SearchQuestion } from "./search-messages.ts";

export interface Found<Hits> {
  /** Best first. Undefined where they are not known yet, or nothing is asked. While the next ones are on their way, the ones before. */
  hits: Hits | undefined;
  /** The hits are those of an earlier query. */
  pending?: true;
  /** Why there can be none. */
  failed?: unknown;
}

/** The best that the search finds, read anew when the index changes. Blanks around the query do not count. */
export function useSearch(query: string, limit: number): Found<SearchHit[]> {
  return useAnswers(query, limit, ({ hits }) => hits);
}

/** The same for all that it finds. */
export function useEveryHit(query: string): Found<EveryHit> {
  return useAnswers(query, "every", ({ every }) => every);
}

function useAnswers<Hits>(query: string, limit: SearchQuestion["limit"], hitsOf: (answer: SearchAnswer) => Hits | undefined): Found<Hits> {
  const wanted = query.trim();
  const [latest, setLatest] = useState<SearchAnswer | undefined>();
  useEffect(() => {
    if (wanted !== "") return searchClient.ask(wanted, limit, setLatest);
    setLatest(undefined);
  }, [wanted, limit]);
  if (wanted === "" || !latest) return { hits: undefined };
  const isLatest = latest.query === wanted && latest.limit === limit;
  if (latest.failed !== undefined) return { hits: undefined, ...(isLatest && { failed: new Error(latest.failed) }) };
  return { hits: hitsOf(latest), ...(!isLatest && { pending: true }) };
}
