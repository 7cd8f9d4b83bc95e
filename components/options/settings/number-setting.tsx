import { type MessageKey, translate } from "../../../lib/language/translate.ts";
import { isValidSetting, type SettingName } from "../../../lib/terms/settings.ts";
import { FieldSetting } from "./field-setting.tsx";

interface NumberSettingProps {
  name: SettingName;
  setting: { default: number; min: number; max: number; unit: MessageKey };
  value: number;
}

export function NumberSetting({ name, setting: { min, max, unit }, value }: NumberSettingProps) {
  return (
    <FieldSetting
      name={name}
      value={value}
      read={(typed) => readNumber(name, typed)}
      refusal={translate("setting_out_of_bounds", [min, max, translate("amount", [value, translate(unit, value)])])}
      unit={translate(unit, value)}
    />
  );
}

function readNumber(name: SettingName, typed: string): number | undefined {
  const number = /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
  return isValidSetting(name, number) ? number : undefined;
}
