import { useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { useAttempt } from "../../attempts.tsx";

interface CommandButtonProps {
  /** What is seen. */
  text: string;
  /** What is heard: it begins with what is seen and says of what. */
  label: string;
  /** Sends the message; its answer is false where there was nothing to do any more. */
  command: () => Promise<boolean | number>;
  /** Called before that. */
  onCommand?: () => void;
}

/** A button that commands the background and is off while its own message is under way. It keeps the focus all the time. */
export function CommandButton({ text, label, command, onCommand }: CommandButtonProps) {
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (busy) return;
    setBusy(true);
    onCommand?.();
    await attempt(async () => {
      if ((await command()) === false) throw new Error(translate("changed_meanwhile"));
    });
    setBusy(false);
  };
  return (
    // A disabled button would drop the focus.
    <button type="button" class="plain" data-keeps-focus aria-disabled={busy} aria-label={label} onClick={() => void send()}>
      {text}
    </button>
  );
}
