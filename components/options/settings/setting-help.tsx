import { translate } from "../../../lib/language/translate.ts";
import { SETTINGS, type SettingName, type SettingValue } from "../../../lib/terms/settings.ts";
import { settingValueText } from "./setting-value-text.ts";

interface SettingHelpProps {
  id: string;
  name: SettingName;
  value: SettingValue;
}

/** What a setting is for; its default only where the value is another. */
export function SettingHelp({ id, name, value }: SettingHelpProps) {
  const { default: usual } = SETTINGS[name];
  return (
    <p id={id} class="help">
      {translate(`setting_${name}_help`)} {value !== usual && translate("default_is", [settingValueText(name, usual, translate)])}
    </p>
  );
}
