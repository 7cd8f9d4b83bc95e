import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesAgree } from "./names-agree.ts";

const FIRST = ["Dietmar", "D.", "Jean-Heyd", "JeanHeyd", "J.", "Łukasz", "Ö.", "Özgür", "Þór", "van", "Sy", "JF", "Dr."];
const MIDDLE = ["", "T.", "van der", "von", "de", "Juan", '"Tim"', "(Mike)"];
const LAST = ["Kühl", "Kuhl", "Kuehl", "Köppe", "Koppe", "Koeppe", "O’Dwyer", "ODwyer", "Smith-Rowland", "Rowland", "Li", "Große", "B", "王明"];
const SUFFIX = ["", "Jr.", ", Jr.", "III"];
const name = fc
  .tuple(fc.constantFrom("", ...FIRST), fc.constantFrom(...MIDDLE), fc.constantFrom(...LAST), fc.constantFrom(...SUFFIX))
  .map((parts) => parts.filter((part) => part !== "").join(" "));
const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), name);

describe("namesAgree, for all names", () => {
  it("is the same either way round", () => {
    fc.assert(fc.property(anything, anything, (a, b) => namesAgree(a, b) === namesAgree(b, a)));
    fc.assert(
      fc.property(name, name, (a, b) => namesAgree(a, b) === namesAgree(b, a)),
      { numRuns: 3000 },
    );
  });

  it("knows every name again that has a letter, and no text without one", () => {
    fc.assert(fc.property(name, (a) => namesAgree(a, a)));
    fc.assert(fc.property(fc.string({ unit: "binary" }), (a) => namesAgree(`${a} Li`, `${a} Li`)));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 .-_'’(\u0301\ufffd") }), (a) => !namesAgree(a, a)));
  });

  it("does not look at the order where the surname stands first", () => {
    const given = fc.constantFrom(...FIRST.filter((first) => first !== "van" && first !== "Dr."));
    const family = fc.constantFrom(...LAST.filter((last) => last !== "B"));
    fc.assert(
      fc.property(given, family, (first, last) => {
        for (const form of [`${last}, ${first}`, `${last} ${first}`]) expect([form, namesAgree(form, `${first} ${last}`)]).toEqual([form, true]);
      }),
    );
  });

  it("does not look at case, at accents or at how they are encoded", () => {
    const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");
    fc.assert(
      fc.property(name, (a) => {
        for (const form of [a.toUpperCase(), a.toLowerCase(), a.normalize("NFD"), plain(a)]) expect(namesAgree(a, form)).toBe(true);
      }),
    );
  });
});
