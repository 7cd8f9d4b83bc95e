import type { Translate } from "../../lib/language/translate.ts";

/** How the browser answers to being asked for a newer version: in its words, or that it could not, or cannot be, asked. */
export type UpdateAnswer = "throttled" | "no_update" | "update_available" | "failed" | "not-asked";

/** What a person is told who wanted a newer version; "" where there is one. */
export function updateText(answer: UpdateAnswer, translate: Translate): string {
  switch (answer) {
    case "update_available":
      return "";
    case "throttled":
      return translate("update_throttled");
    case "failed":
      return translate("update_failed");
    case "no_update":
      return translate("update_by_hand_chrome");
    case "not-asked":
      return translate("update_by_hand_firefox");
  }
}
