import { expect, it, vi } from "vitest";
import { remember } from "./remember.ts";

it("computes once for each text, even where the answer is undefined", () => {
  const compute = vi.fn((text: string) => (text === "none" ? undefined : text.length));
  const length = remember(compute);
  expect(["four", "none", "four", "none"].map(length)).toEqual([4, undefined, 4, undefined]);
  expect(compute).toHaveBeenCalledTimes(2);
});

it("holds no more than its cap", () => {
  const compute = vi.fn((text: string) => text);
  const same = remember(compute, 2);
  for (const text of ["a", "b", "c", "a"]) expect(same(text)).toBe(text);
  expect(compute).toHaveBeenCalledTimes(4);
});
