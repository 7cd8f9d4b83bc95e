import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/any-text.ts";
import { foldText } from "../watch/names/fold-text.ts";
import { foldWithPlaces } from "./fold-with-places.ts";

describe("a folded text with its places", () => {
  it.each<[text: string, key: string, found: string, original: string]>([
    ["Köppe", "koppe", "opp", "öpp"],
    ["Ko\u0308ppe", "koppe", "pp", "pp"],
    ["O'Dwyer", "odwyer", "dwyer", "Dwyer"],
    ["the ﬁle", "the file", "i", "ﬁ"],
    ["Straße", "strasse", "ss", "ß"],
    // As long as it was, and yet not letter for letter.
    ["Straße cafe\u0301", "strasse cafe", "ss", "ß"],
    ["😀 executors", "😀 executors", "exec", "exec"],
    ["\ud800 Zürich", "\ud800 zurich", "zur", "Zür"],
  ])("%j is %j, and its %j is %j", (text, key, found, original) => {
    const folded = foldWithPlaces(text);
    expect(folded.key).toBe(key);
    const at = key.indexOf(found);
    expect(text.slice(folded.from(at), folded.to(at + found.length - 1))).toBe(original);
  });

  it("has the key that the text has without places, each unit from within the text and in its order", () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), (text) => {
        const { key, from, to } = foldWithPlaces(text);
        expect(key).toBe(foldText(text));
        let before = 0;
        for (let place = 0; place < key.length; place++) {
          expect(from(place)).toBeGreaterThanOrEqual(before);
          expect(to(place)).toBeGreaterThan(from(place));
          expect(to(place)).toBeLessThanOrEqual(text.length);
          before = from(place);
        }
      }),
    );
  });
});
