import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { translate } from "../lib/language/translate.ts";

interface ConfirmDialogProps {
  title: string;
  /** Of the button that does it. */
  confirm: string;
  onConfirm: () => void;
  /** Cancelled by button or Escape. */
  onCancel: () => void;
  /** It is being done: till it has ended it can neither be asked for again nor cancelled. */
  isBusy?: boolean;
  children: ComponentChildren;
}

/** Asks before something is lost. Rendered while it is open; the focus returns to where it was. */
export function ConfirmDialog({ title, confirm, onConfirm, onCancel, isBusy = false, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const unlessBusy = (act: () => void) => () => {
    if (!isBusy) act();
  };
  // Where the key comes a second time the browser closes without asking, so it is held back before that.
  const holdBack = (event: Event) => isBusy && event.preventDefault();
  const press = (event: KeyboardEvent) => event.key === "Escape" && holdBack(event);
  const cancel = (event: Event) => (isBusy ? holdBack(event) : onCancel());
  return (
    <dialog ref={dialog} aria-labelledby={heading} onKeyDown={press} onCancel={cancel}>
      <h2 id={heading}>{title}</h2>
      {children}
      <div class="actions">
        <button type="button" aria-disabled={isBusy} onClick={unlessBusy(onCancel)}>
          {translate("cancel")}
        </button>
        <button type="button" class="danger" aria-disabled={isBusy} onClick={unlessBusy(onConfirm)}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
