import { browser } from "wxt/browser";
import { translate } from "../../lib/translate.ts";
import { formatNumber } from "../format-number.ts";
import { Icon } from "../icon.tsx";

interface EmptyInboxProps {
  watches: number;
  /** Undefined before the first check. */
  papers: number | undefined;
  someRead: boolean;
}

/** Why there is nothing to read, and what to do about it if anything. */
export function EmptyInbox({ watches, papers, someRead }: EmptyInboxProps) {
  if (watches === 0)
    return (
      <div class="empty">
        <h2>{translate("nothing_watched")}</h2>
        <p>{translate("nothing_watched_help")}</p>
        <button type="button" class="primary" onClick={() => void browser.runtime.openOptionsPage()}>
          <Icon name="add" />
          {translate("add_a_watch")}
        </button>
      </div>
    );
  return (
    <div class="empty">
      <h2>{translate(someRead ? "all_read" : "no_matches")}</h2>
      <p>{papers === undefined ? translate("watching_soon") : translate("watching", watches, [formatNumber(watches), formatNumber(papers)])}</p>
    </div>
  );
}
