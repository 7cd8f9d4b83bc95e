import type { Translate } from "../../../lib/language/translate.ts";
import type { Match } from "../../../lib/watch/matching/match.ts";
import { calendarDay } from "../../text/format-time.ts";

/** What is to be known of a draft at a glance: that it is one, that it has changed, is old or gone. [] for a paper. */
export function draftMarks({ draft, kind, paper }: Match, now: number, translate: Translate): string[] {
  if (!draft && paper.prefix !== "D") return [];
  return [
    translate("draft_mark"),
    ...(kind === "draft-changed" ? [translate("draft_changed")] : []),
    ...(draft?.older && draft.modifiedAt !== undefined ? [translate("draft_older", [calendarDay(draft.modifiedAt, now)])] : []),
    ...(draft?.gone ? [translate("draft_gone")] : []),
  ];
}

/** What stands in the place of a title that is not known. */
export function untitledText({ draft, paper, heldUntil }: Match, translate: Translate): string {
  if (!draft) return translate("no_title");
  const isUnread = heldUntil !== undefined && draft.unreadable === undefined && paper.authors.length === 0;
  return translate(isUnread ? "draft_unread" : "draft_untitled");
}

/** The sentence about the draft that a paper was; it holds the draft's id once. */
export function wasDraftText({ id, days }: NonNullable<Match["from"]>, translate: Translate): string {
  return days === 0 ? translate("was_draft_today", [id]) : translate("was_draft", days, [id, days]);
}
