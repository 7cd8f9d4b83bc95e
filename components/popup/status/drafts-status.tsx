import { translate } from "../../../lib/language/translate.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { draftsText, roundUnderWay } from "./drafts-text.ts";

/** When isocpp.org was last asked for drafts, how that went and what comes next. */
export function DraftsStatus({ health }: { health: Health }) {
  const state = { ...health, lane: health.draftLane };
  const now = Date.now();
  const text = draftsText(state, now, translate);
  if (text === undefined) return null;
  const round = roundUnderWay(state, now);
  return (
    <>
      <p>{text}</p>
      {round && <progress aria-label={translate("drafts_progress")} {...(round.planned > 0 && { value: round.asked, max: round.planned })} />}
    </>
  );
}
