import { useEffect, useRef } from "preact/hooks";
import { readLinkedWatch } from "../../../lib/watch/syntax/linked-watch.ts";
import { asOneLine } from "../../../lib/watch/syntax/split-entries.ts";

/** Hands over the text of a watch that a link brought along (options.html#/watch/P2300), also where the page was open already. */
export function useLinkedWatch(onText: (text: string) => void): void {
  const latest = useRef(onText);
  latest.current = onText;
  useEffect(() => {
    const look = () => {
      const text = readLinkedWatch(location.hash);
      if (text !== undefined) latest.current(asOneLine(text));
    };
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
}
