import { describe, expect, it } from "vitest";
import { otherSurroundings, readSurroundings, type Surroundings } from "./surroundings.ts";

const KEPT: Surroundings = { browser: "Chrome/156.0.1.2", fonts: "dejavu-fonts-ttf 2.37.3", system: "linux x64" };

describe("what pictures were taken with", () => {
  it.each<[string, string, Surroundings | undefined]>([
    ["as it was written", JSON.stringify(KEPT), KEPT],
    ["cut off", '{"browser": "Chr', undefined],
    ["without a part", '{"browser": "Chrome/156.0.1.2", "fonts": "x 1"}', undefined],
    ["something else", "null", undefined],
  ])("is read: %s", (_, text, expected) => {
    expect(readSurroundings(text)).toEqual(expected);
  });

  it.each<[string, Partial<Surroundings>, string[]]>([
    ["all the same", {}, []],
    ["a newer browser", { browser: "Chrome/156.0.1.3" }, ["Chrome/156.0.1.3 in place of Chrome/156.0.1.2"]],
    [
      "other fonts on another machine",
      { fonts: "dejavu-fonts-ttf 2.38.0", system: "darwin arm64" },
      ["dejavu-fonts-ttf 2.38.0 in place of dejavu-fonts-ttf 2.37.3", "darwin arm64 in place of linux x64"],
    ],
  ])("is held against what others were taken with: %s", (_, other, expected) => {
    expect(otherSurroundings(KEPT, { ...KEPT, ...other })).toEqual(expected);
  });
});
