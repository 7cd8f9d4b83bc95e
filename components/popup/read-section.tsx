import type { Match } from "../../lib/store/schema.ts";
import { translate } from "../../lib/translate.ts";
import { translateCount } from "../format-number.ts";
import { MatchItem } from "./match-item.tsx";

/** The latest matches that were read, folded away. */
export function ReadSection({ matches, namesLists }: { matches: Match[]; namesLists: boolean }) {
  if (matches.length === 0) return null;
  return (
    <details class="read">
      <summary>
        <h2>{translateCount("read_count", matches.length)}</h2>
      </summary>
      <ul class="matches" aria-label={translate("read_matches")}>
        {matches.map((match) => (
          <MatchItem key={match.id} match={match} namesLists={namesLists} />
        ))}
      </ul>
    </details>
  );
}
