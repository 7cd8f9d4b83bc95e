import { translate } from "../../../lib/language/translate.ts";
import type { MatchFilter } from "../../../lib/store/matches/match-filter.ts";
import { type MatchView, readAskers } from "../../../lib/store/matches/matches.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { Icon } from "../../icon.tsx";
import { formatNumber, translateCount } from "../../text/format-number.ts";
import { filterText } from "./filter-text.ts";

interface FilterListProps {
  view: MatchView;
  namesLists: boolean;
  filter: MatchFilter | undefined;
  onFilter: (filter: MatchFilter | undefined, text: string) => void;
  /** Absent where nothing in the view is unread. */
  onRead?: ((ids: string[]) => void) | undefined;
}

/** Who asked for the matches of a view, each with how many they are: to be seen alone, or marked read at once. */
export function FilterList({ view, namesLists, filter, onFilter, onRead }: FilterListProps) {
  const askers = useLiveQuery((db) => readAskers(db, view), [view]);
  const chosen = JSON.stringify(filter);
  if (!askers) return null;
  return (
    <ul>
      <li>
        <button type="button" class="asker" aria-pressed={!filter} onClick={() => onFilter(undefined, "")}>
          {translate("every_watch")}
        </button>
      </li>
      {askers
        .filter((asker) => asker.filter.watch || namesLists)
        .map((asker) => {
          const key = JSON.stringify(asker.filter);
          const text = filterText(asker.filter, asker.listName, translate);
          return (
            <li key={key} class={asker.filter.watch && namesLists ? "of-list" : undefined}>
              <button type="button" class="asker" aria-pressed={key === chosen} onClick={() => onFilter(asker.filter, text)}>
                <span dir="auto">{text}</span>{" "}
                <span class="count" aria-hidden="true">
                  {formatNumber(asker.ids.length)}
                </span>
                <span class="visually-hidden">, {translateCount("view_count", asker.ids.length)}</span>
              </button>
              {onRead && (
                <button type="button" class="plain icon-only" onClick={() => onRead(asker.ids)}>
                  <Icon name="checks" />
                  <span class="tip below">{translate("mark_read_of", [text])}</span>
                </button>
              )}
            </li>
          );
        })}
    </ul>
  );
}
