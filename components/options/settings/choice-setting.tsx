import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { SettingName, SettingValue } from "../../../lib/terms/settings.ts";
import { choiceKey } from "./choice-key.ts";
import { SavedNote } from "./saved-note.tsx";
import { useSaveSetting } from "./use-save-setting.ts";

interface ChoiceSettingProps {
  name: SettingName;
  setting: { default: string; choices: readonly string[] };
  value: string;
}

/** One of a few words; saved as it is chosen. */
export function ChoiceSetting({ name, setting, value }: ChoiceSettingProps) {
  const { saved, save } = useSaveSetting(name);
  const [field, help] = [useId(), useId()];
  const { choices } = setting;
  return (
    <div class="setting">
      <label for={field}>{translate(`setting_${name}`)}</label>
      <div class="setting-row">
        <select id={field} value={value} aria-describedby={help} onChange={(event) => save(event.currentTarget.value as SettingValue)}>
          {choices.map((choice, position) => (
            <option key={choice} value={choice}>
              {translate(choiceKey(name, position))}
            </option>
          ))}
        </select>
        <SavedNote saved={saved} />
      </div>
      <p id={help} class="help">
        {translate(`setting_${name}_help`)} {translate("default_is", [translate(choiceKey(name, choices.indexOf(setting.default)))])}
      </p>
    </div>
  );
}
