import { type MessageKey, translate } from "./translate.ts";

translate("cancel");
translate("command_failed", ["no room"]);
translate("badge_title_unread", 3);

// @ts-expect-error There is no such text in _locales.
translate("canzel");
// @ts-expect-error Nor in a table of texts.
const KEYS: Record<string, MessageKey> = { one: "canzel" };
// @ts-expect-error Values come as a list: "$1" is its first.
translate("command_failed", "no room");
// @ts-expect-error What picks the plural form comes first and is a number.
translate("badge_title_unread", "3");
// @ts-expect-error A value is a text or a number, written as the language does.
translate("command_failed", [new Date()]);

export { KEYS };
