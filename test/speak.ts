import { fillMessage } from "../lib/language/fill-message.ts";
import type { Translate } from "../lib/language/translate.ts";
import { tagOf, textsOf } from "./languages/languages.ts";

/** The English of _locales where there is no browser to look it up. */
export const speak = speaker("en");

/** The German likewise. */
export const speakGerman = speaker("de");

/** A text that lacks is said to: a person who adds one looks for its key. */
function speaker(language: string): Translate {
  const texts = textsOf(language);
  return (key, ...values) => {
    const text = texts[key];
    if (!text) throw new Error(`public/_locales/${language}/messages.json has no "${key}"`);
    return fillMessage(text.message, tagOf(language), values);
  };
}
