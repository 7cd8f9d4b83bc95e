import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import type { MatchedPaper, MatchList } from "../../../lib/store/matches/matches.ts";
import { parsePaperEntry } from "../../../lib/watch/syntax/parse-paper-entry.ts";
import { useWindowedRows } from "../../windowed/use-windowed-rows.ts";
import type { RowRange } from "../../windowed/window-range.ts";
import { useSamePapers } from "../inbox/use-same-papers.ts";
import { tabId, VIEW_PANEL } from "../inbox/view-tabs.tsx";
import { useRovingRows } from "../keys/use-roving-rows.ts";
import type { Undo } from "../undo/use-undo.ts";
import { useMatchActions } from "./match-actions.ts";
import { PaperItem, rowKeys } from "./paper-item.tsx";
import { useCopied } from "./use-copied.ts";

/** How high a row is, pixels. */
const SIZES = { least: 50, usual: 65 };

interface MatchPanelProps {
  list: MatchList;
  /** Those of the list that are drawn, as far as they are read. */
  read: MatchedPaper[];
  panel: RefObject<HTMLElement | null>;
  onDrawn?: ((ranges: RowRange[]) => void) | undefined;
  mutes: ReadonlySet<string>;
  lists: FilledWatchlist[];
  act: Undo["act"];
  /** What stands there without a match. */
  children: ComponentChildren;
}

/** The papers of a view, with one stop of Tab for all of them; only those that are seen, those around them and those beside the current one are in the document. */
export function MatchPanel({ list: { view, papers }, read, panel, onDrawn, mutes, lists, act, children }: MatchPanelProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [about, setAbout] = useState<ReadonlySet<string>>(new Set());
  const { isCopied, copied } = useCopied();
  const toggleRevisions = (key: string) => setOpen((open) => open.symmetricDifference(new Set([key])));
  const toggleAbout = (key: string) => setAbout((about) => about.symmetricDifference(new Set([key])));
  const actions = useMatchActions(view, { list: panel, lists, act, copied, toggleRevisions, toggleAbout });
  const watched = useMemo(() => watchedPapers(lists), [lists]);
  const matched = useSamePapers(read);
  const [keys, rows] = useMemo(() => [papers.map(({ key }) => key), papers.flatMap((paper) => rowKeys(paper, open.has(paper.key)))], [papers, open]);
  const { current, onFocusIn } = useRovingRows(rows, panel);
  const place = papers.findIndex((paper) => current !== undefined && rowKeys(paper, open.has(paper.key)).includes(current));
  const rowsOf = useRef<HTMLUListElement>(null);
  const { pieces, ranges, usual } = useWindowedRows(rowsOf, keys, { from: place - 1, to: place + 2 }, SIZES);
  const drawn = JSON.stringify(ranges);
  useLayoutEffect(() => onDrawn?.(ranges), [drawn]);
  return (
    <section
      ref={panel}
      id={VIEW_PANEL}
      class={`inbox ${view}`}
      role="tabpanel"
      aria-labelledby={tabId(view)}
      tabIndex={-1}
      onFocusIn={onFocusIn}
      onContextMenu={showActions}
    >
      <ul ref={rowsOf} class="matches" aria-labelledby={tabId(view)}>
        {pieces.map((piece, order) => {
          if ("gap" in piece) return <li key={`gap ${order === 0}`} class="match-gap" aria-hidden="true" style={{ blockSize: `${piece.gap}px` }} />;
          const key = keys[piece.row] ?? "";
          const paper = matched.get(key);
          const position = { "aria-setsize": keys.length, "aria-posinset": piece.row + 1 };
          if (!paper) return <li key={key} class="match-gap" data-key={key} {...position} style={{ blockSize: `${usual}px` }} />;
          return (
            <li key={key} class="match" data-item={key} {...position}>
              <PaperItem
                paper={paper}
                current={piece.row === place ? current : undefined}
                isOpen={open.has(key)}
                about={about}
                mutes={mutes}
                watched={watched}
                namesLists={lists.length > 1}
                actions={actions}
              />
            </li>
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
