import { fillMessage } from "../lib/language/fill-message.ts";
import type { Translate } from "../lib/language/translate.ts";
import german from "../public/_locales/de/messages.json" with { type: "json" };
import english from "../public/_locales/en/messages.json" with { type: "json" };

/** The English of _locales where there is no browser to look it up. */
export const speak: Translate = (key, ...values) => fillMessage(english[key].message, "en", values);

/** The German likewise. */
export const speakGerman: Translate = (key, ...values) => fillMessage(german[key].message, "de", values);
