import { useEffect, useId, useRef } from "preact/hooks";
import { type MessageKey, translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { useAttempt } from "../../attempts.tsx";

/** The keys of each command, as a keyboard names them. */
const KEYS: readonly [MessageKey, ...string[]][] = [
  ["key_move", "↓", "↑", "j", "k"],
  ["key_open", "Enter"],
  ["key_revisions", "→", "←"],
  ["key_read", "e", "r"],
  ["key_star", "s"],
  ["key_mute", "m"],
  ["key_watch", "w"],
  ["key_copy", "c"],
  ["key_about", "a"],
  ["key_undo", "u"],
  ["key_views", "1", "2", "3"],
  ["check_now", "n"],
  ["key_search", "/"],
  ["key_help", "?"],
  ["key_leave", "Esc"],
];

interface KeysDialogProps {
  letterKeys: boolean;
  onClose: () => void;
}

/** Says what the keys do, and switches those of one letter off and on. Rendered while it is open; the browser gives the focus back when it is closed. */
export function KeysDialog({ letterKeys, onClose }: KeysDialogProps) {
  const attempt = useAttempt();
  const dialog = useRef<HTMLDialogElement>(null);
  const [heading, help] = [useId(), useId()];
  useEffect(() => dialog.current?.showModal(), []);
  const switchLetters = (value: boolean) => void attempt(() => sendMessage("setSetting", { name: "letterKeys", value }));
  return (
    <dialog ref={dialog} class="keys" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{translate("keys")}</h2>
      <dl>
        {KEYS.map(([key, ...names]) => (
          <div key={key} class={letterKeys || names.some((name) => name.length > 1 || /[↑↓→←]/.test(name)) ? undefined : "off"}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{translate(key)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={letterKeys} aria-describedby={help} onChange={(event) => switchLetters(event.currentTarget.checked)} />
        {translate("setting_letterKeys")}
      </label>
      <p id={help} class="help">
        {translate("setting_letterKeys_help")}
      </p>
      <div class="actions">
        <button type="button" onClick={() => dialog.current?.close()}>
          {translate("close")}
        </button>
      </div>
    </dialog>
  );
}
