import { describe, expect, it } from "vitest";
import { describeScreens } from "./describe-screens.ts";
import type { Verdict } from "./judge-screens.ts";

const SAME: Verdict = { name: "a.png", verdict: "same" };
const CHANGED: Verdict = { name: "b.png", verdict: "changed", share: 0.01234, pixels: 2_962, image: ".output/screens/changed/b.png" };

describe("what is told of pictures", () => {
  it.each<[string, Verdict[], string[]]>([
    ["that are as they were", [SAME], ["1 of 1 pictures are as they were."]],
    [
      "one of which changed",
      [SAME, CHANGED],
      [
        "changed  b.png: 1.23 % (2962 pixels), see .output/screens/changed/b.png",
        "1 of 2 pictures are as they were.",
        "Look at the images of the differences: npm run pictures -- --keep takes over what is meant; what is not, the code has to undo.",
      ],
    ],
    [
      "one of which changed by a hair",
      [{ ...CHANGED, share: 0.000001, pixels: 1 }],
      [expect.stringContaining("< 0.01 % (1 pixels)"), "0 of 1 pictures are as they were.", expect.stringContaining("--keep")],
    ],
    [
      "one of which has gone and one of which came",
      [
        { name: "c.png", verdict: "missing" },
        { name: "d.png", verdict: "new" },
      ],
      [
        "missing  c.png: it is kept, but no test takes it any more",
        "new      d.png: nothing is kept to compare it with",
        "0 of 2 pictures are as they were.",
        "npm run pictures -- --keep takes over what is meant; what is not, the code has to undo.",
      ],
    ],
    [
      "one of which cannot be read",
      [{ name: "e.png", verdict: "damaged" }],
      [
        "damaged  kept/e.png is no whole PNG: git restore kept brings back what was kept",
        "0 of 1 pictures are as they were.",
        expect.stringContaining("--keep"),
      ],
    ],
  ])("%s", (_, verdicts, lines) => {
    expect(describeScreens(verdicts, [], "kept").lines).toEqual(lines);
  });

  it.each<[string, Verdict[], string[], boolean]>([
    ["not what is as it was", [SAME], [], false],
    ["what changed", [SAME, CHANGED], [], true],
    ["what is missing", [{ name: "c.png", verdict: "missing" }], [], true],
    ["what is new", [{ name: "d.png", verdict: "new" }], [], true],
    ["not what changed with the browser", [CHANGED], ["Chrome/157 in place of Chrome/156"], false],
    ["what is damaged, with any browser", [{ name: "e.png", verdict: "damaged" }], ["Chrome/157 in place of Chrome/156"], true],
  ])("is a reason to fail: %s", (_, verdicts, others, fails) => {
    expect(describeScreens(verdicts, others, "kept").fails).toBe(fails);
  });

  it("says what the pictures were taken with", () => {
    const { lines } = describeScreens([CHANGED], ["Chrome/157 in place of Chrome/156"], "kept");
    expect(lines.at(-1)).toBe(
      "No reason to fail: taken with Chrome/157 in place of Chrome/156. npm run pictures -- --keep takes over what is meant, and compares strictly again.",
    );
  });
});
