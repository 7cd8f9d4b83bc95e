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
  children: ComponentChildren;
}

/** Asks before something is lost. Rendered while it is open; the focus returns to where it was. */
export function ConfirmDialog({ title, confirm, onConfirm, onCancel, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={heading} onCancel={onCancel}>
      <h2 id={heading}>{title}</h2>
      {children}
      <div class="actions">
        <button type="button" onClick={onCancel}>
          {translate("cancel")}
        </button>
        <button type="button" class="danger" onClick={onConfirm}>
          {confirm}
        </button>
      </div>
    </dialog>
  );
}
