import { useEffect, useId, useRef } from "preact/hooks";
import { type MessageKey, translate } from "../../lib/language/translate.ts";
import "./keys-dialog.css";

/** What is done, and the keys that do it, as a keyboard names them. */
export type KeyOf = readonly [MessageKey, ...string[]];

interface KeysListDialogProps {
  keys: readonly KeyOf[];
  onClose: () => void;
}

/** Says what the keys of a page do. Rendered while it is open; the browser gives the focus back when it is closed. */
export function KeysListDialog({ keys, onClose }: KeysListDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{translate("keys")}</h2>
      <dl>
        {keys.map(([key, ...names]) => (
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
