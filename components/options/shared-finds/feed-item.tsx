import { translate } from "../../../lib/language/translate.ts";
import type { SubscribedFeed } from "../../../lib/store/feeds/read-feeds.ts";
import { feedName, feedTexts } from "./feed-text.ts";

/** One feed: whose it is, when it last spoke, what it brought, what is wrong with it. */
export function FeedItem({ feed, onRemove }: { feed: SubscribedFeed; onRemove: () => void }) {
  const name = feedName(feed);
  return (
    <li data-key={feed.address}>
      <b>
        <bdi>{name}</bdi>
      </b>{" "}
      <button type="button" class="plain" data-keeps-focus aria-label={translate("shared_remove_of", [name])} onClick={onRemove}>
        {translate("shared_remove")}
      </button>
      <p class="help">
        <bdi>{feed.folder}</bdi>
      </p>
      <p class="help">{feedTexts(feed, Date.now(), translate).join(" ")}</p>
    </li>
  );
}
