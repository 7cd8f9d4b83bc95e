import { describe, expect, it } from "vitest";
import { MAX_NAME } from "../../limits.ts";
import { isClearlyName, mayBeName } from "./person-name.ts";

const long = (length: number) => `Ada ${"b".repeat(length - 4)}`;

describe("what may be a name where authors stand", () => {
  it.each([
    ["Ada", true],
    ["Ada Lovelace", true],
    ["李明", true],
    ["’Abd al-Rahman", true],
    ["A B C D E Foo", true],
    ["A B C D E F Foo", false],
    [long(MAX_NAME), true],
    [long(MAX_NAME + 1), false],
    ["ada lovelace", false],
    ["...", false],
    ["Ada Lovelace 2", false],
    ["Ada = Lovelace", false],
    ["Lovelace Inc.", false],
    ["University of London", false],
  ])("%j: %s", (text, expected) => expect(mayBeName(text)).toBe(expected));
});

describe("what is a name to all appearances", () => {
  it.each([
    ["Ada", false],
    ["Ada Lovelace", true],
    ["Ada King Noel Byron Lovelace", true],
    ["Ada King Noel Byron Milbanke Lovelace", false],
    ["Ludwig van Beethoven", true],
    ["van Beethoven", false],
    ["Vincent van", false],
    ["J. R. R. Tolkien", true],
    ["J.-P. Serre", true],
    ["Ada LOVELACE", true],
    ["ADA LOVELACE", false],
    ["d’Alembert Jean", true],
    ["Ada lovelace", false],
    ["Library Evolution", false],
    ["Ada Wording", false],
    ["李明 王芳", true],
    ["Ada Lovelace Inc", false],
  ])("%j: %s", (text, expected) => expect(isClearlyName(text)).toBe(expected));
});
