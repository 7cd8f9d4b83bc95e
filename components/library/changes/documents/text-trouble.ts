import type { Translate } from "../../../../lib/language/translate.ts";
import type { TextTrouble } from "../../../../lib/store/database/schema.ts";
import { failureText } from "../../../text/failure-text.ts";
import { underscored } from "../../../text/underscored.ts";

/** Why the text of this document is not there, in a sentence. `host`: where it was asked for. */
export function textTrouble(id: string, trouble: TextTrouble, host: string, translate: Translate): string {
  switch (trouble.kind) {
    case "elsewhere":
      return translate("text_elsewhere", [id, hostOf(trouble.link)]);
    case "not-found":
      return translate("text_not_found", [id, host]);
    case "too-large":
      return translate("text_too_large", [id]);
    case "unlisted":
    case "empty":
    case "not-a-document":
    case "encrypted":
    case "broken":
    case "no-text":
    case "took-too-long":
    case "no-reader":
      return translate(`text_${underscored(trouble.kind)}`, [id]);
    default:
      return failureText(trouble, host, translate);
  }
}

/** The host of a link; the link itself where it is none. */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).hostname : link;
}
