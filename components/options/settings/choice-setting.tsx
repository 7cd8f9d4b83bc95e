import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { SettingName, SettingValue } from "../../../lib/terms/settings.ts";
import { SavedNote } from "./saved-note.tsx";
import { SettingHelp } from "./setting-help.tsx";
import { useSaveSetting } from "./use-save-setting.ts";

interface ChoiceSettingProps {
  name: SettingName;
  value: SettingValue;
  /** In their order; the value is one of them. */
  choices: readonly SettingValue[];
  /** A choice in words. */
  named: (choice: SettingValue) => string;
}

/** One of a few values; saved as it is chosen. */
export function ChoiceSetting({ name, value, choices, named }: ChoiceSettingProps) {
  const { saved, save } = useSaveSetting(name);
  const [field, help] = [useId(), useId()];
  const choose = (text: string) => {
    const chosen = choices.find((choice) => String(choice) === text);
    if (chosen !== undefined) save(chosen);
  };
  return (
    <div class="setting">
      <label for={field}>{translate(`setting_${name}`)}</label>
      <div class="setting-row">
        <select id={field} value={String(value)} aria-describedby={help} onChange={(event) => choose(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice} value={String(choice)}>
              {named(choice)}
            </option>
          ))}
        </select>
        <SavedNote saved={saved} />
      </div>
      <SettingHelp id={help} name={name} value={value} />
    </div>
  );
}
