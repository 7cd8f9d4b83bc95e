import { browser } from "wxt/browser";
import type messages from "../../public/_locales/en/messages.json";
import { fillMessage, type MessageValues } from "./fill-message.ts";

export type MessageKey = keyof typeof messages;
export type Translate = (key: MessageKey, ...values: MessageValues) => string;

/** The text of the person's language, from _locales. */
export const translate: Translate = (key, ...values) => fillMessage(lookUp(key), lookUp("locale"), values);

/** The language is one for as long as a page or the background lives, and to ask the browser costs a hundred times as much. */
const known = new Map<MessageKey, string>();

/** The message as it is written. The browser would fill it in before a plural form could be picked, and could not tell " | " of ours from that of "Sy Brand | Simon Brand". */
function lookUp(key: MessageKey): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  // WXT knows the keys of its last build only.
  const texts = browser.i18n as { getMessage: (key: string, values: string[]) => string };
  const message = texts.getMessage(key, ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9"]);
  if (message === "") console.warn(`PaperScout: no text for "${key}"`);
  known.set(key, message);
  return message;
}
