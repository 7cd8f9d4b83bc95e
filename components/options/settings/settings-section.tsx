import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { SETTING_GROUPS, SETTING_NAMES, SETTINGS, type SettingGroup, type SettingName, type Settings, type SettingValue } from "../../../lib/terms/settings.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { NotificationTest } from "../../notifications/notification-test.tsx";
import { useAnchor } from "../use-anchor.ts";
import { ChoiceSetting } from "./choice-setting.tsx";
import { isShown } from "./is-shown.ts";
import { NumberSetting } from "./number-setting.tsx";
import { RangesSetting } from "./ranges-setting.tsx";
import { SwitchSetting } from "./switch-setting.tsx";

/** Those of the group "data" stand in the section of that name. */
const DRAWN_HERE = SETTING_GROUPS.filter((group) => group !== "data");

/** Every setting that does anything at present, drawn from the table of settings, group by group. */
export function SettingsSection() {
  const heading = useId();
  const settings = useLiveQuery(readSettings);
  const title = useAnchor("settings", settings !== undefined);
  return (
    <section id="settings" aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1}>
        {translate("settings")}
      </h2>
      {settings && DRAWN_HERE.map((group) => <SettingsOf key={group} group={group} settings={settings} />)}
    </section>
  );
}

function SettingsOf({ group, settings }: { group: SettingGroup; settings: Settings }) {
  const heading = useId();
  const isNotifications = group === "telling";
  const title = useAnchor(isNotifications ? "notifications" : `settings-${group}`);
  const names = SETTING_NAMES.filter((name) => SETTINGS[name].group === group && isShown(name, settings));
  if (names.length === 0) return null;
  return (
    <section id={isNotifications ? "notifications" : `settings-${group}`} class="setting-group" aria-labelledby={heading}>
      <h3 id={heading} ref={title} tabIndex={-1}>
        {translate(`settings_${group}`)}
      </h3>
      {isNotifications && <NotificationTest />}
      {names.map((name) => (
        <Setting key={name} name={name} value={settings[name]} />
      ))}
    </section>
  );
}

function Setting({ name, value }: { name: SettingName; value: SettingValue }) {
  const setting = SETTINGS[name];
  switch (setting.type) {
    case "switch":
      return <SwitchSetting name={name} setting={setting} value={value as boolean} />;
    case "number":
      return <NumberSetting name={name} setting={setting} value={value as number} />;
    case "choice":
      return <ChoiceSetting name={name} setting={setting} value={value as string} />;
    case "ranges":
      return <RangesSetting name={name} setting={setting} value={value as string} />;
  }
}
