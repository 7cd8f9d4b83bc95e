import { translate } from "../../../lib/language/translate.ts";
import { SETTINGS, type SettingName, type SettingValue } from "../../../lib/terms/settings.ts";
import { choiceKey } from "./choice-key.ts";
import { ChoiceSetting } from "./choice-setting.tsx";
import { NumberSetting } from "./number-setting.tsx";
import { RangesSetting } from "./ranges-setting.tsx";
import { stepsOf, stepText } from "./steps.ts";
import { SwitchSetting } from "./switch-setting.tsx";

/** One setting, drawn as its type wants it. */
export function Setting({ name, value }: { name: SettingName; value: SettingValue }) {
  const setting = SETTINGS[name];
  const steps = stepsOf(name, value);
  if (steps) return <ChoiceSetting name={name} value={value} choices={steps} named={(step) => stepText(name, Number(step))} />;
  switch (setting.type) {
    case "switch":
      return <SwitchSetting name={name} value={value as boolean} />;
    case "number":
      return <NumberSetting name={name} setting={setting} value={value as number} />;
    case "choice": {
      const choices: readonly string[] = setting.choices;
      const named = (choice: SettingValue): string => translate(choiceKey(name, choices.indexOf(String(choice))));
      return <ChoiceSetting name={name} value={value} choices={choices} named={named} />;
    }
    case "ranges":
      return <RangesSetting name={name} value={value as string} />;
  }
}
