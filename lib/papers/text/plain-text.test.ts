import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { plainText } from "./plain-text.ts";

describe("plainText", () => {
  it.each<[served: string, plain: string]>([
    ["", ""],
    ["std::execution", "std::execution"],
    ["Attributes &amp; their &quot;meaning&quot;", 'Attributes & their "meaning"'],
    ["&lt;chrono&gt;", "<chrono>"],
    ["&#60;chrono&#x3E;", "<chrono>"],
    ["K&uuml;hl", "Kühl"],
    ["Kami&nacute;ski, K&ouml;ppe &ndash; &Lambda;", "Kamiński, Köppe – Λ"],
    ["&#38;eacute; &#xe9; &amp;eacute; &eacute", "&eacute; é &eacute; &eacute"],
    ["&amp;lt;chrono&amp;gt;", "&lt;chrono&gt;"],
    ["&amp;amp;amp;", "&amp;amp;"],
    ["R&D, a&&b, &notanentity;", "R&D, a&&b, &notanentity;"],
    // Without its semicolon it is no entity but code: "T&lt" is a reference to lt.
    ["T&lt", "T&lt"],
    ["<code><chrono></code> `x`", "<code><chrono></code> `x`"],
    ["  outer  and   inner ", "outer and inner"],
    ["two\nlines\tand\u00a0a&nbsp;half", "two lines and a half"],
    ["soft\u00adhyphen&shy;s", "softhyphens"],
    ["row\u0001", "row"],
    ["\ufeffmark", "mark"],
    ["txt.\u202eexe\u202c", "txt.exe"],
    ["txt.\u061cexe", "txt.exe"],
    ["two\u2028lines\u2029more", "two lines more"],
    ["a \u0001 b", "a b"],
    ["Kamin\u0301ski", "Kamiński"],
    ["Feh\ufffdr", "Feh\ufffdr"],
    ["half \ud83d a pair", "half \ufffd a pair"],
    ["🦄", "🦄"],
  ])("makes %j %j", (served, plain) => expect(plainText(served)).toBe(plain));

  const text = fc
    .array(fc.constantFrom("&", "amp;", "lt;", "#60;", " ", "\n", "\u00ad", "\u202e", "\ud83d", "\ude00", "e", "\u0301", "\u00a0", "<", "x"))
    .map((parts) => parts.join(""));

  it("leaves text without entities that is plain already as it is", () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), text), (served) => {
        const plain = plainText(served.replaceAll("&", ""));
        expect(plainText(plain)).toBe(plain);
      }),
    );
  });

  it("never leaves a control, a doubled blank, an outer blank or half a character", () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), text), (served) => {
        const plain = plainText(served);
        expect(plain).not.toMatch(/[\p{Cc}\u202a-\u202e\u00ad]| {2}|^ | $/u);
        expect(plain.isWellFormed()).toBe(true);
        expect(plain.normalize("NFC")).toBe(plain);
      }),
    );
  });

  it("decodes once: what was escaped twice is escaped still", () => {
    fc.assert(
      fc.property(fc.constantFrom("&", "<", ">", '"', "<script>", "ü &"), fc.string({ unit: fc.constantFrom(..."ab <>x") }), (mark, around) => {
        const encode = (raw: string) => raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
        const plain = plainText(`${around}x${mark}x${around}`.replaceAll("&", "and"));
        expect(plainText(encode(plain))).toBe(plain);
        expect(plainText(encode(encode(plain)))).toBe(encode(plain));
      }),
    );
  });
});
