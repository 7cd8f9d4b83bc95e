import { translate } from "../../lib/language/translate.ts";
import type { Health } from "../../lib/store/health/health.ts";
import { Icon } from "../icon.tsx";
import { isFailing, spokenStatus, statusMore, statusText } from "../popup/status/status-text.ts";
import { formatMegabytes } from "../text/format-number.ts";

/** How far the first check has come, or why it has not succeeded. */
export function FirstCheck({ health }: { health: Health }) {
  const received = health.progress?.received;
  return (
    <div class="first-check">
      <p>{translate("welcome_examples_later")}</p>
      <p>
        {isFailing(health) && <Icon name="warning" />}
        {statusText(health, Date.now(), translate)} {statusMore(health, Date.now(), translate)}
      </p>
      {/* One who listens hears what has changed, not that time passes. */}
      <p role="status" class="visually-hidden">
        {spokenStatus(health, translate)}
      </p>
      {!isFailing(health) && (
        <p class="progress">
          <progress aria-label={translate("welcome_progress")} />
          {received !== undefined && <span class="help">{formatMegabytes(received)}</span>}
        </p>
      )}
    </div>
  );
}
