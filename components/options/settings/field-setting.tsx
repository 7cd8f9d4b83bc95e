import { useEffect, useId, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { SettingName, SettingValue } from "../../../lib/terms/settings.ts";
import { SavedNote } from "./saved-note.tsx";
import { useSaveSetting } from "./use-save-setting.ts";

interface FieldSettingProps {
  name: SettingName;
  /** What is stored, as it stands in the field. */
  stored: string;
  /** The value that was typed; undefined where it cannot be saved. */
  read: (typed: string) => SettingValue | undefined;
  /** What is wrong with what cannot be saved. */
  refusal: string;
  /** Its default, and within which bounds it may lie. */
  bounds: string;
  /** Of a number; absent for text. */
  unit?: string;
}

/** A setting that is typed: saved when the field is left or Enter is pressed. What cannot be saved stays in the field and is explained. */
export function FieldSetting({ name, stored, read, refusal, bounds, unit }: FieldSettingProps) {
  const { saved, save } = useSaveSetting(name);
  const [text, setText] = useState(stored);
  const [refused, setRefused] = useState(false);
  const [field, help, problem] = [useId(), useId(), useId()];
  useEffect(() => {
    setText(stored);
    setRefused(false);
  }, [stored]);
  const commit = (typed: string) => {
    const value = read(typed);
    setRefused(value === undefined);
    if (value !== undefined && String(value) !== stored) save(value);
  };
  return (
    <div class="setting">
      <label for={field}>{translate(`setting_${name}`)}</label>
      <div class="setting-row">
        <input
          id={field}
          type="text"
          class={unit === undefined ? "wide" : ""}
          {...(unit !== undefined && { inputMode: "numeric", size: 6 })}
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-invalid={refused}
          aria-describedby={refused ? `${problem} ${help}` : help}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={(event) => commit(event.currentTarget.value)}
        />
        {unit !== undefined && <span aria-hidden="true">{unit}</span>}
        <SavedNote saved={saved} />
      </div>
      {refused && (
        <p class="problem" id={problem} role="alert">
          {refusal}
        </p>
      )}
      <p id={help} class="help">
        {translate(`setting_${name}_help`)} {bounds}
      </p>
    </div>
  );
}
