import { useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { readProbing } from "../../../lib/store/drafts/probing-cycle.ts";
import { type SubscribedFeed, sharingAs, subscribedFeeds } from "../../../lib/store/feeds/read-feeds.ts";
import type { Settings } from "../../../lib/terms/settings.ts";
import { useAttempt } from "../../attempts.tsx";
import { useKeptFocus } from "../../hooks/use-kept-focus.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { useSay } from "../../said.tsx";
import { AddFeed } from "./add-feed.tsx";
import { costTexts } from "./cost-texts.ts";
import { FeedItem } from "./feed-item.tsx";
import { feedName } from "./feed-text.ts";
import { RemovedFeed, removedKey } from "./removed-feed.tsx";

/** The feeds that tell of drafts: which are subscribed, what became of each, and a field for another. */
export function SharedFinds({ settings, tick }: { settings: Settings; tick: number }) {
  const attempt = useAttempt();
  const say = useSay();
  const known = useLiveQuery(async (db) => ({ rows: await db.feeds.toArray(), today: (await readProbing(db))?.today }), [tick]);
  const [removed, setRemoved] = useState<SubscribedFeed[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const rows = known?.rows ?? [];
  const feeds = subscribedFeeds(settings, rows);
  const sharing = sharingAs(settings, rows, Date.now());
  const { list, leaving } = useKeptFocus<HTMLUListElement>([...feeds.map(({ address }) => address), ...removed.map(removedKey)], () => heading.current);
  const save = (addresses: string[]) => sendMessage("setSetting", { name: "feeds", value: addresses.join(" ") });
  const remove = (feed: SubscribedFeed) =>
    attempt(async () => {
      await save(feeds.filter(({ address }) => address !== feed.address).map(({ address }) => address));
      setRemoved((before) => [...before, feed]);
      say(translate("shared_removed", [feedName(feed)]));
    });
  /** With other keys it takes the place of the one that is there. */
  const add = ({ address, folder }: Pick<SubscribedFeed, "address" | "folder">) =>
    attempt(async () => {
      await save([...feeds.filter((feed) => feed.folder !== folder).map((feed) => feed.address), address]);
      setRemoved((before) => before.filter((feed) => feed.folder !== folder));
      say(translate("shared_added"));
    });
  const restore = (feed: SubscribedFeed) => {
    leaving(removedKey(feed), feed.address);
    void add(feed);
  };
  if (!known) return null;
  return (
    <section class="setting-group shared-finds" aria-labelledby="shared-finds">
      <h2 ref={heading} id="shared-finds" tabIndex={-1}>
        {translate("shared_heading")}
      </h2>
      <p class="help">{translate("shared_help")}</p>
      <p class="help">{costTexts({ settings, sharing, feeds, today: known.today }, Date.now(), translate).join(" ")}</p>
      {feeds.length === 0 && <p class="empty">{translate("shared_none")}</p>}
      {feeds.length + removed.length > 0 && (
        <ul ref={list} class="probes" aria-labelledby="shared-finds">
          {feeds.map((feed) => (
            <FeedItem key={feed.address} feed={feed} onRemove={() => void remove(feed)} />
          ))}
          {removed.map((feed) => (
            <RemovedFeed key={feed.address} feed={feed} onRestore={() => restore(feed)} />
          ))}
        </ul>
      )}
      <AddFeed subscribed={feeds} onAdd={(feed) => void add(feed)} />
    </section>
  );
}
