import fc from "fast-check";
import { expect, it } from "vitest";
import { linkToWatch, readLinkedWatch } from "./linked-watch.ts";

it.each([
  ["#/watch/P2300", "P2300"],
  ["#/watch/author%3AK%C3%BChl", "author:Kühl"],
  ["#/watch/100%", "100%"],
  ["#/watch/", ""],
  ["#work", undefined],
  ["", undefined],
])("%j brings %j", (hash, text) => expect(readLinkedWatch(hash)).toBe(text));

it("carries every text that is no longer than a watch, and cuts the others", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 700 }), (text) => {
      expect(readLinkedWatch(linkToWatch(text))).toBe(text.slice(0, 500).toWellFormed());
    }),
  );
});
