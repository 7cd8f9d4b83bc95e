import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { MATCH_VIEWS, type MatchView } from "../../../lib/store/matches/matches.ts";
import { formatNumber, translateCount } from "../../text/format-number.ts";

export const VIEW_PANEL = "matches";

export function tabId(view: MatchView): string {
  return `view-${view}`;
}

interface ViewTabsProps {
  view: MatchView;
  /** Undefined until they are known; their place is kept. */
  counts: Record<MatchView, number> | undefined;
  onView: (view: MatchView) => void;
  /** What stands beside the tabs and acts on what they show. */
  children?: ComponentChildren;
}

/** Unread, starred or all. The arrows choose, Tab goes on to the matches. */
export function ViewTabs({ view, counts, onView, children }: ViewTabsProps) {
  const tabs = useRef<HTMLDivElement>(null);
  const choose = (event: KeyboardEvent) => {
    const next = viewFor(event.key, view, getComputedStyle(document.documentElement).direction === "rtl");
    if (!next) return;
    event.preventDefault();
    onView(next);
    tabs.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  };
  return (
    <div class="views">
      <div ref={tabs} role="tablist" aria-label={translate("matches")} onKeyDown={choose}>
        {MATCH_VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={tabId(one)}
            class="view"
            aria-selected={one === view}
            aria-controls={VIEW_PANEL}
            tabIndex={one === view ? 0 : -1}
            onClick={() => onView(one)}
          >
            {translate(`view_${one}`)}
            {one === "unread" && (
              <span class="count" aria-hidden="true">
                {counts && formatNumber(counts[one])}
              </span>
            )}
            {counts && <span class="visually-hidden"> {translateCount("view_count", counts[one])}</span>}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}

function viewFor(key: string, view: MatchView, isRightToLeft: boolean): MatchView | undefined {
  const place = MATCH_VIEWS.indexOf(view);
  const last = MATCH_VIEWS.length - 1;
  switch (key) {
    case "Home":
      return MATCH_VIEWS[0];
    case "End":
      return MATCH_VIEWS[last];
    case "ArrowRight":
    case "ArrowLeft":
      return MATCH_VIEWS.at((place + ((key === "ArrowRight") === isRightToLeft ? -1 : 1)) % MATCH_VIEWS.length);
    default:
      return undefined;
  }
}
