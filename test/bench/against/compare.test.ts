import { describe, expect, it } from "vitest";
import { compare, order } from "./compare.ts";
import { type Direction, type Figures, figuresOf } from "./figures.ts";

const runs = (better: Direction, ...values: number[]): Figures[] => values.map((value) => new Map([["a", { value, better }]]));
const [LOW, HIGH, MIXED] = [
  [1, 2, 3, 4, 5, 6],
  [11, 12, 13, 14, 15, 16],
  [0, 2.5, 3.5, 3.6, 4.5, 9],
] as const;

describe("two sides", () => {
  it.each([
    ["lower", HIGH, LOW, "better"],
    ["lower", LOW, HIGH, "worse"],
    ["higher", LOW, HIGH, "better"],
    ["higher", HIGH, LOW, "worse"],
    ["lower", LOW, MIXED, "not told apart"],
    ["lower", [2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2], "not told apart"],
    ["lower", [2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 3], "worse"],
  ] as const)("where %s is better, from %j to %j is %s", (better, before, now, verdict) => {
    expect(compare(runs(better, ...before), runs(better, ...now))).toMatchObject([{ verdict }]);
  });

  it("are shown by their medians and the ratio of these, which nothing has to nothing", () => {
    expect(compare(runs("lower", 1, 2, 9), runs("lower", 3, 4, 5))).toMatchObject([{ figure: "a", before: 2, now: 4, ratio: 2 }]);
    expect(compare(runs("lower", 0), runs("lower", 1))).toMatchObject([{ ratio: undefined }]);
  });

  it("are compared in what all their runs have", () => {
    expect(compare([new Map()], runs("lower", 1))).toEqual([]);
  });

  it("take turns, and turns in who begins", () => {
    expect(order(3)).toEqual(["before", "now", "now", "before", "before", "now"]);
  });
});

it("the figures of a report are its numbers, with which are better", () => {
  const report = {
    targets: [
      { name: "a", value: 1, unit: "x" },
      { name: "b", value: 2, unit: "" },
    ],
    details: { papers: 3, file: "c", "d (ms)": 4, "jobs per second, 4 at once": 5, "found with a slip, swap (%)": 6, "e (kB)": "7" },
  };
  expect([...figuresOf(report)]).toEqual([
    ["a (x)", { value: 1, better: "lower" }],
    ["b", { value: 2, better: "lower" }],
    ["d (ms)", { value: 4, better: "lower" }],
    ["jobs per second, 4 at once", { value: 5, better: "higher" }],
    ["found with a slip, swap (%)", { value: 6, better: "higher" }],
  ]);
});
