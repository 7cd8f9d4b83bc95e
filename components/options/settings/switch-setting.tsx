import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { SettingName } from "../../../lib/terms/settings.ts";
import { SavedNote } from "./saved-note.tsx";
import { SettingHelp } from "./setting-help.tsx";
import { useSaveSetting } from "./use-save-setting.ts";

export function SwitchSetting({ name, value }: { name: SettingName; value: boolean }) {
  const { saved, save } = useSaveSetting(name);
  const [field, help] = [useId(), useId()];
  return (
    <div class="setting">
      <div class="setting-row">
        <input id={field} type="checkbox" checked={value} aria-describedby={help} onChange={(event) => save(event.currentTarget.checked)} />
        <label for={field}>{translate(`setting_${name}`)}</label>
        <SavedNote saved={saved} />
      </div>
      <SettingHelp id={help} name={name} value={value} />
    </div>
  );
}
