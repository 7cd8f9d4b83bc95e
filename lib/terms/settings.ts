import { BUILT_IN_FEED } from "./built-in-feed.ts";

/** One setting: its default, its bounds and how it is drawn. Labels and help stand in _locales under `setting_<name>` and `setting_<name>_help`. */
type NumberSetting = { type: "number"; default: number; min: number; max: number /** Key of the unit's name in _locales. */; unit: string };
type SwitchSetting = { type: "switch"; default: boolean };
/** One of a few words; each has its name in _locales under `choice_<name>_<word>`. */
type ChoiceSetting = { type: "choice"; default: string; choices: readonly string[] };
/** Ranges of paper numbers as typed: "3000-3010, 4116". */
type RangesSetting = { type: "ranges"; default: string };
/** Addresses of feeds, a blank between each two. */
type FeedsSetting = { type: "feeds"; default: string };
export type Setting = (NumberSetting | SwitchSetting | ChoiceSetting | RangesSetting | FeedsSetting) & {
  /** It is this machine's own: never shared with others. */
  own?: true;
};

/** Every setting there is. The options page, the backup and the background all read this table. */
export const SETTINGS = {
  pollMinutes: { type: "number", default: 30, min: 5, max: 1440, unit: "unit_minutes" },
  openStd: { type: "switch", default: true },
  jobsAtOnce: { type: "number", default: 4, min: 1, max: 16, unit: "unit_jobs", own: true },
  maxIndexMegabytes: { type: "number", default: 64, min: 8, max: 256, unit: "unit_megabytes" },
  keepReadDays: { type: "number", default: 365, min: 1, max: 3650, unit: "unit_days" },

  readRevisions: { type: "switch", default: true },
  textMegabytes: { type: "number", default: 50, min: 5, max: 500, unit: "unit_megabytes" },

  drafts: { type: "switch", default: true },
  draftPolicy: { type: "choice", default: "quiet", choices: ["quiet", "sweep"] },
  probeMinutes: { type: "number", default: 30, min: 5, max: 240, unit: "unit_minutes" },
  quietBaseMinutes: { type: "number", default: 1320, min: 12, max: 2880, unit: "unit_minutes" },
  draftsPerDay: { type: "number", default: 16_000, min: 100, max: 100_000, unit: "unit_requests" },
  askGapMs: { type: "number", default: 1000, min: 0, max: 60_000, unit: "unit_milliseconds" },
  asksAtOnce: { type: "number", default: 2, min: 1, max: 20, unit: "unit_requests" },
  askJitterPercent: { type: "number", default: 30, min: 0, max: 100, unit: "unit_percent" },
  recencyHours: { type: "number", default: 24, min: 1, max: 720, unit: "unit_hours" },

  feeds: { type: "feeds", default: BUILT_IN_FEED },
  askAsWell: { type: "switch", default: false },

  sweepWindowAbove: { type: "number", default: 60, min: 0, max: 500, unit: "unit_numbers" },
  sweepWindowBelow: { type: "number", default: 30, min: 0, max: 500, unit: "unit_numbers" },
  sweepRanges: { type: "ranges", default: "" },
  sweepGap: { type: "number", default: 50, min: 1, max: 1000, unit: "unit_numbers" },
  sweepLookbackMonths: { type: "number", default: 6, min: 0, max: 120, unit: "unit_months" },
  sweepHotDepth: { type: "number", default: 2, min: 0, max: 10, unit: "unit_revisions" },
  sweepColdDepth: { type: "number", default: 1, min: 0, max: 10, unit: "unit_revisions" },
  sweepColdCycles: { type: "number", default: 48, min: 1, max: 1000, unit: "unit_cycles" },
  sweepUnseenRevisions: { type: "number", default: 1, min: 0, max: 10, unit: "unit_revisions" },
  sweepPrefixes: { type: "choice", default: "D,P", choices: ["D,P", "P,D", "D", "P"] },
  sweepExtensions: { type: "choice", default: ".pdf,.html", choices: [".pdf,.html", ".html,.pdf", ".pdf", ".html"] },

  notifications: { type: "switch", default: true },
  papersPerNotification: { type: "number", default: 3, min: 1, max: 5, unit: "unit_papers" },
  minutesBetweenNotifications: { type: "number", default: 10, min: 0, max: 1440, unit: "unit_minutes" },
  silentNotifications: { type: "switch", default: false },
  quietHours: { type: "switch", default: false },
  quietFromHour: { type: "number", default: 22, min: 0, max: 23, unit: "unit_oclock" },
  quietUntilHour: { type: "number", default: 7, min: 0, max: 23, unit: "unit_oclock" },
  tellRevisions: { type: "switch", default: true },
  tellIndexPapers: { type: "switch", default: true },
  tellFrontierDrafts: { type: "switch", default: false },
  tellAnyDraft: { type: "switch", default: false },
  tellMentions: { type: "switch", default: false },
  tellChangedDrafts: { type: "switch", default: true },
  tellPublishedDrafts: { type: "switch", default: true },
  tellStale: { type: "switch", default: true },

  letterKeys: { type: "switch", default: true },
  sync: { type: "switch", default: false, own: true },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
type ValueOf<One extends Setting> = One extends { type: "number" }
  ? number
  : One extends { type: "switch" }
    ? boolean
    : One extends { choices: readonly (infer Word)[] }
      ? Word
      : string;
export type Settings = { [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };
export type SettingValue = Settings[SettingName];

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** Settings that a person's machines share, if they share anything. */
export const SHARED_SETTINGS = SETTING_NAMES.filter((name) => !(SETTINGS[name] as Setting).own);

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

/** True where the value has the setting's type and lies within its bounds; numbers are whole. */
export function isValidSetting(name: SettingName, value: unknown): value is SettingValue {
  const setting: Setting = SETTINGS[name];
  switch (setting.type) {
    case "switch":
      return typeof value === "boolean";
    case "number":
      return Number.isInteger(value) && (value as number) >= setting.min && (value as number) <= setting.max;
    case "choice":
      return typeof value === "string" && setting.choices.includes(value);
    case "ranges":
      return typeof value === "string" && parseRanges(value) !== undefined;
    case "feeds":
      return typeof value === "string" && parseFeeds(value) !== undefined;
  }
}

const MOST_RANGES = 20;
const MOST_NUMBERS = 5_000;
/** In characters, blanks included. */
const LONGEST_RANGES = 500;

/** Reads "3000-3010, 4116": at most 20 ranges of at most 5,000 numbers in all; undefined where it is anything else. Empty is no range. */
export function parseRanges(text: string): { min: number; max: number }[] | undefined {
  if (text.length > LONGEST_RANGES) return undefined;
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length === 1 && parts[0] === "") return [];
  const ranges = parts.map((part) => {
    const [, min, max = min] = /^P?(\d{1,6})(?:\s*[-–]\s*P?(\d{1,6}))?$/i.exec(part) ?? [];
    return min === undefined || max === undefined || Number(min) > Number(max) ? undefined : { min: Number(min), max: Number(max) };
  });
  if (ranges.length > MOST_RANGES || !ranges.every((range) => range !== undefined)) return undefined;
  return ranges.reduce((numbers, { min, max }) => numbers + max - min + 1, 0) <= MOST_NUMBERS ? ranges : undefined;
}

export const MOST_FEEDS = 8;
/** So that all of them fit into one item of what is shared. */
export const LONGEST_FEED = 400;
/** No value of a setting is a longer text: all feeds that there can be, with what is between them. */
export const LONGEST_SETTING = MOST_FEEDS * (LONGEST_FEED + 1);
/** Plain http only where nothing leaves this machine. */
const FEED_ADDRESS = /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost)[:/])[!-~]+#[!-~]+$/;

/** The addresses of feeds, none of them twice; undefined where one cannot be that, or there are too many. Whether its key is one, is for `readSubscription` to say. */
export function parseFeeds(text: string): string[] | undefined {
  if (text.length > LONGEST_SETTING) return undefined;
  const addresses = text === "" ? [] : text.split(" ");
  if (addresses.length > MOST_FEEDS || new Set(addresses).size < addresses.length) return undefined;
  return addresses.every((address) => address.length <= LONGEST_FEED && FEED_ADDRESS.test(address)) ? addresses : undefined;
}

/** All settings: what was stored where it is valid, the default elsewhere. */
export function completeSettings(stored: Iterable<{ name: string; value: unknown }>): Settings {
  const settings: Record<string, SettingValue> = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].default]));
  for (const { name, value } of stored) if (isSettingName(name) && isValidSetting(name, value)) settings[name] = value;
  return settings as Settings;
}
