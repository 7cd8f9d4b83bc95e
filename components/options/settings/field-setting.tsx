import { useEffect, useId, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { SettingName, SettingValue } from "../../../lib/terms/settings.ts";
import { SavedNote } from "./saved-note.tsx";
import { SettingHelp } from "./setting-help.tsx";
import { useSaveSetting } from "./use-save-setting.ts";

interface FieldSettingProps {
  name: SettingName;
  /** What is stored. */
  value: number | string;
  /** The value that was typed; undefined where it cannot be saved. */
  read: (typed: string) => SettingValue | undefined;
  /** What is wrong with what cannot be saved, and within which bounds it may lie. */
  refusal: string;
  /** Of a number; absent for text. */
  unit?: string;
}

/** A setting that is typed: saved when the field is left or Enter is pressed. What cannot be saved stays in the field and is explained. */
export function FieldSetting({ name, value: standing, read, refusal, unit }: FieldSettingProps) {
  const { saved, save, unsay } = useSaveSetting(name);
  const stored = String(standing);
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
    if (value === undefined) unsay();
    else if (String(value) !== stored) save(value);
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
          onInput={(event) => {
            setText(event.currentTarget.value);
            unsay();
          }}
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
      <SettingHelp id={help} name={name} value={standing} />
    </div>
  );
}
