import { translate } from "../../../../lib/language/translate.ts";
import { formatRoute } from "../../../../lib/library/route.ts";
import type { Paper } from "../../../../lib/papers/paper.ts";
import { seriesOf } from "../../../../lib/papers/series.ts";
import { paperDate } from "../../../library/paper/paper-date.ts";
import { TitleText } from "../../../text/title-text.tsx";

/** A few papers with their dates, each with the way to its page. */
export function NewestPapers({ papers }: { papers: Paper[] }) {
  return (
    <ul class="newest" aria-label={translate("newest_papers")}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <a href={`/library.html${formatRoute({ page: "paper", series: seriesOf(paper) ?? paper.id, document: paper.id })}`}>{paper.id}</a>{" "}
          <span dir="auto">
            <TitleText text={paper.title} />
          </span>
          {paper.date && <span class="newest-date"> {paperDate(paper.date)}</span>}
        </li>
      ))}
    </ul>
  );
}
