import fc from "fast-check";
import { expect, it } from "vitest";
import { wordForms } from "./word-forms.ts";

it.each([
  ["executor", "executors"],
  ["array", "arrays"],
  ["query", "queries"],
  ["class", "classes"],
  ["alias", "aliases"],
  ["box", "boxes"],
  ["mutex", "mutexes"],
  ["cache", "caches"],
  ["branch", "branches"],
  ["epoch", "epochs"],
  ["hash", "hashes"],
  ["macro", "macros"],
  ["echo", "echoes"],
  ["response", "responses"],
  ["analysis", "analyses"],
  ["index", "indices"],
  ["vertex", "vertices"],
  ["matrix", "matrices"],
  ["criterion", "criteria"],
  ["child", "children"],
])("%s and %s are forms of each other", (singular, plural) => {
  expect(wordForms(singular)).toContain(plural);
  expect(wordForms(plural)).toContain(singular);
});

it.each([
  ["new", "news"],
  ["clas", "class"],
  ["proces", "process"],
  ["acces", "access"],
  ["statu", "status"],
  ["thi", "this"],
  ["a", "as"],
  ["io", "ios"],
  ["mean", "means"],
  ["len", "lens"],
  ["hash", "hashs"],
  ["query", "querys"],
])("%s and %s are not", (one, other) => {
  expect(wordForms(one)).not.toContain(other);
  expect(wordForms(other)).not.toContain(one);
});

it.each(["c++", "c++26", "std2s", "naïves", "x".repeat(41)])("%s has no other form", (word) => expect(wordForms(word)).toEqual([word]));

it("gives each word itself first, and no two words share a form that neither finds", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
      const [first, ...others] = wordForms(word);
      expect(first).toBe(word);
      // Whichever way one goes, one comes back.
      for (const other of others) expect(wordForms(other)).toContain(word);
    }),
  );
});
