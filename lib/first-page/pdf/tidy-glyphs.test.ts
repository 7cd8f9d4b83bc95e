import { expect, it } from "vitest";
import { tidyGlyphs } from "./tidy-glyphs.ts";

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
  ["V ector T ypes", "Vector Types"],
  ["a C library, a B tree", "a C library, a B tree"],
  ["`code`", "`code`"],
  ["¨", "¨"],
  ["", ""],
])("%j stands for %j", (glyphs, text) => {
  expect(tidyGlyphs(glyphs)).toBe(text);
});
