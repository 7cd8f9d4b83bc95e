import { useMemo, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { groupMatches, type InboxPaper, idsOf } from "../../../lib/library/inbox/group-matches.ts";
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
  const rows = useRows(matches, view, by);
  const deeds = useInboxDeeds(act);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const papers = useMemo(() => new Map(rows.flatMap((row) => ("paper" in row ? [[row.key, row.paper] as const] : []))), [rows]);
  const chosen = [...papers].flatMap(([key, paper]) => (selected.has(key) ? [paper] : []));
  const counts = useMemo(() => countViews(matches), [matches]);
  const ids = useMemo(() => idsOf([...papers.values()]), [papers]);
  const select = (keys: Iterable<string>, isSelected: boolean) => {
    const next = new Set(selected);
    for (const key of keys) {
      if (isSelected) next.add(key);
      else next.delete(key);
    }
    setSelected(next);
  };
  return (
    <>
      <InboxBar
        view={view}
        by={by}
        counts={counts}
        all={papers.size}
        chosen={chosen}
        onSelectAll={(isSelected) => select(papers.keys(), isSelected)}
        deeds={deeds}
      />
      <p ref={status} tabIndex={-1} class="found-count" role="status">
        {ids.length === 0 ? translate(`inbox_empty_${view}`) : translateCount("view_count", ids.length)}
      </p>
      {rows.length > 0 && (
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
                isSelected={selected.has(row.key)}
                onSelect={(isSelected) => select([row.key], isSelected)}
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

/** The rows of the list: papers, and above each group its head, where they are grouped. */
function useRows(matches: Match[], view: KnownProps["route"]["view"], by: KnownProps["route"]["by"]): Row[] {
  const catalogue = useCatalogue();
  const lists = useWatchlists()?.lists;
  const known = typeof catalogue === "object" && by === "mailing" ? catalogue.series : undefined;
  return useMemo(() => {
    const mailing = ({ id, paper }: Match) => {
      const document = known?.get(seriesOf(paper) ?? id)?.documents.find((one) => one.paper.id === id);
      return (document ? mailingOf(document)?.id : paper.date && paper.date.length >= 7 ? paper.date.slice(0, 7) : undefined) ?? "";
    };
    const shown = matches.filter((match) => isInView(match, view));
    return groupMatches(shown, by, mailing).flatMap(({ name, papers }): Row[] => {
      const rows = papers.map((paper) => ({ key: `${name} ${paper.series}`, paper }));
      return by === "paper" ? rows : [{ key: `group ${name}`, title: groupTitle(by, name, papers, lists ?? [], translate), papers }, ...rows];
    });
  }, [matches, view, by, known, lists]);
}
