import { useId } from "preact/hooks";
import { seriesOf } from "../../../lib/papers/series.ts";
import type { MatchActions } from "../match/match-actions.ts";
import { MatchItem } from "../match/match-item.tsx";
import { dayName } from "./day-name.ts";
import type { Day } from "./group-by-day.ts";

interface DayMatchesProps {
  day: Day;
  now: number;
  /** The id of the match that Tab reaches. */
  current: string | undefined;
  mutes: ReadonlySet<string>;
  /** The papers that are watched by their number: "P2300". */
  watched: ReadonlySet<string>;
  namesLists: boolean;
  actions: MatchActions;
}

/** The matches of one day under its name, which stays in sight. */
export function DayMatches({ day, now, current, mutes, watched, namesLists, actions }: DayMatchesProps) {
  const heading = useId();
  return (
    <div class="day">
      <h2 id={heading} class="day-name">
        {dayName(day.at, now)}
      </h2>
      <ul class="matches" aria-labelledby={heading}>
        {day.matches.map((match) => (
          <MatchItem
            key={match.id}
            match={match}
            isCurrent={match.id === current}
            isMuted={mutes.size > 0 && mutes.has(seriesOf(match.paper) ?? "")}
            isWatched={watched.size > 0 && watched.has(seriesOf(match.paper) ?? "")}
            namesLists={namesLists}
            actions={actions}
          />
        ))}
      </ul>
    </div>
  );
}
