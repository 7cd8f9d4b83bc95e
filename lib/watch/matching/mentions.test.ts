import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { findMention } from "./mentions.ts";

const TEXT = "Thanks to Dietmar KÜHL, J. Daniel Garcia and O’Dwyer; see Sutter’s talk. Natalia sleeps. Zoë Koeppe-Li";

describe("an author who is mentioned in a text", () => {
  it.each([
    ["Kuhl", "Kuhl"],
    ["Dietmar Kühl", "Dietmar Kühl"],
    ["J. Daniel García", "J. Daniel García"],
    ["O'Dwyer", "O'Dwyer"],
    ["Sutter", "Sutter"],
    ["Sy Brand | Koeppe", "Koeppe"],
    ["Kühl | Garcia", "Kühl"],
    ["Li", "Li"],
    ["Daniel Kühl", undefined],
    ["Kühl Dietmar", undefined],
    ["Ali", undefined],
    ["Lee", undefined],
    ["Natali", undefined],
    ["Sy Brand | Simon Brand", undefined],
  ])("is %s: %s", (watched, found) => {
    expect(findMention(watched, TEXT)).toBe(found);
  });

  it.each([
    ["", TEXT],
    ["?!", TEXT],
    ["?!", ""],
    ["| |", "?!"],
    ["Kühl", ""],
  ])("is nobody: %j in %j", (watched, text) => {
    expect(findMention(watched, text)).toBeUndefined();
  });

  it("is found wherever the name stands between other words, in any case", () => {
    fc.assert(
      fc.property(anyText(), anyText(), (one, other) => {
        expect(findMention("Emmy Noether", `${one} EMMY  noether, ${other}`)).toBe("Emmy Noether");
      }),
    );
  });

  it("is a name as it was watched, whatever stands in watch and text", () => {
    fc.assert(
      fc.property(anyText({ maxLength: 20 }), anyText(), (watched, text) => {
        const found = findMention(watched, `${text} ${watched} ${text}`);
        if (found !== undefined) expect(watched.split("|").map((name) => name.trim())).toContain(found);
      }),
    );
  });
});
