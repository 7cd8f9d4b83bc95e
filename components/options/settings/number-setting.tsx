import { type MessageKey, translate } from "../../../lib/language/translate.ts";
import { isValidSetting, type SettingName } from "../../../lib/terms/settings.ts";
import { FieldSetting } from "./field-setting.tsx";

interface NumberSettingProps {
  name: SettingName;
  setting: { default: number; min: number; max: number; unit: MessageKey };
  value: number;
}

export function NumberSetting({ name, setting: { default: usual, min, max, unit }, value }: NumberSettingProps) {
  const amount = (number: number) => translate("amount", [number, translate(unit, number)]);
  return (
    <FieldSetting
      name={name}
      stored={String(value)}
      read={(typed) => readNumber(name, typed)}
      refusal={translate("setting_out_of_bounds", [min, max, amount(value)])}
      bounds={translate("default_and_bounds", [amount(usual), min, max])}
      unit={translate(unit, value)}
    />
  );
}

function readNumber(name: SettingName, typed: string): number | undefined {
  const number = /^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN;
  return isValidSetting(name, number) ? number : undefined;
}
