import { browser } from "wxt/browser";
import { translate } from "../../../lib/language/translate.ts";
import type { MatchList } from "../../../lib/store/matches/matches.ts";
import { Icon } from "../../icon.tsx";
import { formatNumber } from "../../text/format-number.ts";

interface EmptyInboxProps {
  list: MatchList;
  watches: number;
  /** In the index; undefined before the first check. */
  papers: number | undefined;
}

/** Why there is nothing to see, and what to do about it if anything. */
export function EmptyInbox({ list: { view, counts }, watches, papers }: EmptyInboxProps) {
  if (view === "starred")
    return (
      <div class="empty">
        <p class="empty-name">{translate("no_stars")}</p>
        <p>{translate("no_stars_help")}</p>
      </div>
    );
  if (watches === 0)
    return (
      <div class="empty">
        <p class="empty-name">{translate("nothing_watched")}</p>
        <p>{translate("nothing_watched_help")}</p>
        <button type="button" class="primary" onClick={() => void browser.runtime.openOptionsPage()}>
          <Icon name="add" />
          {translate("add_a_watch")}
        </button>
      </div>
    );
  return (
    <div class="empty">
      <p class="empty-name">{translate(counts.all > 0 ? "all_read" : "no_matches")}</p>
      <p>{papers === undefined ? translate("watching_soon") : translate("watching", watches, [formatNumber(watches), formatNumber(papers)])}</p>
    </div>
  );
}
