import type { Health } from "../../lib/store/health/health.ts";
import { ListsRestored } from "../notifications/lists-restored.tsx";
import { NotificationsBlocked } from "../notifications/notifications-blocked.tsx";
import { TitleFormsTold } from "../notifications/title-forms-told.tsx";
import { CheckStatus } from "./status/check-status.tsx";
import { HealthLine } from "./status/health-line.tsx";
import type { CheckNow } from "./status/use-check-now.ts";
import { UndoToast } from "./undo/undo-toast.tsx";
import type { Undo } from "./undo/use-undo.ts";

interface PopupFootProps {
  /** Undefined until it is read; its place is kept. */
  health: Health | undefined;
  tick: number;
  check: CheckNow;
  undo: Undo;
  onUndo: () => void;
}

/** What stays in sight below the matches: how checking goes, and what can be undone. */
export function PopupFoot({ health, tick, check, undo, onUndo }: PopupFootProps) {
  return (
    <footer class="popup-foot" tabIndex={-1}>
      <UndoToast undo={undo} onUndo={onUndo} />
      <ListsRestored />
      <TitleFormsTold />
      <NotificationsBlocked />
      {health && <HealthLine tick={tick} health={health} />}
      {health && <CheckStatus health={health} check={check} />}
    </footer>
  );
}
