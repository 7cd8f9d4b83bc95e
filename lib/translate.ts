import { createI18n } from "@wxt-dev/i18n";
import type messages from "../public/_locales/en/messages.json";

export type MessageKey = keyof typeof messages;
type Substitution = string | number;
/** A number first picks the plural form ("1 paper | $1 papers") and is `$1` unless substitutions are given. */
export type Translate = (key: MessageKey, ...args: [] | [Substitution[]] | [number] | [number, Substitution[]]) => string;

const { t } = createI18n<Record<string, { plural: boolean; substitutions: 0 }>>();

/** The text of the person's language, from _locales. */
export const translate = t as unknown as Translate;
