import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { completeSettings, isSettingName, isValidSetting, parseRanges, SETTING_NAMES, SETTINGS, type Setting } from "./settings.ts";

const anyValue = fc.oneof(fc.anything(), anyText(), fc.double(), fc.integer(), fc.boolean(), fc.constantFrom("D", "quiet", "3000-3010", "P1"));

describe("ranges of numbers", () => {
  it.each([
    ["", []],
    ["  ", []],
    ["4116", [{ min: 4116, max: 4116 }]],
    [
      "3000-3010, 4116",
      [
        { min: 3000, max: 3010 },
        { min: 4116, max: 4116 },
      ],
    ],
    [
      " p3000 – P3010 ,0-0",
      [
        { min: 3000, max: 3010 },
        { min: 0, max: 0 },
      ],
    ],
    [
      "5,5,1-9",
      [
        { min: 5, max: 5 },
        { min: 5, max: 5 },
        { min: 1, max: 9 },
      ],
    ],
    ["1-5000", [{ min: 1, max: 5000 }]],
  ])("%j is %j", (text, ranges) => {
    expect(parseRanges(text)).toEqual(ranges);
  });

  it.each([
    "1-5001",
    "1-2500,1-2501",
    "3010-3000",
    "3000-",
    "-5",
    "3000,",
    ",",
    "1;2",
    "D3000",
    "P3000R1",
    "1234567",
    "3e3",
    "0x10",
    "1.5",
    "٣",
    "3000\n-\u00003010",
  ])("%j is none", (text) => {
    expect(parseRanges(text)).toBeUndefined();
  });

  it("are twenty at most, and no longer than anybody types", () => {
    expect(parseRanges(Array.from({ length: 20 }, () => "7").join(","))).toHaveLength(20);
    expect(parseRanges(Array.from({ length: 21 }, () => "7").join(","))).toBeUndefined();
    expect(parseRanges(`7${" ".repeat(499)}`)).toHaveLength(1);
    expect(parseRanges(`7${" ".repeat(500)}`)).toBeUndefined();
  });

  it("are read from whatever is typed without an exception, and hold what they may", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."0123456789P,-– "), maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(anyText(), typed), (text) => {
        const ranges = parseRanges(text);
        if (!ranges) return;
        expect(ranges.length).toBeLessThanOrEqual(20);
        for (const { min, max } of ranges) expect(0 <= min && min <= max && max <= 999_999).toBe(true);
        expect(ranges.reduce((sum, { min, max }) => sum + max - min + 1, 0)).toBeLessThanOrEqual(5000);
      }),
    );
  });
});

describe("the settings", () => {
  it.each(SETTING_NAMES)("%s has a default that is valid, and bounds that hold", (name) => {
    const setting: Setting = SETTINGS[name];
    expect(isValidSetting(name, setting.default)).toBe(true);
    const wrong: unknown[] = [undefined, null, {}, [], "no such word"];
    if (setting.type === "number") {
      wrong.push(setting.min - 1, setting.max + 1, setting.min + 0.5, Number.NaN, Number.POSITIVE_INFINITY, String(setting.default), true);
      for (const bound of [setting.min, setting.max]) expect(isValidSetting(name, bound), String(bound)).toBe(true);
    }
    if (setting.type === "switch") wrong.push(0, 1, "true");
    if (setting.type === "choice") {
      wrong.push("", ...setting.choices.map((word) => ` ${word}`), setting.choices.length, [...setting.choices]);
      for (const word of setting.choices) expect(isValidSetting(name, word), word).toBe(true);
    }
    if (setting.type === "ranges") wrong.push("5-1", 3000, [{ min: 1, max: 2 }]);
    if (setting.type === "feeds")
      wrong.push("https://a.example/", "http://a.example/#k", "https://a.example/#k https://a.example/#k", " ", "ftp://a.example/#k");
    for (const value of wrong) expect(isValidSetting(name, value), JSON.stringify(value)).toBe(false);
  });

  it.each(["toString", "__proto__", "constructor", "", "PollMinutes"])("have none of the name %j", (name) => {
    expect(isSettingName(name)).toBe(false);
  });

  it("are complete whatever was stored: what is valid, and the default elsewhere", () => {
    const defaults = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].default]));
    expect(completeSettings([])).toEqual(defaults);
    const row = fc.record({ name: fc.oneof(fc.constantFrom<string>(...SETTING_NAMES), anyText()), value: anyValue });
    fc.assert(
      fc.property(fc.array(row), (stored) => {
        const expected: Record<string, unknown> = { ...defaults };
        for (const { name, value } of stored) if (isSettingName(name) && isValidSetting(name, value)) expected[name] = value;
        const settings = completeSettings(stored);
        expect(settings).toEqual(expected);
        for (const name of SETTING_NAMES) expect(isValidSetting(name, settings[name])).toBe(true);
      }),
    );
  });

  it("are stored as they were chosen", () => {
    const chosen = { draftPolicy: "sweep", sweepRanges: "3000-3010", quietHours: true, pollMinutes: 5 } as const;
    const stored = Object.entries(chosen).map(([name, value]) => ({ name, value }));
    expect(completeSettings([...stored, { name: "pollMinutes", value: 4 }, { name: "draftPolicy", value: "loud" }])).toMatchObject(chosen);
  });
});
