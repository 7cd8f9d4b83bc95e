import type { MessageKey } from "../../../lib/language/translate.ts";
import type { SettingName } from "../../../lib/terms/settings.ts";

/** The key of a choice's name in _locales: by its place, since a key holds neither commas nor dots. */
export function choiceKey(name: SettingName, position: number): MessageKey {
  return `choice_${name}_${position}` as MessageKey;
}
