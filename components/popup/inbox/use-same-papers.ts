import { useMemo, useRef } from "preact/hooks";
import type { MatchedPaper } from "../../../lib/store/matches/matches.ts";

/** The papers by their keys, each the very object of last time where nothing in it has changed, so that its row need not be drawn again. */
export function useSamePapers(papers: MatchedPaper[]): ReadonlyMap<string, MatchedPaper> {
  const known = useRef(new Map<string, { paper: MatchedPaper; text: string }>());
  return useMemo(() => {
    const before = known.current;
    known.current = new Map(
      papers.map((paper) => {
        const text = JSON.stringify(paper);
        const same = before.get(paper.key);
        return [paper.key, same?.text === text ? same : { paper, text }];
      }),
    );
    return new Map([...known.current].map(([key, { paper }]) => [key, paper]));
  }, [papers]);
}
