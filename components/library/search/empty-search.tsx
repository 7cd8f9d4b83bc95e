import { translate } from "../../../lib/language/translate.ts";
import { activeFilters } from "../../../lib/library/filter-series.ts";
import type { FilterName, Filters } from "../../../lib/library/filters.ts";
import { translateCount } from "../../text/format-number.ts";
import { filterText } from "./filter-text.ts";
import type { Found } from "./use-found.ts";

interface EmptySearchProps {
  found: Found;
  text: string;
  filters: Filters;
  onDrop: (name: FilterName) => void;
}

/** Why nothing was found, and which filter is in the way. */
export function EmptySearch({ found, text, filters, onDrop }: EmptySearchProps) {
  if (found.of === 0) return <p class="empty-search">{text === "" ? translate("search_no_papers") : translate("search_no_hits", [text])}</p>;
  const names = activeFilters(filters);
  const active = names.map((name) => filterText(name, filters, translate)).join(" · ");
  return (
    <div class="empty-search">
      <p dir="auto">{translate("search_all_filtered", [active])}</p>
      {found.reasons.length > 0 ? (
        <ul>
          {found.reasons.map(({ without, count }) => (
            <li key={without}>
              <button type="button" onClick={() => onDrop(without)}>
                <span dir="auto">{translate("search_without", [filterText(without, filters, translate), translateCount("papers_count", count)])}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p>{translate(names.length > 1 ? "search_several_filters" : "search_one_filter")}</p>
      )}
    </div>
  );
}
