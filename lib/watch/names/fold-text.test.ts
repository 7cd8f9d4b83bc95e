import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text.ts";

describe("foldText", () => {
  it.each([
    ["Kühl", "kuhl"],
    ["Ku\u0308hl", "kuhl"],
    ["KÜHL", "kuhl"],
    ["Łukasz Kamiński", "lukasz kaminski"],
    ["Bjønnes", "bjonnes"],
    ["Đorđe Guðmundur", "dorde gudmundur"],
    ["Þór", "thor"],
    ["Große ẞ", "grosse ss"],
    ["Ærø Œuvre", "aero oeuvre"],
    ["Chochlı\u0301k", "chochlik"],
    ["İpek", "ipek"],
    ["O'Dwyer O’Dwyer O´Dwyer O`Dwyer", "odwyer odwyer odwyer odwyer"],
    ["exe\u00adcutor", "executor"],
    ["Ｐ２３００ ﬁle", "p2300 file"],
    ["ΣΊΣΥΦΟΣ", "σισυφοσ"],
    ["Денис", "денис"],
    ["王明", "王明"],
    ["Feh\ufffdr", "feh\ufffdr"],
    ["", ""],
  ])("folds %j to %j", (text, key) => expect(foldText(text)).toBe(key));

  it("has nothing left to fold, and never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => foldText(foldText(text)) === foldText(text)));
  });

  it("gives composed and decomposed accents one key", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => foldText(text.normalize("NFD")) === foldText(text.normalize("NFC"))));
  });
});
