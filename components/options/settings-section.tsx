import { useId } from "preact/hooks";
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingValue } from "../../lib/settings.ts";
import { readSettings } from "../../lib/store/settings-store.ts";
import { translate } from "../../lib/translate.ts";
import { useLiveQuery } from "../use-live-query.ts";
import { NumberSetting } from "./number-setting.tsx";
import { SwitchSetting } from "./switch-setting.tsx";

/** Every setting there is, drawn from the table of settings. */
export function SettingsSection() {
  const heading = useId();
  const settings = useLiveQuery(readSettings);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{translate("settings")}</h2>
      {settings && SETTING_NAMES.map((name) => <Setting key={name} name={name} value={settings[name]} />)}
    </section>
  );
}

function Setting({ name, value }: { name: SettingName; value: SettingValue }) {
  const setting = SETTINGS[name];
  if (setting.type === "switch") return <SwitchSetting name={name} setting={setting} value={value as boolean} />;
  return <NumberSetting name={name} setting={setting} value={value as number} />;
}
