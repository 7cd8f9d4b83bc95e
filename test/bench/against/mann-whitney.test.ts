import { describe, expect, it } from "vitest";
import { mannWhitney } from "./mann-whitney.ts";

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

describe("whether two samples come from the same", () => {
  it.each([
    // The documentation of SciPy's mannwhitneyu.
    ["as in SciPy's example", [19, 22, 16, 29, 24], [20, 11, 17, 12], 1 / 9],
    // R's wilcox.test gives half of it, one-sided.
    ["as in R's example", [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21], 0.254_412_254],
    ["three against three, apart", [1, 2, 3], [4, 5, 6], 2 / 20],
    ["four against four, apart", [1, 2, 3, 4], [5, 6, 7, 8], 2 / 70],
    ["four against four, apart by all but one pair", [1, 2, 3, 5], [4, 6, 7, 8], 4 / 70],
    ["seven against seven, apart", [1, 2, 3, 4, 5, 6, 7], [11, 12, 13, 14, 15, 16, 17], 2 / 3432],
    ["mixed as evenly as can be", [1, 4, 5, 8], [2, 3, 6, 7], 1],
  ])("%s", (_, one, other, expected) => {
    expect(mannWhitney(one, other)).toBeCloseTo(expected, 9);
    expect(mannWhitney(other, one)).toBeCloseTo(expected, 9);
  });

  it.each([
    // By hand: u = 0.5, n = m = 4, one pair tied: deviation sqrt(16 / 12 * (9 - 6 / 56)), z = 7 / that.
    ["with one tie", [1, 2, 3, 4], [4, 5, 6, 7], 0.042_066],
    ["with nothing but ties", [3, 3, 3], [3, 3, 3], 1],
    ["with the same values in both", EIGHT, EIGHT, 1],
    ["with many values", Array.from({ length: 40 }, (_, i) => i), Array.from({ length: 40 }, (_, i) => i + 0.5), 0.851_16],
    ["with none", [], [1, 2], 1],
  ])("%s, nearly", (_, one, other, expected) => {
    expect(mannWhitney(one, other)).toBeCloseTo(expected, 5);
  });
});
