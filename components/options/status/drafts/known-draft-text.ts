import type { Translate } from "../../../../lib/language/translate.ts";
import type { Draft } from "../../../../lib/papers/draft.ts";
import { relativeTime } from "../../../text/format-time.ts";

/** Its title, or why there is none. */
export function knownDraftTitle({ page, unreadable }: Draft, translate: Translate): string {
  return page?.title || translate(page || unreadable ? "draft_untitled" : "draft_unread");
}

/** When a draft was found and what has become of it, in a few sentences. */
export function knownDraftText({ foundAt, baseline, files, gone, publishedAs }: Draft, now: number, translate: Translate): string {
  const ago = (at: number) => relativeTime(Math.min(at, now), now);
  const changedAt = Math.max(0, ...files.map((file) => file.changedAt ?? 0));
  return [
    translate(baseline ? "known_baseline" : "known_found", [ago(foundAt)]),
    ...(changedAt > 0 ? [translate("known_changed", [ago(changedAt)])] : []),
    ...(gone ? [translate("known_gone")] : []),
    ...(publishedAs ? [translate("known_published", [publishedAs])] : []),
  ].join(" ");
}
