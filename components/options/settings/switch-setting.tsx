import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { SettingName } from "../../../lib/terms/settings.ts";
import { SavedNote } from "./saved-note.tsx";
import { useSaveSetting } from "./use-save-setting.ts";

interface SwitchSettingProps {
  name: SettingName;
  setting: { default: boolean };
  value: boolean;
}

export function SwitchSetting({ name, setting, value }: SwitchSettingProps) {
  const { saved, save } = useSaveSetting(name);
  const [field, help] = [useId(), useId()];
  return (
    <div class="setting">
      <div class="setting-row">
        <input id={field} type="checkbox" checked={value} aria-describedby={help} onChange={(event) => save(event.currentTarget.checked)} />
        <label for={field}>{translate(`setting_${name}`)}</label>
        <SavedNote saved={saved} />
      </div>
      <p id={help} class="help">
        {translate(`setting_${name}_help`)} {translate("default_is", [translate(setting.default ? "on" : "off")])}
      </p>
    </div>
  );
}
