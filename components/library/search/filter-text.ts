import type { Translate } from "../../../lib/language/translate.ts";
import type { FilterName, Filters } from "../../../lib/library/filters.ts";

/** A filter with its value in words: "audience LEWG", "year 2026", "only watched". */
export function filterText(name: FilterName, filters: Filters, translate: Translate): string {
  switch (name) {
    case "kind":
      return translate(`filter_kind_${filters.kind ?? "paper"}`);
    case "watched":
      return translate("filter_watched");
    case "unread":
      return translate("filter_unread");
    default:
      return translate("filter_with_value", [translate(`filter_${name}`), String(filters[name] ?? "")]);
  }
}
