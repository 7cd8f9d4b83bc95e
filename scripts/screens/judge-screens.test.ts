import { expect, it } from "vitest";
import { judgeScreens, type Verdict } from "./judge-screens.ts";

const CHANGED: Verdict = { name: "b", verdict: "changed", share: 0.5, pixels: 2, image: "changed/b" };

it.each<[string, string[], string[], Verdict[]]>([
  ["nothing at all", [], [], []],
  ["one that is as it was", ["a"], ["a"], [{ name: "a", verdict: "same" }]],
  [
    "one that is not taken any more",
    ["a", "c"],
    ["a"],
    [
      { name: "a", verdict: "same" },
      { name: "c", verdict: "missing" },
    ],
  ],
  [
    "one that was not taken before",
    ["c"],
    ["a", "c"],
    [
      { name: "a", verdict: "new" },
      { name: "c", verdict: "same" },
    ],
  ],
  ["one that changed", ["b", "a"], ["b", "a"], [{ name: "a", verdict: "same" }, CHANGED]],
])("judges %s", (_, kept, taken, expected) => {
  expect(judgeScreens(kept, taken, (name) => (name === "b" ? CHANGED : { name, verdict: "same" }))).toEqual(expected);
});
