import { translate } from "../../lib/language/translate.ts";
import type { Health } from "../../lib/store/health/health.ts";
import { Icon } from "../icon.tsx";
import { formatMegabytes } from "../text/format-number.ts";
import { firstCheckText } from "./first-check-text.ts";

/** How far the first check has come, or why it has not succeeded. */
export function FirstCheck({ health }: { health: Health }) {
  const received = health.progress?.received;
  const { shown, spoken, isGoingOn } = firstCheckText(health, Date.now(), translate);
  return (
    <div class="first-check">
      <p>{translate("welcome_examples_later")}</p>
      <p>
        {!isGoingOn && <Icon name="warning" />}
        {shown}
      </p>
      {/* One who listens hears what has changed, not that time passes. */}
      <p role="status" class="visually-hidden">
        {spoken}
      </p>
      {isGoingOn && (
        <p class="progress">
          <progress aria-label={translate("welcome_progress")} />
          {received !== undefined && <span class="help">{formatMegabytes(received)}</span>}
        </p>
      )}
    </div>
  );
}
