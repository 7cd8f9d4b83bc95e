import { translate } from "../../../lib/language/translate.ts";
import { reasonText } from "../../../lib/notify/reason-text.ts";
import type { Match } from "../../../lib/store/database/schema.ts";
import { matchesOf } from "../../../lib/store/index/read-library.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { fullTime, relativeTime } from "../../text/format-time.ts";

/** What a person was told of a paper, and why. */
export function MatchesPart({ ids }: { ids: string[] }) {
  const matches = useLiveQuery((db) => matchesOf(db, ids), [ids.join()]);
  return (
    <section aria-labelledby="told">
      <h2 id="told">{translate("series_matches")}</h2>
      {matches?.length === 0 && <p class="help">{translate("series_no_matches")}</p>}
      {matches && matches.length > 0 && (
        <ul class="told" aria-labelledby="told">
          {matches.map((match) => (
            <Told key={match.id} match={match} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Told({ match: { id, foundAt, readAt, starredAt, reasons } }: { match: Match }) {
  const why = [...new Set(reasons.map((reason) => reasonText(reason, translate)))];
  const state = [translate(readAt > 0 ? "library_read" : "library_unread"), ...(starredAt > 0 ? [translate("library_starred")] : [])];
  return (
    <li>
      <b>{id}</b>{" "}
      <time dateTime={new Date(foundAt).toISOString()} title={translate("found_at", [fullTime(foundAt)])}>
        {relativeTime(foundAt, Date.now())}
      </time>
      <span class={readAt > 0 ? "" : "unread-mark"}>{state.join(" · ")}</span>
      <span class="reasons">
        {why.map((text) => (
          <span key={text} class="reason" dir="auto">
            {text}
          </span>
        ))}
      </span>
    </li>
  );
}
