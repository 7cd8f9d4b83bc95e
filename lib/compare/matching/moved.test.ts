import { expect, it } from "vitest";
import { outOfOrder } from "./moved.ts";

it.each<[number[], number[]]>([
  [[], []],
  [[0, 1, 2], []],
  [[2, 0, 1], [2]],
  [[1, 2, 0], [0]],
  [[0, 3, 1, 2, 4], [3]],
  [[5, 1, 9], [5]],
])("of %j as few as can be do not fit: %j", (places, moved) => {
  expect([...outOfOrder(places)].length).toBe(moved.length);
  expect(places.filter((place) => !outOfOrder(places).has(place))).toEqual(places.filter((place) => !outOfOrder(places).has(place)).toSorted((a, b) => a - b));
});
