import { translate } from "../../../lib/language/translate.ts";
import { isValidSetting, type SettingName } from "../../../lib/terms/settings.ts";
import { FieldSetting } from "./field-setting.tsx";

/** Ranges of paper numbers, as they are typed. */
export function RangesSetting({ name, value }: { name: SettingName; value: string }) {
  return (
    <FieldSetting
      name={name}
      value={value}
      read={(typed) => (isValidSetting(name, typed) ? typed.trim() : undefined)}
      refusal={translate("setting_ranges_refused", [value.trim() || translate("none")])}
    />
  );
}
