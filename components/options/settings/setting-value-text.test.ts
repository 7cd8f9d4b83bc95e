import { expect, it } from "vitest";
import { SETTING_NAMES, SETTINGS } from "../../../lib/terms/settings.ts";
import { speak } from "../../../test/speak.ts";
import { settingValueText } from "./setting-value-text.ts";

it.each([
  ["drafts", true, "on"],
  ["drafts", false, "off"],
  ["pollMinutes", 1, "1\u00a0minute"],
  ["pollMinutes", 30, "30\u00a0minutes"],
  ["draftPolicy", "sweep", "In rounds"],
  ["sweepRanges", "", "none"],
  ["sweepRanges", "3000-3010", "3000-3010"],
] as const)("%s of %j reads %j", (name, value, text) => {
  expect(settingValueText(name, value, speak)).toBe(text);
});

it.each(SETTING_NAMES)("%s has words for its default", (name) => {
  expect(settingValueText(name, SETTINGS[name].default, speak)).not.toBe("");
});
