import type { Translate } from "../../../lib/language/translate.ts";
import type { Changes } from "../../../lib/library/paper/changes.ts";
import { formatList } from "../../text/format-list.ts";
import { formatNumber } from "../../text/format-number.ts";

/** What changed since another document, in sentences; `since` is its id. */
export function changeText(since: string, changes: Changes, translate: Translate): string {
  const { days, titleAdded, titleRemoved, joined, left, audienceAdded, audienceRemoved } = changes;
  const sentences = [
    listed("change_title_added", titleAdded.map(quoted)),
    listed("change_title_removed", titleRemoved.map(quoted)),
    listed("change_joined", joined),
    listed("change_left", left),
    listed("change_audience_added", audienceAdded),
    listed("change_audience_removed", audienceRemoved),
  ].filter((sentence) => sentence !== "");
  const when = days ? translate("change_days", days, [formatNumber(days), since]) : translate(days === 0 ? "change_same_day" : "change_since", [since]);
  return [when, ...(sentences.length > 0 ? sentences : [translate("change_none")])].join(" ");

  function listed(key: Parameters<Translate>[0] & `change_${string}`, items: string[]): string {
    return items.length === 0 ? "" : translate(key, [formatList(items)]);
  }

  function quoted(word: string): string {
    return translate("change_word", [word]);
  }
}
