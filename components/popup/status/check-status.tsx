import { translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { INDEX_HOST } from "../../../lib/terms/work-names.ts";
import { Icon } from "../../icon.tsx";
import { formatMegabytes } from "../../text/format-number.ts";
import { clockTime } from "../../text/format-time.ts";
import { AllowAccess } from "./allow-access.tsx";
import { DraftsStatus } from "./drafts-status.tsx";
import { IndexLine } from "./index-line.tsx";
import { isFailing, statusText } from "./status-text.ts";
import { useCheckNow } from "./use-check-now.ts";

/** When the index was last checked and isocpp.org asked for drafts, how that went and what comes next. */
export function CheckStatus({ health }: { health: Health }) {
  const now = Date.now();
  const failing = isFailing(health);
  const { busy, waitUntil, onHold, checkNow } = useCheckNow(health);
  return (
    <section class={failing ? "status failing" : "status"}>
      <div class="status-row">
        <p role="status">
          {failing && <Icon name="warning" />}
          {statusText(health, now, translate)}
          {waitUntil !== undefined && <span class="wait"> {translate("asked_to_wait", [clockTime(waitUntil, now)])}</span>}
          {onHold && <span class="wait"> {translate("check_on_hold")}</span>}
        </p>
        <button type="button" aria-disabled={busy} onClick={checkNow}>
          {translate("check_now")}
        </button>
      </div>
      {health.progress && <Progress {...health.progress} />}
      {health.check?.outcome?.kind === "not-allowed" && <AllowAccess host={INDEX_HOST} onAllowed={checkNow} />}
      <IndexLine health={health} />
      <DraftsStatus health={health} />
    </section>
  );
}

/** Beside the status, not in it: a screen reader need not hear every kilobyte. */
function Progress({ received }: { received?: number }) {
  return (
    <p class="progress">
      <progress aria-label={translate("progress")} />
      {received !== undefined && <span>{formatMegabytes(received)}</span>}
    </p>
  );
}
