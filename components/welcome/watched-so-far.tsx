import type { RefObject } from "preact";
import { translate } from "../../lib/language/translate.ts";
import type { FilledWatchlist } from "../../lib/store/lists/read-watchlists.ts";
import { useHeir } from "../hooks/use-heir.ts";
import { RemovedWatchesProvider, useRemovedWatches } from "../options/watchlists/rows/removed-watches.tsx";
import { WatchItems } from "../options/watchlists/rows/watch-items.tsx";
import { Said } from "../said.tsx";

interface WatchedSoFarProps {
  lists: FilledWatchlist[];
  /** Takes the focus when the last watch of a list goes with it. */
  heir: RefObject<HTMLElement | null>;
}

/** What is watched by now, each with the button that ends it; nothing where that is nothing. */
export function WatchedSoFar({ lists, heir }: WatchedSoFarProps) {
  // Around what may go: that the last watch was removed is said and taken back by these.
  return (
    <Said>
      <RemovedWatchesProvider>
        <Lists lists={lists} heir={heir} />
      </RemovedWatchesProvider>
    </Said>
  );
}

function Lists({ lists, heir }: WatchedSoFarProps) {
  const { rows } = useRemovedWatches();
  const shown = lists.filter(({ id, watches }) => watches.length > 0 || rows.some(({ list }) => list === id));
  if (shown.length === 0) return null;
  return (
    <>
      <h3>{translate("welcome_watching")}</h3>
      {shown.map((list) => (
        <WatchedList key={list.id} list={list} hasName={shown.length > 1} heir={heir} />
      ))}
    </>
  );
}

function WatchedList({ list, hasName, heir }: { list: FilledWatchlist; hasName: boolean; heir: WatchedSoFarProps["heir"] }) {
  const place = useHeir<HTMLDivElement>(() => heir.current);
  return (
    <div ref={place}>
      {hasName && <h4 dir="auto">{list.name}</h4>}
      <WatchItems list={list} />
    </div>
  );
}
