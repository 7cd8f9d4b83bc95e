import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import { type FilledWatchlist, readWatchlists } from "../../lib/store/lists/read-watchlists.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { standingWatches } from "./standing-watches.ts";

interface KnownWatches {
  lists: FilledWatchlist[];
  standing: ReturnType<typeof standingWatches>;
}

const WatchlistsContext = createContext<KnownWatches | undefined>(undefined);

/** What is watched; undefined until that is read. */
export function useWatchlists(): KnownWatches | undefined {
  return useContext(WatchlistsContext);
}

/** Reads the watchlists once for all the buttons within, of which a long list has many. */
export function WatchlistsProvider({ children }: { children: ComponentChildren }) {
  const lists = useLiveQuery(readWatchlists);
  const known = useMemo(() => lists && { lists, standing: standingWatches(lists) }, [lists]);
  return <WatchlistsContext.Provider value={known}>{children}</WatchlistsContext.Provider>;
}
