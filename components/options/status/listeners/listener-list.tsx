import { useRef } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import type { HeardCursor } from "../../../../lib/store/health/read-work.ts";
import { useKeptFocus } from "../../../hooks/use-kept-focus.ts";
import { ListenerItem } from "./listener-item.tsx";
import { listenerName } from "./listener-text.ts";

/** Who hears of what is logged. One that looks back goes when it is done. */
export function ListenerList({ cursors, watches }: { cursors: HeardCursor[]; watches: WatchRow[] }) {
  const title = useRef<HTMLHeadingElement>(null);
  const { list, leaving } = useKeptFocus<HTMLUListElement>(
    cursors.map(({ name }) => name),
    () => title.current,
  );
  return (
    <>
      <h3 ref={title} tabIndex={-1}>
        {translate("listeners")}
      </h3>
      <p class="help">{translate("listeners_help")}</p>
      {cursors.length === 0 && <p class="empty">{translate("no_listeners")}</p>}
      <ul ref={list} aria-label={translate("listeners")}>
        {cursors.map((cursor) => (
          <ListenerItem key={cursor.name} cursor={cursor} title={listenerName(cursor.name, watches, translate)} leaving={() => leaving(cursor.name)} />
        ))}
      </ul>
    </>
  );
}
