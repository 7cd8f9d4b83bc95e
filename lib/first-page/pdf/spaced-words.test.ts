import { describe, expect, it } from "vitest";
import { vocabularyOf, wordsWithin } from "./spaced-words.ts";

const KNOWN = vocabularyOf(["A ring is round.", "Everyone has one", "form"]);

describe("blanks that a spaced line has lost stand again", () => {
  it.each([
    ["between words of the document", "Ringsforeveryone", ["Rings", "for", "everyone"]],
    ["between words with capitals", "RingsFormEVERYONE", ["Rings", "Form", "EVERYONE"]],
    ["around a word that is nowhere else", "Ringsforxyzeveryone", ["Rings", "for", "xyz", "everyone"]],
    ["not where the whole is a word", "Forms", ["Forms"]],
    ["not where most is unknown", "Kettlesforall", ["Kettlesforall"]],
    ["not in what is longer than any title", "a".repeat(400), ["a".repeat(400)]],
  ])("%s", (_, text, words) => expect(wordsWithin(text, KNOWN)).toEqual(words));
});
