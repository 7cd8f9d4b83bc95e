/** One setting: its default, its bounds and how it is drawn. Labels and help stand in _locales under `setting_<name>` and `setting_<name>_help`. */
type NumberSetting = { type: "number"; default: number; min: number; max: number /** Key of the unit's name in _locales. */; unit: string };
type SwitchSetting = { type: "switch"; default: boolean };

/** Every setting there is. The options page, the backup and the background all read this table. */
export const SETTINGS = {
  pollMinutes: { type: "number", default: 30, min: 5, max: 1440, unit: "unit_minutes" },
  notifications: { type: "switch", default: true },
  papersPerNotification: { type: "number", default: 3, min: 1, max: 5, unit: "unit_papers" },
  keepReadDays: { type: "number", default: 365, min: 1, max: 3650, unit: "unit_days" },
  jobsAtOnce: { type: "number", default: 4, min: 1, max: 16, unit: "unit_jobs" },
  maxIndexMegabytes: { type: "number", default: 64, min: 8, max: 256, unit: "unit_megabytes" },
} as const satisfies Record<string, NumberSetting | SwitchSetting>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { [Name in SettingName]: (typeof SETTINGS)[Name]["type"] extends "number" ? number : boolean };
export type SettingValue = Settings[SettingName];

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** True where the value has the setting's type and lies within its bounds; numbers are whole. */
export function isValidSetting(name: SettingName, value: unknown): value is SettingValue {
  const setting = SETTINGS[name];
  if (setting.type === "switch") return typeof value === "boolean";
  return Number.isInteger(value) && (value as number) >= setting.min && (value as number) <= setting.max;
}

/** All settings: what was stored where it is valid, the default elsewhere. */
export function completeSettings(stored: Iterable<{ name: string; value: unknown }>): Settings {
  const settings: Record<string, SettingValue> = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].default]));
  for (const { name, value } of stored) if (isSettingName(name) && isValidSetting(name, value)) settings[name] = value;
  return settings as Settings;
}
