import { translate } from "../../../lib/language/translate.ts";
import { formatNumber } from "../../text/format-number.ts";

interface ChangeStepsProps {
  /** 0 before the first. */
  current: number;
  total: number;
  onNext: () => void;
  onPrevious: () => void;
  /** Whether letters do it, too. */
  hasKeys: boolean;
}

/** To the next change and the one before, and which it is, which is said. */
export function ChangeSteps({ current, total, onNext, onPrevious, hasKeys }: ChangeStepsProps) {
  return (
    <div class="change-steps">
      <button type="button" onClick={onPrevious} aria-keyshortcuts={hasKeys ? "p" : undefined}>
        {translate("changes_previous")}
      </button>
      <button type="button" onClick={onNext} aria-keyshortcuts={hasKeys ? "n" : undefined}>
        {translate("changes_next")}
      </button>
      <p role="status">{current > 0 && translate("changes_at", [formatNumber(current), formatNumber(total)])}</p>
      {hasKeys && <p class="help keys">{translate("changes_keys")}</p>}
    </div>
  );
}
