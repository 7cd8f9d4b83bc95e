import type { Translate } from "../language/translate.ts";
import { isAsWatched } from "../watch/explaining/explain-reason.ts";
import type { Reason } from "../watch/watch.ts";

/** A match's reason in the person's language: "P2300", "author Kühl (watched: Kuhl)", "title “executor”", "audience LEWG", "rule: Kühl, “executor”", "mentions Kühl", "new draft". */
export function reasonText(reason: Reason, translate: Translate): string {
  const text = plainText(reason, translate);
  return isAsWatched(reason) ? text : translate("reason_watched", [text, reason.watched]);
}

function plainText({ kind, watched, found }: Reason, translate: Translate): string {
  switch (kind) {
    case "paper":
      return translate("reason_paper", [watched]);
    case "author":
      return translate("reason_author", [found]);
    case "title":
      return translate("reason_title", [found]);
    case "audience":
      return translate("reason_audience", [found]);
    case "rule":
      return translate("reason_rule", [found]);
    case "mention":
      return translate("reason_mention", [found]);
    case "near-frontier":
      return translate("reason_near_frontier");
    case "any-draft":
      return translate("reason_any_draft");
    case "published":
      return translate("reason_published", [watched]);
  }
}
