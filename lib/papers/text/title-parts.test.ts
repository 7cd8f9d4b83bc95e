import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainTitle, titleParts } from "./title-parts.ts";

describe("what is code in a title", () => {
  it.each([
    ["", []],
    ["Senders", ["Senders"]],
    ["`std::execution`", ["<std::execution>"]],
    ["Make `a` and `b` one", ["Make ", "<a>", " and ", "<b>", " one"]],
    ["The ` sign", ["The ` sign"]],
    ["`a` and ` alone", ["<a>", " and ` alone"]],
    ["``twice``", ["``", "twice``"]],
    ["`<T>` from `valarray`", ["<<T>>", " from ", "<valarray>"]],
  ])("%j", (title, parts) => expect(titleParts(title).map(({ text, isCode }) => (isCode ? `<${text}>` : text))).toEqual(parts));

  it("loses nothing but backticks, and knows where each part was", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("`", "a", " ", "<", "é"), { maxLength: 40 }), (letters) => {
        const title = letters.join("");
        for (const { text, from } of titleParts(title)) expect(title.slice(from, from + text.length)).toBe(text);
        expect(plainTitle(title).replaceAll("`", "")).toBe(title.replaceAll("`", ""));
      }),
    );
  });
});
