import { translate } from "../../lib/language/translate.ts";
import type { Paper } from "../../lib/papers/paper.ts";
import { watchesFor } from "../../lib/search/watches-for.ts";
import { formatWatch } from "../../lib/watch/syntax/format-watch.ts";
import { WatchButton } from "./watch-button.tsx";

interface WatchOffersProps {
  query: string;
  /** The first of what was found for it. */
  found: readonly Paper[];
}

/** What was searched for, to be watched: the paper that is to come, the person, the words, whatever can be typed as a watch. Stands within WatchlistsProvider. */
export function WatchOffers({ query, found }: WatchOffersProps) {
  const watches = watchesFor(query, found);
  if (watches.length === 0) return null;
  return (
    <fieldset class="watch-offers" aria-label={translate("can_be_watched")}>
      {watches.map((watch) => (
        <WatchButton key={formatWatch(watch)} watch={watch} isNamed />
      ))}
    </fieldset>
  );
}
