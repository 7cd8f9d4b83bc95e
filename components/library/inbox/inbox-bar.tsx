import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { InboxPaper } from "../../../lib/library/inbox/group-matches.ts";
import { GROUPINGS, type Grouping, INBOX_VIEWS, type InboxView } from "../../../lib/library/inbox/inbox-view.ts";
import { formatRoute } from "../../../lib/library/route.ts";
import { useHeir } from "../../hooks/use-heir.ts";
import { formatNumber, translateCount } from "../../text/format-number.ts";
import { goTo } from "../use-route.ts";
import type { InboxDeeds } from "./use-inbox-deeds.ts";

interface InboxBarProps {
  view: InboxView;
  by: Grouping;
  counts: Record<InboxView, number>;
  /** How many papers there are in the list. */
  all: number;
  chosen: InboxPaper[];
  onSelectAll: (isSelected: boolean) => void;
  deeds: InboxDeeds;
}

/** Which matches, how they are grouped, and what is done with those that were selected. */
export function InboxBar({ view, by, counts, all, chosen, onSelectAll, deeds }: InboxBarProps) {
  const group = useId();
  return (
    <div class="inbox-bar">
      <nav class="views" aria-label={translate("inbox_views")}>
        {INBOX_VIEWS.map((one) => (
          <a key={one} href={formatRoute({ page: "inbox", view: one, by })} aria-current={one === view ? "page" : undefined}>
            {translate(`view_${one}`)} <span class="count">{formatNumber(counts[one])}</span>
          </a>
        ))}
      </nav>
      <div class="group-by">
        <label for={group}>{translate("inbox_by")}</label>
        <select
          id={group}
          value={by}
          onChange={(event) => goTo({ page: "inbox", view, by: GROUPINGS.find((one) => one === event.currentTarget.value) ?? "paper" }, "push")}
        >
          {GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {translate(`inbox_by_${one}`)}
            </option>
          ))}
        </select>
      </div>
      {all > 0 && <Selection view={view} all={all} chosen={chosen} onSelectAll={onSelectAll} deeds={deeds} />}
    </div>
  );
}

/** All at once, or those that were selected. Where all of them leave, it goes with them. */
function Selection({ view, all, chosen, onSelectAll, deeds }: Pick<InboxBarProps, "view" | "all" | "chosen" | "onSelectAll" | "deeds">) {
  const selection = useHeir<HTMLFieldSetElement>(() => document.querySelector(".found-count"));
  const isAll = all > 0 && chosen.length >= all;
  const isNone = chosen.length === 0;
  const done = (deed: () => void) => () => {
    if (isNone) return;
    deed();
    onSelectAll(false);
  };
  return (
    <fieldset ref={selection} class="selection" aria-label={translate("inbox_selection")}>
      <label class="check">
        <input type="checkbox" checked={isAll} indeterminate={!isAll && !isNone} onChange={(event) => onSelectAll(event.currentTarget.checked)} />
        {isNone ? translate("inbox_select_all") : translateCount("inbox_selected", chosen.length)}
      </label>
      {view === "unread" ? (
        <button type="button" aria-disabled={isNone} onClick={done(() => deeds.read(chosen))}>
          {translate("inbox_read")}
        </button>
      ) : (
        <button type="button" aria-disabled={isNone} onClick={done(() => deeds.unread(chosen))}>
          {translate("inbox_unread")}
        </button>
      )}
      <button type="button" aria-disabled={isNone} onClick={done(() => deeds.star(chosen, view !== "starred"))}>
        {translate(view === "starred" ? "inbox_unstar" : "inbox_star")}
      </button>
      <button type="button" aria-disabled={isNone} onClick={done(() => deeds.putOff(chosen, view !== "later"))}>
        {translate(view === "later" ? "inbox_not_later" : "inbox_later")}
      </button>
    </fieldset>
  );
}
