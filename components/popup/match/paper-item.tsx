import { useMemo } from "preact/hooks";
import { seriesOf } from "../../../lib/papers/series.ts";
import type { MatchedPaper, ViewedPaper } from "../../../lib/store/matches/matches.ts";
import type { MatchActions } from "./match-actions.ts";
import { MatchRow } from "./match-row.tsx";

interface PaperItemProps {
  paper: MatchedPaper;
  /** The key of the row that Tab reaches, where it is one of these. */
  current: string | undefined;
  isOpen: boolean;
  /** The rows that show what they are about. */
  about: ReadonlySet<string>;
  mutes: ReadonlySet<string>;
  /** The papers that are watched by their number: "P2300". */
  watched: ReadonlySet<string>;
  namesLists: boolean;
  actions: MatchActions;
}

/** One row for a paper; opened, one more for each of its revisions. Drawn again only where something of it has changed. */
export function PaperItem({ paper, current, isOpen, about, mutes, watched, namesLists, actions }: PaperItemProps) {
  const { key, matches } = paper;
  const [lead] = matches;
  const series = lead && seriesOf(lead.paper);
  const isMuted = series !== undefined && mutes.has(series);
  const isWatched = series !== undefined && watched.has(series);
  const abouts = [key, ...matches.map(({ id }) => id)].filter((key) => about.has(key)).join();
  return useMemo(() => {
    if (!lead) return null;
    const common = { isMuted, isWatched, namesLists, actions };
    const several = matches.length > 1 || isOpen;
    return (
      <>
        <MatchRow row={{ key, lead, matches }} isCurrent={current === key} isOpen={several ? isOpen : undefined} isAbout={about.has(key)} {...common} />
        {isOpen && (
          <ul class="revisions">
            {matches.map((match) => (
              <li key={match.id}>
                <MatchRow
                  row={{ key: match.id, lead: match, matches: [match] }}
                  titleAbove={lead.paper.title}
                  isCurrent={current === match.id}
                  isAbout={about.has(match.id)}
                  {...common}
                />
              </li>
            ))}
          </ul>
        )}
      </>
    );
  }, [paper, current, isOpen, abouts, isMuted, isWatched, namesLists, actions]);
}

/** The keys of its rows, from top to bottom; `ids` are those of its matches. */
export function rowKeys({ key, ids }: ViewedPaper, isOpen: boolean): string[] {
  return isOpen ? [key, ...ids] : [key];
}
