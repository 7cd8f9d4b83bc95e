import { describe, expect, it } from "vitest";
import { seenMatches } from "./seen-matches.ts";

describe("matches that were seen", () => {
  const before = new Set(["P3R0", "P2R0"]);

  it("are at first all that are there, drawn or not", () => {
    const many = Array.from({ length: 3_000 }, (_, position) => `P${position}R0`);
    expect([...seenMatches(undefined, many, false)]).toEqual(many);
  });

  it.each<[string, string[], isTopInSight: boolean, string[]]>([
    ["what comes at the top, in sight", ["P5R0", "P4R0", "P3R0", "P2R0"], true, ["P2R0", "P3R0", "P4R0", "P5R0"]],
    ["not what comes above the fold, out of sight", ["P4R0", "P3R0", "P2R0"], false, ["P2R0", "P3R0"]],
    ["not what comes among the others, as by a clock that was set back", ["P3R0", "P9R0", "P2R0"], true, ["P2R0", "P3R0"]],
    ["what comes where all others have gone", ["P4R0"], true, ["P2R0", "P3R0", "P4R0"]],
    ["what was read and is unread again", ["P2R0"], false, ["P2R0", "P3R0"]],
  ])("are later %s", (_, unread, isTopInSight, seen) => {
    expect([...seenMatches(before, unread, isTopInSight)].sort()).toEqual(seen);
  });
});
