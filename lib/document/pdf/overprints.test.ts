import { expect, it } from "vitest";
import { undoubled, withoutOverprints } from "./overprints.ts";
import type { PdfWord } from "./pdf-text.ts";

const word = (text: string, x: number, y = 700, size = 10, width = text.length * 5): PdfWord => ({ text, x, y, size, width });

it.each<[string, PdfWord[], string[]]>([
  ["once more a little to the right", [word("Engines", 72), word("Engines", 72.5)], ["Engines"]],
  ["four times, in every direction", [word("ab", 71.8), word("ab", 72, 700.2), word("ab", 72), word("ab", 72.2)], ["ab"]],
  ["in pieces", [word("Engines for all", 72), word("Engines", 72.4), word("for all", 112.4)], ["Engines for all"]],
  ["in pieces first", [word("Engines", 72), word("Engines for all", 72.4), word("for all", 112.4)], ["Engines for all"]],
  ["not what says the same next to it", [word("had", 72), word("had", 90)], ["had", "had"]],
  ["not another word at that place", [word("ab", 72), word("cd", 72.3)], ["ab", "cd"]],
  ["not a raised mark", [word("a2", 72), word("2", 77, 704, 6)], ["a2", "2"]],
])("words that are printed %s are kept once", (_, words, texts) => expect(withoutOverprints(words).map(({ text }) => text)).toEqual(texts));

it.each([
  ["EEnnggiinneess", "Engines"],
  ["EEn ngg iinneess ffoorr aallll", "Eng ines for all"],
  ["EEEnnngggiiinnneeesss", "Engines"],
  ["bboooolleeaann", "boolean"],
  ["Engines", "Engines"],
  ["aabb", "aabb"],
  ["==========", "=========="],
  ["11223", "11223"],
])("%s says %s", (drawn, text) => expect(undoubled(drawn)).toBe(text));
