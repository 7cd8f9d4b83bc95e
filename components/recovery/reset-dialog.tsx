import { useState } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";
import { sendMessage } from "../../lib/messages.ts";
import { NothingToKeep, resetDatabase } from "../../lib/store/backup/rescue.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";

/** Asks before the data is thrown away, and keeps the watchlists unless told otherwise. */
export function ResetDialog({ onClose }: { onClose: () => void }) {
  const [keepWatchlists, setKeepWatchlists] = useState(true);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const reset = async () => {
    setProblem(undefined);
    setBusy(true);
    try {
      await resetDatabase({ keepWatchlists });
      // The alarm may be half an hour away. That no check begins now does not make the reset a failure.
      await sendMessage("checkNow").catch((error) => console.warn("PaperScout:", error));
      location.reload();
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof NothingToKeep ? translate("reset_nothing_to_keep") : translate("reset_failed", [messageOf(error)]));
    }
  };
  return (
    <ConfirmDialog title={translate("reset_title")} confirm={translate("reset_confirm")} onConfirm={() => void reset()} onCancel={onClose} isBusy={isBusy}>
      <p>{translate("reset_text")}</p>
      <label class="check">
        <input type="checkbox" checked={keepWatchlists} onChange={(event) => setKeepWatchlists(event.currentTarget.checked)} />
        {translate("keep_watchlists")}
      </label>
      <p class={isBusy ? "" : "visually-hidden"} role="status">
        {isBusy && translate("reset_under_way")}
      </p>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </ConfirmDialog>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
