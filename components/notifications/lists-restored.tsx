import { translate } from "../../lib/language/translate.ts";
import { sendMessage } from "../../lib/messages.ts";
import { readLists } from "../../lib/store/backup/lists-state.ts";
import { useAttempt } from "../attempts.tsx";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { LeavingButton } from "../leaving-button.tsx";
import { translateCount } from "../text/format-number.ts";
import { Notice } from "./notice.tsx";

/** Says that the lists come from their copy, since the browser had lost the database, until the person has read it. */
export function ListsRestored() {
  const attempt = useAttempt();
  const restored = useLiveQuery(readLists)?.restored;
  return (
    <Notice>
      {restored && (
        <>
          {translateCount("lists_restored", restored.watches)}
          <LeavingButton
            heirOf={(button) => button.closest("footer") ?? document.querySelector("main h1")}
            onClick={() => void attempt(() => sendMessage("restoreSeen"))}
          >
            {translate("lists_restored_seen")}
          </LeavingButton>
        </>
      )}
    </Notice>
  );
}
