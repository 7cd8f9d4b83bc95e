import type { MessageKey } from "../language/translate.ts";
import { sendMessage } from "../messages.ts";
import { isValidSetting, type SETTINGS, type Setting, type SettingName, type Settings } from "./settings.ts";

declare const settings: Settings;

// What is there has the type of its row in the table.
const minutes: number = settings.pollMinutes;
const policy: "quiet" | "sweep" = settings.draftPolicy;

/** The texts that settings lack in public/_locales/en: none. Those of a new one are named here, if only the compiler is asked. */
type Units = { [Name in SettingName]: (typeof SETTINGS)[Name] extends { unit: infer Unit extends string } ? Unit : never }[SettingName];
type Lacking = Exclude<`setting_${SettingName}` | `setting_${SettingName}_help` | Units, MessageKey>;
const lacking: Record<Lacking, true> = {};

// @ts-expect-error There is no such setting.
void settings.pollHours;
// @ts-expect-error A switch is no number.
const count: number = settings.drafts;
// @ts-expect-error A choice is one of its words.
void (settings.draftPolicy === "loud");
// @ts-expect-error A setting that there is not is not asked about.
void isValidSetting("pollHours", 1);
// @ts-expect-error Nor set.
void sendMessage("setSetting", { name: "pollHours", value: 1 });
// @ts-expect-error A number has bounds and a unit.
const unbounded: Setting = { group: "checking", type: "number", default: 3 };
// @ts-expect-error A setting stands in one of the groups.
const elsewhere: Setting = { group: "misc", type: "switch", default: true };
// @ts-expect-error There is no such kind of setting.
const coloured: Setting = { group: "checking", type: "colour", default: "red" };

export { coloured, count, elsewhere, lacking, minutes, policy, unbounded };
