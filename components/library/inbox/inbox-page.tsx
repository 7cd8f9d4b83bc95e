import { useMemo, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { eachPaper, groupMatches, type InboxPaper, idsOf } from "../../../lib/library/inbox/group-matches.ts";
import { countViews, isInView } from "../../../lib/library/inbox/inbox-view.ts";
import { mailingOf } from "../../../lib/library/paper/document.ts";
import type { Route } from "../../../lib/library/route.ts";
import { seriesOf } from "../../../lib/papers/series.ts";
import type { Match } from "../../../lib/store/database/schema.ts";
import { readAllMatches } from "../../../lib/store/matches/read-all-matches.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { UndoToast } from "../../popup/undo/undo-toast.tsx";
import { useUndo } from "../../popup/undo/use-undo.ts";
import { translateCount } from "../../text/format-number.ts";
import { useWatchlists } from "../../watching/watchlists-context.tsx";
import { useCatalogue } from "../catalogue-context.tsx";
import { WindowedList } from "../search/windowed-list.tsx";
import { useTitle } from "../use-title.ts";
import { groupTitle } from "./group-title.ts";
import { InboxBar } from "./inbox-bar.tsx";
import { GroupRow, PaperRow } from "./inbox-rows.tsx";
import { useInboxDeeds } from "./use-inbox-deeds.ts";

interface HeadRow {
  key: string;
  title: string;
  papers: InboxPaper[];
}
type Row = HeadRow | { key: string; paper: InboxPaper };

/** Every match, by paper, and the papers by what they have in common, to be gone through. */
export function InboxPage({ route }: { route: Extract<Route, { page: "inbox" }> }) {
  const matches = useLiveQuery(readAllMatches);
  const status = useRef<HTMLParagraphElement>(null);
  const undo = useUndo();
  useTitle(translate("inbox"));
  const takeBack = () => {
    // The button goes with its words.
    status.current?.focus();
    undo.undo();
  };
  return (
    <>
      <h1 tabIndex={-1}>{translate("inbox")}</h1>
      {matches ? (
        <Known route={route} matches={matches} status={status} act={undo.act} />
      ) : (
        <p class="waiting" role="status">
          {translate("inbox_reading")}
        </p>
      )}
      <UndoToast undo={undo} onUndo={takeBack} />
    </>
  );
}

interface KnownProps {
  route: Extract<Route, { page: "inbox" }>;
  matches: Match[];
  status: { current: HTMLParagraphElement | null };
  act: ReturnType<typeof useUndo>["act"];
}

function Known({ route: { view, by }, matches, status, act }: KnownProps) {
  const shown = useMemo(() => matches.filter((match) => isInView(match, view)), [matches, view]);
  const rows = useRows(shown, by);
  const deeds = useInboxDeeds(act);
  // By paper and not by row: a paper stands in each of its groups, and is selected in all of them.
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const papers = useMemo(() => eachPaper(shown), [shown]);
  const chosen = papers.filter(({ series }) => selected.has(series));
  const counts = useMemo(() => countViews(matches), [matches]);
  const ids = useMemo(() => idsOf(papers), [papers]);
  const select = (all: InboxPaper[], isSelected: boolean) => {
    const next = new Set(selected);
    for (const { series } of all) {
      if (isSelected) next.add(series);
      else next.delete(series);
    }
    setSelected(next);
  };
  return (
    <>
      <InboxBar
        view={view}
        by={by}
        counts={counts}
        all={papers.length}
        chosen={chosen}
        onSelectAll={(isSelected) => select(papers, isSelected)}
        deeds={deeds}
      />
      <p ref={status} tabIndex={-1} class="found-count" role="status">
        {!rows ? translate("library_reading") : ids.length === 0 ? translate(`inbox_empty_${view}`) : translateCount("view_count", ids.length)}
      </p>
      {rows && rows.length > 0 && (
        <WindowedList
          // Another order is another list, in which nobody has been anywhere.
          key={`${view} ${by}`}
          items={rows}
          keyOf={({ key }) => key}
          label={translate("inbox")}
          row={(row, tabIndex) =>
            "paper" in row ? (
              <PaperRow
                paper={row.paper}
                tabIndex={tabIndex}
                isSelected={selected.has(row.paper.series)}
                onSelect={(isSelected) => select([row.paper], isSelected)}
                deeds={deeds}
              />
            ) : (
              <GroupRow title={row.title} papers={row.papers} tabIndex={tabIndex} onRead={view === "unread" ? deeds.read : undefined} />
            )
          }
          fallback={() => status.current}
        />
      )}
    </>
  );
}

/** The rows of the list: papers, and above each group its head, where they are grouped; undefined until it is known what into. */
function useRows(shown: Match[], by: KnownProps["route"]["by"]): Row[] | undefined {
  const catalogue = useCatalogue();
  const lists = useWatchlists()?.lists;
  const known = typeof catalogue === "object" && by === "mailing" ? catalogue.series : undefined;
  // The date says which mailing only where nothing better does: by it first, the groups would change under one's eyes.
  const isKnown = by !== "mailing" || catalogue !== undefined;
  return useMemo(() => {
    if (!isKnown) return undefined;
    const mailing = ({ id, paper }: Match) => {
      const document = known?.get(seriesOf(paper) ?? id)?.documents.find((one) => one.paper.id === id);
      return (document ? mailingOf(document)?.id : paper.date && paper.date.length >= 7 ? paper.date.slice(0, 7) : undefined) ?? "";
    };
    return groupMatches(shown, by, mailing).flatMap(({ name, papers }): Row[] => {
      const rows = papers.map((paper) => ({ key: `${name} ${paper.series}`, paper }));
      return by === "paper" ? rows : [{ key: `group ${name}`, title: groupTitle(by, name, papers, lists ?? [], translate), papers }, ...rows];
    });
  }, [shown, by, isKnown, known, lists]);
}
