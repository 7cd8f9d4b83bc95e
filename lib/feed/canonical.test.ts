import fc from "fast-check";
import { expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { canonicalText } from "./canonical.ts";

it.each([
  [{ b: 1, a: [true, null, "ü"], c: undefined }, '{"a":[true,null,"ü"],"b":1}'],
  [{ "10": 1, "9": 2, Z: 3, a: 4 }, '{"10":1,"9":2,"Z":3,"a":4}'],
  ["\ud800", '"\ufffd"'],
  [{}, "{}"],
])("%j is %s", (value, text) => expect(canonicalText(value)).toBe(text));

it("is JSON of the same value, whatever the order of its keys", () => {
  const value = fc.dictionary(
    anyText().filter((key) => key.isWellFormed() && key !== "__proto__"),
    fc.oneof(fc.integer(), fc.boolean(), fc.string()),
  );
  fc.assert(
    fc.property(value, (one) => {
      const text = canonicalText(one);
      expect(JSON.parse(text)).toEqual({ ...one });
      expect(canonicalText(Object.fromEntries(Object.entries(one).reverse()))).toBe(text);
    }),
  );
});
