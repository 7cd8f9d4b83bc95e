import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { seenMatches } from "./seen-matches.ts";

/** Half a row: of what is scrolled away by less, enough is seen. */
const TOP_PX = 54;

/** Remembers which of the unread matches the person has seen, in the list that begins at the page's top; gives what tells those at any time. `unread` is undefined while they are not shown. */
export function useSeen(unread: readonly string[] | undefined): () => string[] {
  const seen = useRef<ReadonlySet<string>>(undefined);
  const look = () => {
    // Where it stands is asked only where that matters: a page that opens would be laid out for it.
    seen.current = unread && seenMatches(seen.current, unread, seen.current !== undefined && scrollY < TOP_PX);
  };
  useLayoutEffect(look, [unread]);
  useEffect(() => {
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, [unread]);
  return () => unread?.filter((id) => seen.current?.has(id)) ?? [];
}
