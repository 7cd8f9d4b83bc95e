import { expect, it } from "vitest";
import { judgeFigures } from "./judge-figures.ts";

it.each([
  ["as recorded", 100, 0, "held"],
  ["one more", 101, 0, "worse"],
  ["one less", 99, 0, "better"],
  ["at its tolerance", 103, 0.03, "held"],
  ["above its tolerance", 104, 0.03, "worse"],
  ["less, with a tolerance", 99, 0.03, "better"],
  ["above a tolerance that is less than one", 101, 0.003, "worse"],
])("a figure %s", (_, value, tolerance, verdict) => {
  expect(judgeFigures([{ name: "a", value, tolerance }], { a: 100 })).toMatchObject([{ name: "a", verdict, measured: value, recorded: 100 }]);
});

it("has none where nothing is recorded, not even zero", () => {
  expect(judgeFigures([{ name: "a", value: 0 }], {})).toEqual([{ name: "a", verdict: "new", measured: 0 }]);
  expect(judgeFigures([{ name: "a", value: 0 }], { a: 0 })).toMatchObject([{ verdict: "held" }]);
  expect(judgeFigures([{ name: "toString", value: 1 }], {})).toMatchObject([{ verdict: "new" }]);
});

it("names what is recorded and no longer measured, after the rest", () => {
  expect(judgeFigures([{ name: "b", value: 1 }], { a: 2, b: 1 })).toEqual([
    { name: "b", verdict: "held", measured: 1, recorded: 1, limit: 1 },
    { name: "a", verdict: "gone", recorded: 2 },
  ]);
});
