import { translate } from "../../lib/language/translate.ts";
import { sendMessage } from "../../lib/messages.ts";
import { readLists } from "../../lib/store/backup/lists-state.ts";
import { useAttempt } from "../attempts.tsx";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { Icon } from "../icon.tsx";
import { translateCount } from "../text/format-number.ts";
import "./notice.css";

/** Says that the lists come from their copy, since the browser had lost the database, until the person has read it. */
export function ListsRestored() {
  const attempt = useAttempt();
  const restored = useLiveQuery(readLists)?.restored;
  return (
    <div aria-live="polite" class="notice">
      {restored && (
        <p>
          <Icon name="warning" />
          <span>
            {translateCount("lists_restored", restored.watches)}{" "}
            <button type="button" onClick={() => void attempt(() => sendMessage("restoreSeen"))}>
              {translate("lists_restored_seen")}
            </button>
          </span>
        </p>
      )}
    </div>
  );
}
