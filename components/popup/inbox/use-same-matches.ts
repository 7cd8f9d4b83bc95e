import { useMemo, useRef } from "preact/hooks";
import type { Match } from "../../../lib/watch/matching/match.ts";

/** The matches, each the very object of last time where nothing in it has changed, so that its row need not be drawn again. */
export function useSameMatches(matches: Match[]): Match[] {
  const known = useRef(new Map<string, { match: Match; text: string }>());
  return useMemo(() => {
    const before = known.current;
    known.current = new Map(
      matches.map((match) => {
        const text = JSON.stringify(match);
        const same = before.get(match.id);
        return [match.id, same?.text === text ? same : { match, text }];
      }),
    );
    return [...known.current.values()].map(({ match }) => match);
  }, [matches]);
}
