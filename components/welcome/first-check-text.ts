import type { Translate } from "../../lib/language/translate.ts";
import type { Health } from "../../lib/store/health/health.ts";
import { INDEX_HOST } from "../../lib/terms/work-names.ts";
import { isFailing, spokenStatus, statusMore, statusText } from "../popup/status/status-text.ts";

interface FirstCheckText {
  shown: string;
  /** For who listens: changes when the state does, and never because time passes. */
  spoken: string;
  /** It goes on by itself. */
  isGoingOn: boolean;
}

/** How the first check stands; where its host is paused nothing comes before a person ends that, and it says so. */
export function firstCheckText(health: Health, now: number, translate: Translate): FirstCheckText {
  if (health.lane?.paused && !health.progress) {
    const paused = translate("trouble_paused", 1, [INDEX_HOST]);
    return { shown: paused, spoken: paused, isGoingOn: false };
  }
  return {
    shown: [statusText(health, now, translate), statusMore(health, now, translate)].filter((text) => text !== "").join(" "),
    spoken: spokenStatus(health, translate),
    isGoingOn: !isFailing(health),
  };
}
