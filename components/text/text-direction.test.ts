import { expect, it } from "vitest";
import { textDirection } from "./text-direction.ts";

it.each([
  ["en", "ltr"],
  ["de", "ltr"],
  ["ar", "rtl"],
  ["he", "rtl"],
  ["fa-IR", "rtl"],
  ["ur", "rtl"],
  ["az", "ltr"],
  ["az-Arab", "rtl"],
  ["uz-Latn", "ltr"],
  ["zh-TW", "ltr"],
])("%s is written %s", (locale, direction) => expect(textDirection(locale)).toBe(direction));
