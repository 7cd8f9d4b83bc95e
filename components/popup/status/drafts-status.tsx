import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { DRAFT_HOST, PROBE_DRAFTS } from "../../../lib/terms/work-names.ts";
import { useAttempt } from "../../attempts.tsx";
import { Icon } from "../../icon.tsx";
import { AllowAccess } from "./allow-access.tsx";
import { areDraftsFailing, draftsText, roundUnderWay } from "./drafts-text.ts";

/** When isocpp.org was last asked for drafts, how that went and what comes next. */
export function DraftsStatus({ health }: { health: Health }) {
  const attempt = useAttempt();
  const state = { ...health, lane: health.draftLane };
  const now = Date.now();
  const text = draftsText(state, now, translate);
  if (text === undefined) return null;
  const round = roundUnderWay(state, now);
  const isFailing = areDraftsFailing(state, now);
  return (
    <div class="drafts-status">
      {/* A screen reader need not hear every file. */}
      <p aria-live={round ? "off" : "polite"}>
        {isFailing && <Icon name="warning" />}
        {text}
      </p>
      {round && <progress aria-label={translate("drafts_progress")} {...(round.planned > 0 && { value: round.asked, max: round.planned })} />}
      {isFailing && health.probing?.last?.outcome.kind === "not-allowed" && (
        <AllowAccess host={DRAFT_HOST} onAllowed={() => void attempt(() => sendMessage("runNow", { schedule: PROBE_DRAFTS }))} />
      )}
    </div>
  );
}
