import type { Translate } from "../../../lib/language/translate.ts";
import { SETTINGS, type Setting, type SettingName, type SettingValue } from "../../../lib/terms/settings.ts";
import { choiceKey } from "./choice-key.ts";

/** A setting's value in words: "on", "30 minutes", "Quiet"; "none" for no ranges. */
export function settingValueText(name: SettingName, value: SettingValue, translate: Translate): string {
  const setting: Setting = SETTINGS[name];
  switch (setting.type) {
    case "switch":
      return translate(value ? "on" : "off");
    case "number":
      // An hour of the day.
      if (setting.unit === "unit_oclock") return `${value}:00`;
      return translate("amount", [String(value), translate(setting.unit as Parameters<Translate>[0], Number(value))]);
    case "choice":
      return translate(choiceKey(name, setting.choices.indexOf(String(value))));
    case "feeds":
    case "ranges":
      return value === "" ? translate("none") : String(value);
  }
}
