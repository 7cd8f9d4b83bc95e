import type { ComponentChildren, RefObject } from "preact";
import { useMemo, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { MatchPage } from "../../../lib/store/matches/matches.ts";
import { parsePaperEntry } from "../../../lib/watch/syntax/parse-paper-entry.ts";
import { useSamePapers } from "../inbox/use-same-papers.ts";
import { tabId, VIEW_PANEL } from "../inbox/view-tabs.tsx";
import { useRovingRows } from "../keys/use-roving-rows.ts";
import type { Undo } from "../undo/use-undo.ts";
import { useMatchActions } from "./match-actions.ts";
import { PaperItem, rowKeys } from "./paper-item.tsx";
import { useCopied } from "./use-copied.ts";

interface MatchPanelProps {
  page: MatchPage;
  list: RefObject<HTMLElement | null>;
  mutes: ReadonlySet<string>;
  lists: FilledWatchlist[];
  act: Undo["act"];
  /** What stands there without a match, and what comes after the last that is drawn. */
  children: ComponentChildren;
}

/** The papers of a view, with one stop of Tab for all of them. */
export function MatchPanel({ page: { view, papers: read }, list, mutes, lists, act, children }: MatchPanelProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { isCopied, copied } = useCopied();
  const toggleRevisions = (key: string) => setOpen((open) => open.symmetricDifference(new Set([key])));
  const actions = useMatchActions(view, { list, lists, act, copied, toggleRevisions });
  const watched = useMemo(() => watchedPapers(lists), [lists]);
  const papers = useSamePapers(read);
  const keys = useMemo(() => papers.flatMap((paper) => rowKeys(paper, open.has(paper.key))), [papers, open]);
  const { current, onFocusIn } = useRovingRows(keys, list);
  return (
    <section
      ref={list}
      id={VIEW_PANEL}
      class={`inbox ${view}`}
      role="tabpanel"
      aria-labelledby={tabId(view)}
      tabIndex={-1}
      onFocusIn={onFocusIn}
      onContextMenu={showActions}
    >
      <ul class="matches" aria-labelledby={tabId(view)}>
        {papers.map((paper) => {
          const isOpen = open.has(paper.key);
          return (
            <PaperItem
              key={paper.key}
              paper={paper}
              current={current !== undefined && rowKeys(paper, isOpen).includes(current) ? current : undefined}
              isOpen={isOpen}
              mutes={mutes}
              watched={watched}
              namesLists={lists.length > 1}
              actions={actions}
            />
          );
        })}
      </ul>
      {children}
      <p class="copied" aria-live="polite">
        {isCopied && translate("copied")}
      </p>
    </section>
  );
}

/** A long press shows what can be done, as pointing does: what has the focus shows it. With a mouse this is the browser's own menu. */
function showActions(event: MouseEvent) {
  if ((event as Partial<PointerEvent>).pointerType !== "touch") return;
  const open = (event.target as Element).closest(".match-row")?.querySelector<HTMLElement>('[data-control="open"]');
  if (!open) return;
  event.preventDefault();
  open.focus();
}

/** The papers that are watched by their number, as a match names its own. */
function watchedPapers(lists: FilledWatchlist[]): Set<string> {
  const rows = lists.flatMap(({ watches }) => watches.filter(({ kind }) => kind === "paper"));
  return new Set(rows.map(({ text }) => ({ id: text, ...parsePaperEntry(text) }).id));
}
