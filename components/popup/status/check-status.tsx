import { translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { INDEX_HOST } from "../../../lib/terms/work-names.ts";
import { Icon } from "../../icon.tsx";
import { formatMegabytes } from "../../text/format-number.ts";
import { clockTime } from "../../text/format-time.ts";
import { AllowAccess } from "./allow-access.tsx";
import { DraftsStatus } from "./drafts-status.tsx";
import { IndexLine } from "./index-line.tsx";
import { isFailing, spokenStatus, statusMore, statusText } from "./status-text.ts";
import type { CheckNow } from "./use-check-now.ts";

/** When the index was last checked and how that went, in one line; opened, what comes next, what is known and how asking for drafts goes. */
export function CheckStatus({ health, check }: { health: Health; check: CheckNow }) {
  const now = Date.now();
  const failing = isFailing(health);
  const { busy, waitUntil, onHold, checkNow } = check;
  const more = statusMore(health, now, translate);
  const received = health.progress?.received;
  return (
    <section class={failing ? "status failing" : "status"}>
      <details>
        <summary>
          {failing && <Icon name="warning" />}
          <span class="status-line">
            {statusText(health, now, translate)}
            {received !== undefined && ` · ${formatMegabytes(received)}`}
          </span>
        </summary>
        {more && <p>{more}</p>}
        <IndexLine health={health} />
        <DraftsStatus health={health} />
      </details>
      <button type="button" class="plain" data-control="check-now" aria-disabled={busy} onClick={checkNow}>
        <Icon name="refresh" />
        {translate(failing ? "try_again" : "check_now")}
      </button>
      {health.progress && <progress aria-label={translate("progress")} />}
      {health.check?.outcome?.kind === "not-allowed" && <AllowAccess host={INDEX_HOST} onAllowed={checkNow} />}
      {/* What time makes of it is for the eye: one who listens hears what has changed. */}
      <p role="status" class="visually-hidden">
        {spokenStatus(health, translate)}
      </p>
      <p role="status" class="wait">
        {waitUntil !== undefined && translate("asked_to_wait", [clockTime(waitUntil, now)])}
        {onHold && translate("check_on_hold")}
      </p>
    </section>
  );
}
