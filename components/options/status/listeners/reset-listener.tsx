import { useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import { useAttempt } from "../../../attempts.tsx";
import { ConfirmDialog } from "../../../confirm-dialog.tsx";

/** The button that lets a listener hear everything again, once the person knows what that does. */
export function ResetListener({ name, title, leaving }: { name: string; title: string; leaving: () => void }) {
  const attempt = useAttempt();
  const [asking, setAsking] = useState(false);
  const reset = () => {
    setAsking(false);
    leaving();
    void attempt(() => sendMessage("resetListener", { name }));
  };
  return (
    <>
      <button type="button" class="plain" aria-label={translate("read_again_of", [title])} onClick={() => setAsking(true)}>
        {translate("read_again")}
      </button>
      {asking && (
        <ConfirmDialog title={translate("read_again_title")} confirm={translate("read_again")} onCancel={() => setAsking(false)} onConfirm={reset}>
          <p>{translate("read_again_text", [title])}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
