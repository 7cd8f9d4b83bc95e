import { translate } from "../../../lib/language/translate.ts";
import { isValidSetting, type SettingName } from "../../../lib/terms/settings.ts";
import { FieldSetting } from "./field-setting.tsx";

interface RangesSettingProps {
  name: SettingName;
  setting: { default: string };
  value: string;
}

/** Ranges of paper numbers, as they are typed. */
export function RangesSetting({ name, setting, value }: RangesSettingProps) {
  const shown = (ranges: string) => ranges.trim() || translate("none");
  return (
    <FieldSetting
      name={name}
      stored={value}
      read={(typed) => (isValidSetting(name, typed) ? typed.trim() : undefined)}
      refusal={translate("setting_ranges_refused", [shown(value)])}
      bounds={translate("default_is", [shown(setting.default)])}
    />
  );
}
