import { translate as ours, type Translate } from "../../lib/language/translate.ts";

/** "isocpp.org and wg21.link". */
export function formatList(items: string[], translate: Translate = ours): string {
  return new Intl.ListFormat(translate("locale"), { type: "conjunction" }).format(items);
}
