import { useMemo } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { FoundSeries } from "../../../lib/library/filter-series.ts";
import type { Paper } from "../../../lib/papers/paper.ts";
import { marksIn, type Sought } from "../../../lib/search/marks-in.ts";
import { MarkedText, marksOf } from "../../search/marked-text.tsx";
import { TitleText } from "../../text/title-text.tsx";
import { SeriesSummary } from "./series-summary.tsx";
import { WindowedList } from "./windowed-list.tsx";

interface FoundListProps {
  rows: FoundSeries[];
  /** What is marked in them. */
  sought: Sought | undefined;
  unread: ReadonlySet<string> | undefined;
  fallback: () => HTMLElement | null;
}

/** The papers that were found, thousands if need be. */
export function FoundList({ rows, sought, unread, fallback }: FoundListProps) {
  return (
    <WindowedList
      items={rows}
      keyOf={({ series }) => series.id}
      label={translate("library_papers")}
      row={(found, tabIndex) => <FoundRow found={found} sought={sought} isUnread={unread?.has(found.series.id) ?? false} tabIndex={tabIndex} />}
      fallback={fallback}
    />
  );
}

interface FoundRowProps {
  found: FoundSeries;
  sought: Sought | undefined;
  isUnread: boolean;
  tabIndex: 0 | -1;
}

function FoundRow({ found: { series, document }, sought, isUnread, tabIndex }: FoundRowProps) {
  // As the row shows it: under the paper's number, and with the title of another document where this one has none.
  const marked = useMemo(
    () => sought && markedTexts({ ...document.paper, id: series.id, title: document.paper.title || series.title }, sought),
    [series, document, sought],
  );
  return <SeriesSummary series={series} document={document} isUnread={isUnread} tabIndex={tabIndex} {...(marked && { marked })} />;
}

function markedTexts(paper: Paper, sought: Sought) {
  const marks = marksIn(paper, sought);
  return {
    id: <MarkedText text={paper.id} marks={marksOf(marks, "id")} />,
    ...(paper.title !== "" && { title: <TitleText text={paper.title} marks={marksOf(marks, "title")} /> }),
    authors: paper.authors.map((name, place) => (
      <span key={place}>
        {place > 0 && ", "}
        <MarkedText text={name} marks={marksOf(marks, "author", place)} />
      </span>
    )),
  };
}
