import { translate } from "../../lib/language/translate.ts";
import { formatRoute } from "../../lib/library/route.ts";
import { seriesOf } from "../../lib/papers/series.ts";
import { recentPapers } from "../../lib/store/index/recent-papers.ts";
import type { FilledWatchlist } from "../../lib/store/lists/read-watchlists.ts";
import { newestMatching } from "../../lib/watch/suggesting/newest-matching.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { paperDate } from "../library/paper/paper-date.ts";
import { TitleText } from "../text/title-text.tsx";

const SHOWN = 5;

/** What the watches would have found of late, so that one sees at once whether they ask for what was meant. */
export function NewestThatFit({ lists }: { lists: FilledWatchlist[] }) {
  const watches = lists.flatMap((list) => list.watches);
  const found = useLiveQuery(
    async (db) => {
      const papers = watches.length === 0 ? [] : await recentPapers(db);
      // Before there is an index nothing can fit.
      return papers.length === 0 ? undefined : newestMatching(papers, watches, SHOWN);
    },
    [watches.map(({ kind, text }) => `${kind} ${text}`).join("\n")],
  );
  if (!found || watches.length === 0) return null;
  return (
    <div role="status">
      <h3>{translate("welcome_newest")}</h3>
      {found.length === 0 ? (
        <p class="help">{translate("welcome_newest_none")}</p>
      ) : (
        <ul class="newest">
          {found.map((paper) => (
            <li key={paper.id}>
              <a href={`/library.html${formatRoute({ page: "paper", series: seriesOf(paper) ?? paper.id, document: paper.id })}`}>{paper.id}</a>{" "}
              <span dir="auto">
                <TitleText text={paper.title} />
              </span>
              {paper.date && <span class="help"> {paperDate(paper.date)}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
