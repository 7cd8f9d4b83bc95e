import { describe, expect, it } from "vitest";
import { ALL_BYTES, allBytes, hasRoom, itemBytes, MOST_ITEMS } from "./item-size.ts";

it.each([
  ["a", "b", 4],
  ["é", "", 4],
  ["a", undefined, 1],
  ["a", { b: [1] }, 10],
  ["<", "<", 14],
  ["a", "\u007f\u2028\u2029", 3 + 6 + 8 + 8],
])("%j: %j takes %i bytes", (key, value, bytes) => expect(itemBytes(key, value)).toBe(bytes));

describe("there is room", () => {
  const filling = (bytes: number) => ({ a: "b".repeat(bytes - 3) });
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [String(at), 0]));

  it.each([
    ["for what fills it", filling(ALL_BYTES), true],
    ["for no byte more", filling(ALL_BYTES + 1), false],
    ["for so many items", many(MOST_ITEMS), true],
    ["for no more", many(MOST_ITEMS + 1), false],
  ])("%s", (_, items, expected) => expect(hasRoom(items)).toBe(expected));

  it("by the sum of all", () => expect(allBytes({ a: 1, bc: "d" })).toBe(2 + 5));
});
