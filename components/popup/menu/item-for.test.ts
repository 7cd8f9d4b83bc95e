import { expect, it } from "vitest";
import { itemFor } from "./item-for.ts";

const TEXTS = ["Check now", "Settings", "Hosts and work", "Keys", "Help"];

it.each<[string, number, number | undefined]>([
  ["ArrowDown", -1, 0],
  ["ArrowDown", 1, 2],
  ["ArrowDown", 4, 0],
  ["ArrowUp", 0, 4],
  ["ArrowUp", -1, 4],
  ["ArrowUp", 3, 2],
  ["Home", 3, 0],
  ["End", 0, 4],
  ["h", 0, 2],
  ["H", 2, 4],
  ["h", 4, 2],
  ["k", 3, 3],
  ["x", 0, undefined],
  [" ", 0, undefined],
  ["Enter", 0, undefined],
])("%s from %i leads to %o", (key, at, place) => {
  expect(itemFor(key, TEXTS, at)).toBe(place);
});

it("leads nowhere in a menu without items", () => {
  expect(itemFor("ArrowDown", [], -1)).toBeUndefined();
});
