import { useLayoutEffect, useRef } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { Icon } from "../../../icon.tsx";

/** Stands where a watch was, as high as it was, and brings it back. Takes the focus where the button had it. */
export function RemovedWatch({ watch, onRestore }: { watch: WatchRow; onRestore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const typed = formatWatch(watch);
  useLayoutEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <li class="removed" data-key={removedKey(watch)}>
      <div class="watch-row">
        <span class="watch-text" dir="auto">
          {translate("watch_removed", [typed])}
        </span>
        <button ref={button} type="button" class="plain" data-keeps-focus aria-label={translate("restore_watch", [typed])} onClick={onRestore}>
          <Icon name="undo" />
          {translate("undo")}
        </button>
      </div>
    </li>
  );
}

/** The key of the row that stands where that watch was. */
export function removedKey({ id }: WatchRow): string {
  return `removed ${id}`;
}
