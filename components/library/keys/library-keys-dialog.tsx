import { useEffect, useId, useRef } from "preact/hooks";
import { type MessageKey, translate } from "../../../lib/language/translate.ts";
import "../../popup/keys/keys-dialog.css";

/** The keys of each command, as a keyboard names them. */
const KEYS: readonly [MessageKey, ...string[]][] = [
  ["key_move", "j", "k"],
  ["key_open", "Enter"],
  ["key_read", "e", "r"],
  ["key_star", "s"],
  ["key_later", "l"],
  ["key_watch", "w"],
  ["key_search", "/"],
  ["key_help", "?"],
];

/** Says what the keys do. Rendered while it is open; the browser gives the focus back when it is closed. */
export function LibraryKeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{translate("keys")}</h2>
      <dl>
        {KEYS.map(([key, ...names]) => (
          <div key={key}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{translate(key)}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button type="button" onClick={() => dialog.current?.close()}>
          {translate("close")}
        </button>
      </div>
    </dialog>
  );
}
