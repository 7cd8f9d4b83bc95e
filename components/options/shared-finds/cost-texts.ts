import type { Translate } from "../../../lib/language/translate.ts";
import { requestsPerDay } from "../../../lib/probe/requests-per-day.ts";
import type { ProbingState } from "../../../lib/store/database/state-rows.ts";
import { askedToday } from "../../../lib/store/drafts/probing-cycle.ts";
import { minutesBetweenLooks, type Sharing, type SubscribedFeed } from "../../../lib/store/feeds/read-feeds.ts";
import type { Settings } from "../../../lib/terms/settings.ts";
import { formatNumber } from "../../text/format-number.ts";

const MINUTES_PER_DAY = 24 * 60;

/** What this copy's looking for drafts is told from. */
export interface CostOf {
  settings: Settings;
  sharing: Sharing;
  feeds: SubscribedFeed[];
  today: ProbingState["today"] | undefined;
}

/** How often this copy asks isocpp.org and its feeds in a day, as it is and as it would be with a feed or without, in sentences. */
export function costTexts({ settings, sharing, feeds, today }: CostOf, now: number, translate: Translate): string[] {
  const own = requestsPerDay(settings);
  const looks = feeds.reduce((sum, { row }) => sum + MINUTES_PER_DAY / minutesBetweenLooks(row), 0);
  const { asked } = askedToday(today, now);
  return [
    ownText(sharing, own, translate),
    feeds.length === 0
      ? translate("shared_cost_with", [formatNumber(MINUTES_PER_DAY / minutesBetweenLooks())])
      : translate("shared_cost_looks", [formatNumber(Math.round(looks))]),
    asked === 0 ? translate("shared_cost_today_none") : translate("shared_cost_today", asked),
  ];
}

function ownText(sharing: Sharing, own: number, translate: Translate): string {
  switch (sharing.kind) {
    case "alone":
      return translate("shared_cost_alone", [formatNumber(own)]);
    case "shared":
      return translate("shared_cost_shared", [formatNumber(own)]);
    case "silent": {
      const share = Math.ceil(own / sharing.share);
      return translate("shared_cost_share", share, [formatNumber(share), formatNumber(own)]);
    }
  }
}
