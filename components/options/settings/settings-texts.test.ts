import { describe, expect, it } from "vitest";
import { SETTING_NAMES, SETTINGS, type Setting, type SettingName } from "../../../lib/terms/settings.ts";
import messages from "../../../public/_locales/en/messages.json" with { type: "json" };
import { choiceKey } from "./choice-key.ts";
import { isShown } from "./is-shown.ts";

const QUIET = { draftPolicy: "quiet", quietHours: false, feeds: "" } as const;

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

describe("a setting that does nothing is not shown", () => {
  const hidden = (settings: Parameters<typeof isShown>[1]): SettingName[] => SETTING_NAMES.filter((name) => !isShown(name, settings));
  const sweeps = SETTING_NAMES.filter((name) => name.startsWith("sweep"));

  it.each<[string, Parameters<typeof isShown>[1], SettingName[]]>([
    ["the policy is quiet, and there are no quiet hours", QUIET, ["feeds", "askAsWell", ...sweeps, "quietFromHour", "quietUntilHour"]],
    ["there are quiet hours", { ...QUIET, quietHours: true }, ["feeds", "askAsWell", ...sweeps]],
    ["a feed is subscribed", { ...QUIET, feeds: "https://scout.example/#ed25519=x" }, ["feeds", ...sweeps, "quietFromHour", "quietUntilHour"]],
    ["the policy is sweep", { ...QUIET, draftPolicy: "sweep" }, ["feeds", "askAsWell", "quietBaseMinutes", "quietFromHour", "quietUntilHour"]],
  ])("where %s", (_, settings, names) => {
    expect(new Set(hidden(settings))).toEqual(new Set(names));
    expect(hidden(settings)).toHaveLength(names.length);
  });
});
