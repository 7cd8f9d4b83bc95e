import { useEffect, useRef, useState } from "preact/hooks";
import type { MatchFilter } from "../../../lib/store/matches/match-filter.ts";
import { type MatchedPaper, type MatchList, type MatchView, readMatchedPapers, readMatchList } from "../../../lib/store/matches/matches.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { type RowRange, rangesOf } from "../../windowed/window-range.ts";

/** More than a screen of the largest window that a popup gets. */
const FIRST: RowRange[] = [{ from: 0, to: 15 }];
/** So many papers beyond those that are drawn are read with them, and again when so few are left. */
const AHEAD = 60;
const LEAST_AHEAD = 30;

export interface ReadMatches {
  /** All that the view holds, and of it the papers that are wanted; both are of one view, that of the list. */
  read: { list: MatchList; papers: MatchedPaper[] } | undefined;
  /** To be called with what is drawn, by the place in the list, whenever that changes. */
  want: (ranges: RowRange[]) => void;
}

/** The papers of a view, kept up to date: which they are, and of all of them only those that are drawn, and some around. One part is read at a time, however fast one scrolls. */
export function useMatches(view: MatchView, filter: MatchFilter | undefined): ReadMatches {
  const shown = JSON.stringify([view, filter]);
  const known = useLiveQuery(async (db) => ({ shown, list: await readMatchList(db, view, filter) }), [shown]);
  const [asked, ask] = useState({ shown, ranges: FIRST });
  const ranges = asked.shown === known?.shown ? asked.ranges : FIRST;
  const read = useLiveQuery(
    async (db) => {
      if (!known) return undefined;
      const { list } = known;
      const wanted = ranges.flatMap(({ from, to }) => list.papers.slice(from, to));
      const papers = await readMatchedPapers(db, list.view, wanted);
      const isHere = new Set(papers.map(({ key }) => key));
      const gone = new Set(wanted.filter(({ key }) => !isHere.has(key)));
      // What has left the view is heard of here or there first.
      return { known, ranges, papers, list: gone.size === 0 ? list : { ...list, papers: list.papers.filter((paper) => !gone.has(paper)) } };
    },
    [known, ranges],
  );
  const drawn = useRef<RowRange[]>([]);
  const lookOn = () => {
    if (!read || read.known !== known || read.ranges !== ranges) return;
    const count = read.list.papers.length;
    const isRead = drawn.current.every((range) => ranges.some((read) => holds(read, widened(range, LEAST_AHEAD, count))));
    const [first, second = first] = drawn.current.map((range) => widened(range, AHEAD, count));
    if (!isRead && first && second) ask({ shown: read.known.shown, ranges: rangesOf(first, second, count) });
  };
  useEffect(lookOn, [read]);
  useEffect(() => () => ask({ shown, ranges: FIRST }), [shown]);
  return {
    read,
    want(ranges) {
      drawn.current = ranges;
      lookOn();
    },
  };
}

function widened({ from, to }: RowRange, by: number, count: number): RowRange {
  return { from: Math.max(0, from - by), to: Math.min(count, to + by) };
}

function holds(range: RowRange, { from, to }: RowRange): boolean {
  return range.from <= from && to <= range.to;
}
