import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { SETTING_NAMES, SETTINGS, type Setting, type SettingName } from "../../../lib/terms/settings.ts";
import messages from "../../../public/_locales/en/messages.json" with { type: "json" };
import { choiceKey } from "./choice-key.ts";
import { isShown } from "./is-shown.ts";
import { SETTING_PLACES, type SettingPlace } from "./setting-places.ts";

const BACKUP_FORMAT = readFileSync(resolve(import.meta.dirname, "../../../docs/backup-format.md"), "utf8");
const QUIET = { draftPolicy: "quiet", quietHours: false } as const;

describe("the words of the settings", () => {
  it.each(SETTING_NAMES)("%s has all it is drawn with", (name) => {
    const setting: Setting = SETTINGS[name];
    const keys = [`setting_${name}`, `setting_${name}_help`];
    if (setting.type === "number") keys.push(setting.unit);
    if (setting.type === "choice") keys.push(...setting.choices.map((_, position) => choiceKey(name, position)));
    expect(keys.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
  });

  it("names no choice that there is not", () => {
    const known = SETTING_NAMES.flatMap((name) => {
      const setting: Setting = SETTINGS[name];
      return setting.type === "choice" ? setting.choices.map((_, position) => choiceKey(name, position)) : [];
    });
    expect(Object.keys(messages).filter((key) => key.startsWith("choice_"))).toEqual(known);
  });
});

describe("the place of a setting", () => {
  const at = (place: SettingPlace) => SETTING_NAMES.filter((name) => SETTING_PLACES[name].endsWith(`/${place}`));

  it("is in sight for sixteen, behind a fold for fourteen, in the file alone for the others", () => {
    expect([at("plain").length, at("advanced").length, at("file").length]).toEqual([16, 14, 14]);
  });

  it.each(at("file"))("%s, which only the file has, is documented with its default and bounds", (name) => {
    const setting: Setting = SETTINGS[name];
    const row = BACKUP_FORMAT.split("\n").find((line) => line.includes(`\`${name}\``) && line.startsWith("|"));
    expect(row).toContain(String(setting.default));
    if (setting.type === "number") expect(row).toContain(`${setting.min} to ${setting.max}`);
    if (setting.type === "choice") for (const choice of setting.choices) expect(row).toContain(`"${choice}"`);
  });
});

describe("a setting that does nothing is not shown", () => {
  const hidden = (settings: Parameters<typeof isShown>[1]): SettingName[] => SETTING_NAMES.filter((name) => !isShown(name, settings));
  const sweeps = SETTING_NAMES.filter((name) => name.startsWith("sweep"));

  it.each<[string, Parameters<typeof isShown>[1], SettingName[]]>([
    ["the policy is quiet, and there are no quiet hours", QUIET, [...sweeps, "quietFromHour", "quietUntilHour"]],
    ["there are quiet hours", { ...QUIET, quietHours: true }, sweeps],
    ["the policy is sweep", { ...QUIET, draftPolicy: "sweep" }, ["quietBaseMinutes", "quietFromHour", "quietUntilHour"]],
  ])("where %s", (_, settings, names) => {
    expect(new Set(hidden(settings))).toEqual(new Set(names));
    expect(hidden(settings)).toHaveLength(names.length);
  });
});
