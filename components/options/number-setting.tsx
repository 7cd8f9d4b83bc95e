import { useEffect, useId, useState } from "preact/hooks";
import { isValidSetting, type SettingName } from "../../lib/settings.ts";
import { type MessageKey, translate } from "../../lib/translate.ts";
import { SavedNote } from "./saved-note.tsx";
import { useSaveSetting } from "./use-save-setting.ts";

interface NumberSettingProps {
  name: SettingName;
  setting: { default: number; min: number; max: number; unit: MessageKey };
  value: number;
}

/** A number is saved when the field is left or Enter is pressed; one that is out of bounds stays in the field and is not. */
export function NumberSetting({ name, setting, value }: NumberSettingProps) {
  const { saved, save } = useSaveSetting(name);
  const [text, setText] = useState(String(value));
  const [refused, setRefused] = useState(false);
  const [field, help, problem] = [useId(), useId(), useId()];
  useEffect(() => {
    setText(String(value));
    setRefused(false);
  }, [value]);
  const commit = (typed: string) => {
    const number = /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
    const valid = isValidSetting(name, number);
    setRefused(!valid);
    if (valid && number !== value) save(number);
  };
  const amount = (number: number) => translate("amount", [number, translate(setting.unit, number)]);
  return (
    <div class="setting">
      <label for={field}>{translate(`setting_${name}`)}</label>
      <div class="setting-row">
        <input
          id={field}
          type="text"
          inputMode="numeric"
          size={6}
          autocomplete="off"
          value={text}
          aria-invalid={refused}
          aria-describedby={refused ? `${problem} ${help}` : help}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={(event) => commit(event.currentTarget.value)}
        />
        <span aria-hidden="true">{translate(setting.unit, value)}</span>
        <SavedNote saved={saved} />
      </div>
      {refused && (
        <p class="problem" id={problem} role="alert">
          {translate("setting_out_of_bounds", [setting.min, setting.max, amount(value)])}
        </p>
      )}
      <p id={help} class="help">
        {translate(`setting_${name}_help`)} {translate("default_and_bounds", [amount(setting.default), setting.min, setting.max])}
      </p>
    </div>
  );
}
