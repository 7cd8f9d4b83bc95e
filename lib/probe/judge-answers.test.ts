import { expect, it } from "vitest";
import { type AnswerCounts, judgeAnswers } from "./judge-answers.ts";

it.each<[name: string, counts: Partial<AnswerCounts>, verdict: ReturnType<typeof judgeAnswers>]>([
  ["nothing to ask for", {}, "good"],
  ["all absent", { asked: 9, absent: 9 }, "good"],
  ["some found", { asked: 9, absent: 7, present: 2 }, "good"],
  ["a single one, found", { asked: 1, present: 1 }, "good"],
  ["some trouble", { asked: 9, absent: 1, troubles: 8 }, "good"],
  ["nothing but trouble", { asked: 9, troubles: 9 }, "failed"],
  ["a single trouble", { asked: 1, troubles: 1 }, "failed"],
  ["a single trouble, laid to its file", { asked: 1, troubles: 1, filesToBlame: true }, "good"],
  ["known files that are still there", { asked: 40, present: 40, again: 40 }, "good"],
  ["many new ones among absent ones", { asked: 40, present: 39, absent: 1 }, "good"],
  ["everything there", { asked: 40, present: 40 }, "answers-everything"],
  ["five there, and not what cannot be", { asked: 5, present: 5, control: "absent" }, "good"],
  ["five there, and no answer about what cannot be", { asked: 5, present: 5, control: "no-answer" }, "answers-everything"],
  ["four there", { asked: 4, present: 4 }, "good"],
  ["five there", { asked: 5, present: 5 }, "answers-everything"],
  ["three there and two somewhere else", { asked: 5, present: 3, notTheFile: 2 }, "answers-everything"],
  ["five there, one of them known", { asked: 5, present: 5, again: 1 }, "good"],
  ["one that is there amid trouble", { asked: 9, present: 1, troubles: 8 }, "good"],
  ["everything there, or trouble", { asked: 40, present: 30, troubles: 10 }, "answers-everything"],
  ["everything somewhere else", { asked: 40, notTheFile: 40 }, "answers-everything"],
  ["known files there, all others somewhere else", { asked: 40, present: 20, again: 20, notTheFile: 20 }, "answers-everything"],
  ["one somewhere else", { asked: 40, absent: 39, notTheFile: 1 }, "good"],
  ["what cannot be there", { asked: 40, absent: 39, present: 1, control: "present" }, "answers-everything"],
  ["what cannot be there, amid trouble", { asked: 4, troubles: 4, control: "present" }, "answers-everything"],
])("%s", (_name, counts, verdict) => {
  expect(judgeAnswers({ asked: 0, present: 0, absent: 0, notTheFile: 0, troubles: 0, control: "not-asked", ...counts })).toBe(verdict);
});
