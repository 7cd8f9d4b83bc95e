import type { Translate } from "../../../lib/language/translate.ts";
import type { FeedTrouble } from "../../../lib/store/database/schema.ts";
import { isDistrusted, isSpeaking, type SubscribedFeed } from "../../../lib/store/feeds/read-feeds.ts";
import { failureText } from "../../text/failure-text.ts";
import { clockTime, relativeTime } from "../../text/format-time.ts";
import { underscored } from "../../text/underscored.ts";

/** Whose feed it is, as it says itself; its host until then. */
export function feedName({ folder, row }: SubscribedFeed): string {
  return row?.said?.publisher || new URL(folder).host;
}

/** How it stands, in sentences. */
export function feedTexts({ folder, row }: SubscribedFeed, now: number, translate: Translate): string[] {
  if (!row) return [translate("shared_not_yet")];
  const { said, heardAt, brought, denied, odd, excess = 0, trouble } = row;
  const spoke = said === undefined ? "shared_not_yet" : isSpeaking(row, now) || isDistrusted(row) ? "shared_spoke" : "shared_silent";
  return [
    spoke === "shared_not_yet"
      ? translate(spoke)
      : translate(spoke, [spoke === "shared_spoke" ? relativeTime(Math.min(heardAt, now), now) : clockTime(said?.expires ?? now, now)]),
    ...(said ? [brought === 0 ? translate("shared_brought_none") : translate("shared_brought", brought)] : []),
    ...(denied > 0 ? [translate("shared_denied", denied, [denied])] : []),
    ...(odd > 0 ? [translate("shared_odd", odd, [odd])] : []),
    ...(excess > 0 ? [translate("shared_excess", excess, [excess])] : []),
    ...(isDistrusted(row) ? [translate("shared_distrusted")] : []),
    ...(trouble ? [translate("shared_trouble", [troubleText(trouble, new URL(folder).host, translate)])] : []),
  ];
}

function troubleText(trouble: FeedTrouble, host: string, translate: Translate): string {
  return trouble.kind === "host" ? failureText(trouble.failure, host, translate) : translate(`shared_refusal_${underscored(trouble.kind)}`);
}
