import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import { seriesTitles } from "../../../../lib/store/index/series-titles.ts";
import type { FilledWatchlist } from "../../../../lib/store/lists/read-watchlists.ts";
import { type Found, foundByWatch } from "../../../../lib/store/matches/found-by-watch.ts";
import { nearMisses } from "../../../../lib/watch/suggesting/near-misses.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useDebounced } from "../../../hooks/use-debounced.ts";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";
import { useRead } from "../../../hooks/use-read.ts";
import { useIndex } from "../index-context.tsx";
import { isThere } from "../watch-form/only-revision.tsx";
import { useAllFinds } from "../watch-form/use-finds.ts";
import { canFind } from "../watch-form/watch-preview.tsx";

/** Why nothing can be expected of a watch, and what was perhaps meant. */
export interface Dead {
  why: "nobody" | "nothing" | "there";
  instead?: Watch;
}

export interface WatchFacts {
  found: Found | undefined;
  /** Of the paper that is watched by number. */
  title: string | undefined;
  dead: Dead | undefined;
}

const FactsContext = createContext<((watch: WatchRow) => WatchFacts) | undefined>(undefined);

/** What is known of a watch; undefined outside of WatchFactsProvider. */
export function useWatchFacts(watch: WatchRow): WatchFacts | undefined {
  return useContext(FactsContext)?.(watch);
}

/** While many matches come in, they are counted when it is quiet again. */
const QUIET_MS = 500;
/** The index is looked through for those that found nothing, once the page is there and idle. */
const IDLE_MS = 1_000;
/** Each is held against the whole index. */
const MOST_LOOKED_AT = 50;

/** Finds out once for all watches what they found, what they are called, and which of them are dead. Stands within IndexProvider. */
export function WatchFactsProvider({ lists, children }: { lists: FilledWatchlist[]; children: ComponentChildren }) {
  const watches = lists.flatMap((list) => list.watches);
  const matches = useDebounced(
    useLiveQuery((db) => db.matches.count()),
    QUIET_MS,
  );
  const found = useRead(async (db) => ({ of: await foundByWatch(db) }), [matches]);
  const papers = watches.filter(({ kind }) => kind === "paper").map(({ text }) => seriesText(text));
  const titles = useRead((db) => seriesTitles(db, papers), [papers.join()]);
  const dead = useDead(found ? watches.filter((watch) => found.of(watch).count === 0).slice(0, MOST_LOOKED_AT) : []);
  const facts = (watch: WatchRow): WatchFacts => ({
    found: found?.of(watch),
    title: watch.kind === "paper" ? titles?.get(seriesText(watch.text)) : undefined,
    dead: dead.get(formatWatch(watch)),
  });
  return <FactsContext.Provider value={facts}>{children}</FactsContext.Provider>;
}

/** "P2300" of "P2300R5" and "D2300". */
function seriesText(text: string): string {
  return text.replace(/R\d+$/, "").replace(/^D/, "P");
}

function useDead(idle: WatchRow[]): Map<string, Dead> {
  const { index, want } = useIndex();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLate, IDLE_MS, true);
    return () => clearTimeout(timer);
  }, []);
  const isWanted = isLate && idle.length > 0;
  useEffect(() => {
    if (isWanted) want();
  }, [isWanted]);
  // Of nothing nobody can tell what is missing in it.
  const known = isWanted && index && index.papers.length > 0 ? index : undefined;
  const finds = useAllFinds(known ? idle : [], known);
  return useMemo(() => {
    const dead = new Map<string, Dead>();
    if (!known || !finds) return dead;
    for (const [place, watch] of idle.entries()) {
      if (watch.kind === "paper" ? isThere(watch, known) : finds[place]?.count === 0 && canFind(watch, known)) {
        const [instead] = watch.kind === "paper" ? [] : nearMisses(watch, known.vocabulary);
        // A rule that finds nothing yet may be meant so.
        if (watch.kind !== "rule" || instead) dead.set(formatWatch(watch), { why: whyOf(watch), ...(instead && { instead }) });
      }
    }
    return dead;
  }, [known, finds]);
}

function whyOf({ kind }: Watch): Dead["why"] {
  if (kind === "paper") return "there";
  return kind === "author" ? "nobody" : "nothing";
}
