import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { browser } from "wxt/browser";
import { translate } from "../../../lib/language/translate.ts";
import { paperLink } from "../../../lib/papers/paper-link.ts";
import { useAttempt } from "../../attempts.tsx";
import { SaidWhenQuiet } from "../../said-when-quiet.tsx";
import { useSearch } from "../../search/use-search.ts";
import { formatNumber, translateCount } from "../../text/format-number.ts";
import { WatchOffers } from "../../watching/watch-offers.tsx";
import { WatchlistsProvider } from "../../watching/watchlists-context.tsx";
import { InboxSkeleton } from "../inbox/inbox-skeleton.tsx";
import { librarySearch } from "./library-address.ts";
import { SearchHitItem } from "./search-hit-item.tsx";

/** More are looked for in the library, where they can be narrowed. */
const MOST_HITS = 20;

interface SearchResultsProps {
  query: string;
  /** For the element that holds the results. */
  list: RefObject<HTMLElement | null>;
  /** The best one is to be opened, as soon as it is known. */
  wantsBest: boolean;
  /** It was, or there is none. */
  onBest: () => void;
}

/** The papers of the index that fit what was typed, best first. */
export function SearchResults({ query, list, wantsBest, onBest }: SearchResultsProps) {
  const attempt = useAttempt();
  const { hits, pending, failed } = useSearch(query, MOST_HITS);
  const isAnswered = (hits !== undefined && !pending) || failed !== undefined;
  useLayoutEffect(() => {
    if (!wantsBest || !isAnswered) return;
    onBest();
    const [best] = hits ?? [];
    // By now the key may have been pressed too long ago for the page to open anything by a click.
    if (best) void attempt(() => browser.tabs.create({ url: paperLink(best.paper) }));
  }, [wantsBest, isAnswered]);
  const count = hits && !pending ? countText(hits.length) : "";
  const reason = failed instanceof Error ? failed.message : String(failed);
  return (
    <section ref={list} class="results" aria-label={translate("search_results")} tabIndex={-1} aria-busy={pending ?? false}>
      <div class="bar">
        <p class="search-count">{count}</p>
        <SaidWhenQuiet words={count} of={query} />
        <a href={librarySearch(query)} target="_blank" rel="noreferrer noopener">
          {translate("search_in_library")}
        </a>
      </div>
      {failed !== undefined && (
        <p class="problem" role="alert">
          {translate("search_failed", [reason])}
        </p>
      )}
      {hits && (
        <WatchlistsProvider>
          <WatchOffers query={query} found={hits.map(({ paper }) => paper)} />
        </WatchlistsProvider>
      )}
      {hits?.length === 0 && (
        <div class="empty">
          <p class="empty-name" dir="auto">
            {translate("search_nothing", [query])}
          </p>
          <p>{translate("search_nothing_help")}</p>
        </div>
      )}
      {hits && hits.length > 0 && (
        <WatchlistsProvider>
          <ol class="hits">
            {hits.map((hit) => (
              <SearchHitItem key={hit.series} hit={hit} />
            ))}
          </ol>
        </WatchlistsProvider>
      )}
      {!hits && failed === undefined && <InboxSkeleton />}
    </section>
  );
}

function countText(count: number): string {
  return count < MOST_HITS ? translateCount("search_count", count) : translate("search_count_best", [formatNumber(count)]);
}
