import { expect, it } from "vitest";
import { joinTucked, tidyGlyphs } from "./tidy-glyphs.ts";

it.each([
  ["eﬃcient ﬁles and ﬂags", "efficient files and flags"],
  ["K¨oppe", "Köppe"],
  ["Ko¨ppe", "Köppe"],
  ["K ¨oppe", "Köppe"],
  ["K¨ oppe", "Köppe"],
  ["´Etienne", "Étienne"],
  ["Jean ´Etienne", "Jean Étienne"],
  ["Jose´ Garc´ıa", "José García"],
  ["Franc¸ois", "François"],
  ["Ga´sper Aˇzman", "Gáśper Ažman".replace("áś", "aś")],
  ["`code`", "`code`"],
  ["¨", "¨"],
  ["", ""],
])("%j stands for %j", (glyphs, text) => {
  expect(tidyGlyphs(glyphs)).toBe(text);
});

it.each([
  ["V ector T ypes", "Vector Types"],
  ["a C library, a B tree", "a C library, a B tree"],
  ["a type T with a V is", "a type T with a V is"],
  ["T his T", "This T"],
])("%j is %j", (piece, text) => {
  expect(joinTucked(piece)).toBe(text);
});
