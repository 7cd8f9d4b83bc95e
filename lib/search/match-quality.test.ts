import { describe, expect, it } from "vitest";
import { placesOf, QUALITY, qualityOf } from "./match-quality.ts";

describe("how well a text has a term", () => {
  it("a slip is worth less than what stands there, and the more of a word the better", () => {
    const { none, typo, typoOfWord, inside, beginning, word, number } = QUALITY;
    const order = [none, typo, typoOfWord, inside, beginning, word, number];
    expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
  });

  it.each([
    ["ab", "ab", "word"],
    ["ab", "x ab y", "word"],
    ["ab", "abc", "beginning"],
    ["ab", "cab", "inside"],
    ["ab", "cabs", "inside"],
    ["ab", "cab abs", "beginning"],
    ["ab", "cab abs ab", "word"],
    ["ab", "x", "none"],
    ["c", "c++", "beginning"],
    ["c", "c#", "beginning"],
    ["c", "c-d", "word"],
    ["a", "za", "inside"],
    ["a", "`a{", "word"],
    ["a", "0a", "inside"],
    ["a", "9a", "inside"],
    ["a", "/a:", "word"],
    ["a", "éa", "inside"],
    ["a", "\u00a0a\u0080", "word"],
  ] as const)("%j in %j is %s", (term, text, name) => {
    expect(qualityOf(term, text)).toBe(QUALITY[name]);
    expect(Math.max(0, ...[...placesOf(term, text)].map(({ quality }) => quality))).toBe(QUALITY[name]);
  });

  it("looks at 64 places", () => {
    const text = `${"xab ".repeat(63)}ab ab`;
    expect(qualityOf("ab", text)).toBe(QUALITY.word);
    expect(qualityOf("ab", `xab ${text}`)).toBe(QUALITY.inside);
    expect([...placesOf("ab", text)]).toHaveLength(64);
  });

  it("says where each of them is", () => {
    expect([...placesOf("ab", "ab cab")]).toEqual([
      { from: 0, to: 2, quality: QUALITY.word },
      { from: 4, to: 6, quality: QUALITY.inside },
    ]);
  });
});
