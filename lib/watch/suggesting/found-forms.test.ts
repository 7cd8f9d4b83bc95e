import { describe, expect, it } from "vitest";
import { samplePaper } from "../sample-paper.ts";
import { exactTitle, foundForms } from "./found-forms.ts";
import { gatherFrom, startGathering, vocabularyOf } from "./vocabulary.ts";

const gathering = startGathering();
for (const [number, title] of ["Executors for all", "More executors", "An executor", "Class templates", "Rings", "News"].entries())
  gatherFrom(gathering, samplePaper(`P${1000 + number}R0`, { title }));
const vocabulary = vocabularyOf(gathering);

describe("the forms that a title watch finds", () => {
  it.each<[text: string, forms: [text: string, papers: number][]]>([
    [
      "executor",
      [
        ["Executors", 2],
        ["executor", 1],
      ],
    ],
    [
      "Executors",
      [
        ["Executors", 2],
        ["executor", 1],
      ],
    ],
    [
      "class executor",
      [
        ["Executors", 2],
        ["executor", 1],
      ],
    ],
    [
      "ring | executor",
      [
        ["Executors", 2],
        ["executor", 1],
      ],
    ],
    // Of one form, or in one that was asked for, there is nothing to say.
    ["class", []],
    ["=executor", []],
    ["execut*", []],
    ["news", []],
    ["nothing", []],
  ])("%s", (text, forms) => expect(foundForms(text, vocabulary).map(({ text, papers }) => [text, papers])).toEqual(forms));
});

describe("the exact form of a title watch", () => {
  it.each<[text: string, exact: string | undefined]>([
    ["executor", "=executor"],
    ["class executor", "=class =executor"],
    ["=class executor", "=class =executor"],
    ["execut* ring", "execut* =ring"],
    ["ring | executor", "=ring | =executor"],
    ["=executor", undefined],
    ["execut*", undefined],
  ])("%s", (text, exact) => expect(exactTitle(text)).toBe(exact));
});
