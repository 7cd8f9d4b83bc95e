import { translate } from "../../../lib/language/translate.ts";
import { Icon } from "../../icon.tsx";
import type { Undo } from "./use-undo.ts";

interface UndoToastProps {
  undo: Pick<Undo, "text" | "hold">;
  onUndo: () => void;
}

/** Says what was done and takes it back. It takes no focus; while one points at it or has the focus in it, it stays. */
export function UndoToast({ undo: { text, hold }, onUndo }: UndoToastProps) {
  return (
    <div class="toast-place" aria-live="polite">
      {text !== undefined && (
        <div class="toast" onPointerEnter={() => hold(true)} onPointerLeave={() => hold(false)} onFocusIn={() => hold(true)} onFocusOut={() => hold(false)}>
          <p dir="auto">{text}</p>
          <button type="button" onClick={onUndo}>
            <Icon name="undo" />
            {translate("undo")}
          </button>
        </div>
      )}
    </div>
  );
}
