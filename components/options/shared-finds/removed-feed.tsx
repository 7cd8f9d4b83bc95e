import { useLayoutEffect, useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { SubscribedFeed } from "../../../lib/store/feeds/read-feeds.ts";
import { Icon } from "../../icon.tsx";
import { feedName } from "./feed-text.ts";

/** Stands for a feed that was just removed, with the way back. Takes the focus where its button had it. */
export function RemovedFeed({ feed, onRestore }: { feed: SubscribedFeed; onRestore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <li class="removed" data-key={removedKey(feed)}>
      <bdi>{translate("shared_removed", [feedName(feed)])}</bdi>{" "}
      <button ref={button} type="button" class="plain" data-keeps-focus onClick={onRestore}>
        <Icon name="undo" />
        {translate("undo")}
      </button>
    </li>
  );
}

/** The key of the row that stands where that feed was. */
export function removedKey({ address }: SubscribedFeed): string {
  return `removed ${address}`;
}
