import { useMemo } from "preact/hooks";
import { seriesOf } from "../../../lib/papers/series.ts";
import type { MatchedPaper } from "../../../lib/store/matches/matches.ts";
import type { MatchActions } from "./match-actions.ts";
import { MatchRow } from "./match-row.tsx";

interface PaperItemProps {
  paper: MatchedPaper;
  /** The key of the row that Tab reaches, where it is one of these. */
  current: string | undefined;
  isOpen: boolean;
  mutes: ReadonlySet<string>;
  /** The papers that are watched by their number: "P2300". */
  watched: ReadonlySet<string>;
  namesLists: boolean;
  actions: MatchActions;
}

/** One row for a paper; opened, one more for each of its revisions. Drawn again only where something of it has changed: there may be a thousand. */
export function PaperItem({ paper, current, isOpen, mutes, watched, namesLists, actions }: PaperItemProps) {
  const { key, matches } = paper;
  const [lead] = matches;
  const series = lead && seriesOf(lead.paper);
  const isMuted = series !== undefined && mutes.has(series);
  const isWatched = series !== undefined && watched.has(series);
  return useMemo(() => {
    if (!lead) return null;
    const common = { isMuted, isWatched, namesLists, actions };
    const several = matches.length > 1 || isOpen;
    return (
      <li class="match">
        <MatchRow row={{ key, lead, matches }} isCurrent={current === key} isOpen={several ? isOpen : undefined} {...common} />
        {isOpen && (
          <ul class="revisions">
            {matches.map((match) => (
              <li key={match.id}>
                <MatchRow row={{ key: match.id, lead: match, matches: [match] }} titleAbove={lead.paper.title} isCurrent={current === match.id} {...common} />
              </li>
            ))}
          </ul>
        )}
      </li>
    );
  }, [paper, current, isOpen, isMuted, isWatched, namesLists, actions]);
}

/** The keys of its rows, from top to bottom. */
export function rowKeys({ key, matches }: MatchedPaper, isOpen: boolean): string[] {
  return isOpen ? [key, ...matches.map(({ id }) => id)] : [key];
}
