import { translate } from "../../lib/language/translate.ts";
import { remember } from "../../lib/papers/text/remember.ts";

/** How dates are written in the language of the texts. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatOf(JSON.stringify([translate("locale"), options]));
}

/** Kept, since to make one costs more than to draw the row that needs it. */
const formatOf = remember((key) => {
  const [locale, options] = JSON.parse(key);
  return new Intl.DateTimeFormat(locale, options);
}, 50);
