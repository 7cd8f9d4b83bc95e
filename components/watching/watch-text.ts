import type { Translate } from "../../lib/language/translate.ts";
import type { Watch } from "../../lib/watch/watch.ts";

/** A watch in a sentence: "P2300", "author Kühl", "title “executor”", "audience LEWG". */
export function watchText({ kind, text }: Watch, translate: Translate): string {
  return translate(`watch_${kind}`, [text]);
}
