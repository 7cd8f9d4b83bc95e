import { translate } from "../../lib/language/translate.ts";
import { sendMessage } from "../../lib/messages.ts";
import { readLists } from "../../lib/store/backup/lists-state.ts";
import { useAttempt } from "../attempts.tsx";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { LeavingButton } from "../leaving-button.tsx";
import { Notice } from "./notice.tsx";

/** Tells who watched words of titles before they found their other forms that they do now, until the person has read it. */
export function TitleFormsTold() {
  const attempt = useAttempt();
  const isUntold = useLiveQuery(readLists)?.titleForms === "untold";
  return (
    <Notice isGood>
      {isUntold && (
        <>
          {translate("title_forms_new")}
          <LeavingButton
            heirOf={(button) => button.closest("footer") ?? document.querySelector("main h1")}
            onClick={() => void attempt(() => sendMessage("titleFormsSeen"))}
          >
            {translate("title_forms_seen")}
          </LeavingButton>
        </>
      )}
    </Notice>
  );
}
