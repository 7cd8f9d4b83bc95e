import { translate } from "../../../../lib/language/translate.ts";
import { formatRoute } from "../../../../lib/library/route.ts";
import { reasonText } from "../../../../lib/notify/reason-text.ts";
import { seriesOf } from "../../../../lib/papers/series.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import { matchesOfWatch } from "../../../../lib/store/matches/matches-of-watch.ts";
import { useLiveQuery } from "../../../hooks/use-live-query.ts";
import { translateCount } from "../../../text/format-number.ts";
import { relativeTime } from "../../../text/format-time.ts";
import { TitleText } from "../../../text/title-text.tsx";
import { useIndex } from "../index-context.tsx";
import { NewestPapers } from "../watch-form/newest-papers.tsx";
import { NEWEST_SHOWN, useFinds } from "../watch-form/use-finds.ts";

/** What a watch has found, and what it would find in the index of today. */
export function WatchDetails({ watch }: { watch: WatchRow }) {
  return (
    <>
      <FoundSoFar watch={watch} />
      <WouldFind watch={watch} />
    </>
  );
}

/** The latest matches that this watch is a reason of. */
function FoundSoFar({ watch }: { watch: WatchRow }) {
  const found = useLiveQuery((db) => matchesOfWatch(db, watch, NEWEST_SHOWN), [watch.list, watch.kind, watch.text]);
  const now = Date.now();
  return (
    <div class="finds">
      <p>{found && (found.count === 0 ? translate("found_nothing_yet") : translateCount("found_so_far", found.count))}</p>
      {found && found.count > 0 && (
        <ul class="newest" aria-label={translate("found_lately")}>
          {found.latest.map(({ id, paper, foundAt, reason }) => (
            <li key={id}>
              <a href={`/library.html${formatRoute({ page: "paper", series: seriesOf(paper) ?? id, document: id })}`}>{id}</a>{" "}
              <span dir="auto">
                <TitleText text={paper.title} />
              </span>{" "}
              <span class="newest-date">
                <span dir="auto">{reasonText(reason, translate)}</span>, {relativeTime(foundAt, now)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function WouldFind({ watch }: { watch: WatchRow }) {
  const { index } = useIndex();
  const finds = useFinds(watch, index);
  return (
    <div class="finds">
      <p role="status">{finds ? translateCount("would_find", finds.count) : translate("looking_up")}</p>
      {finds && finds.count > 0 && <NewestPapers papers={finds.newest} />}
    </div>
  );
}
