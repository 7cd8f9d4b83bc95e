import { useState } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";
import { sendMessage } from "../../lib/messages.ts";
import type { TestedNotification } from "../../lib/notify/test-notification.ts";
import { readSettings } from "../../lib/store/lists/settings-store.ts";
import { useAttempt } from "../attempts.tsx";
import { Icon } from "../icon.tsx";
import { NotificationSteps } from "./notification-steps.tsx";
import "./notification-test.css";
import { useLiveQuery } from "../hooks/use-live-query.ts";

/** The button that shows a notification, what became of it, and what to do where none appears. */
export function NotificationTest() {
  const attempt = useAttempt();
  const settings = useLiveQuery(readSettings);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<TestedNotification>();
  const test = async () => {
    if (busy) return;
    setBusy(true);
    setResult(undefined);
    await attempt(async () => setResult(await sendMessage("testNotification")));
    setBusy(false);
  };
  const isGood = result?.kind === "shown";
  return (
    <div class="notification-test">
      {/* A disabled button would drop the focus. */}
      <button type="button" aria-disabled={busy} onClick={() => void test()}>
        <Icon name="bell" />
        {translate("test_notification")}
      </button>
      <p role="status" class={isGood ? "good" : ""}>
        {result && (
          <>
            <Icon name={isGood || result.kind === "handed-over" ? "check" : "warning"} />
            <span>
              {resultText(result)} {settings?.notifications === false && translate("test_while_off")}
            </span>
          </>
        )}
      </p>
      {import.meta.env.FIREFOX && <p class="help">{translate("sound_of_system")}</p>}
      {/* Drawn anew with each result, so that one who closes it is not overruled while nothing has changed. */}
      <details key={result?.kind} open={result?.kind === "blocked" || result?.kind === "failed"}>
        <summary>{translate("no_notification_seen")}</summary>
        <NotificationSteps />
      </details>
    </div>
  );
}

function resultText(result: TestedNotification): string {
  switch (result.kind) {
    case "shown":
      return translate("test_shown");
    case "handed-over":
      return translate("test_handed_over");
    case "blocked":
      return translate("test_blocked");
    case "failed":
      return translate("test_failed", [result.message]);
  }
}
