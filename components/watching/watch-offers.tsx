import { translate } from "../../lib/language/translate.ts";
import type { Paper } from "../../lib/papers/paper.ts";
import { watchesFor } from "../../lib/search/watches-for.ts";
import { formatWatch } from "../../lib/watch/syntax/format-watch.ts";
import { WatchAllButton } from "./watch-all-button.tsx";
import { WatchButton } from "./watch-button.tsx";

/** More of them are an agenda: watched by one click. */
const MANY = 2;
/** Each for itself. */
const MOST = 3;

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
      {watches.length > MANY && <WatchAllButton watches={watches} />}
      {watches.slice(0, MOST).map((watch) => (
        <WatchButton key={formatWatch(watch)} watch={watch} isNamed />
      ))}
    </fieldset>
  );
}
