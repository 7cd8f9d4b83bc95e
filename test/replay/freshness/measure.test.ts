import { expect, it } from "vitest";
import { mean, quantile } from "./measure.ts";

const TEN = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100);

it.each([
  [0, 1],
  [0.05, 1],
  [0.1, 1],
  [0.11, 2],
  [0.5, 5],
  [0.9, 9],
  [0.95, 100],
  [1, 100],
])("the value that %f of ten do not exceed is %i", (share, value) => expect(quantile(TEN, share)).toBe(value));

it("has no quantile of nothing", () => expect(quantile(new Float64Array(), 0.5)).toBeNaN());

it("means the mean", () => expect(mean(TEN)).toBe(14.5));
