import { describe, expect, it } from "vitest";
import { createSearch } from "../../search/search.ts";
import { samplePaper } from "../../watch/sample-paper.ts";
import { libraryAddress } from "./library-address.ts";

const search = createSearch([samplePaper("P2300R10", { title: "std::execution" }), samplePaper("N4950", { title: "Working Draft" })]);

describe("the page of the library for a text of the address bar", () => {
  it.each([
    ["P2300", "#/paper/P2300"],
    ["p2300r10", "#/paper/P2300R10"],
    [" n4950 ", "#/paper/N4950"],
    ["2300", "#/paper/P2300"],
    ["4950", "#/paper/N4950"],
    ["23", "#/search/23"],
    ["niebler executors", "#/search/niebler%20executors"],
    ["a/b?c#d%", "#/search/a%2Fb%3Fc%23d%25"],
    ["\ud800", "#/search/%EF%BF%BD"],
    ["LWG2300", "#/search/LWG2300"],
    ["", "#/"],
  ])("for %j is %s", (text, hash) => expect(libraryAddress(text, search)).toBe(`/library.html${hash}`));

  it("is a search for a number that cannot be looked up yet", () => {
    expect(libraryAddress("2300", undefined)).toBe("/library.html#/search/2300");
    expect(libraryAddress("P2300", undefined)).toBe("/library.html#/paper/P2300");
  });
});
